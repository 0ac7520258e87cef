import Model
import Testing

@testable import Fetch

@Suite struct FreshnessTests {
    @Test(arguments: [
        (nil, nil, nil),
        ("max-age=600", nil, 600), ("public, MAX-AGE=\"60\" , must-revalidate", nil, 60),
        ("max-age=0", "Fri, 13 Feb 2026 09:00:00 GMT", 0), ("no-cache", nil, 0),
        ("max-age=600, no-store", nil, 0), ("s-maxage=600", nil, nil), ("max-age=-5", nil, nil),
        ("max-age=x", "Fri, 13 Feb 2026 09:00:00 GMT", 3600), ("max-age", nil, nil), ("=,,=;", nil, nil),
        ("max-age=500000000000000000000000", nil, 366 * 86_400),
        (nil, "Fri, 13 Feb 2026 08:10:00 GMT", 600), (nil, "Friday, 13-Feb-26 08:10:00 GMT", 600),
        (nil, "Fri Feb 13 08:10:00 2026", 600), (nil, "Thu, 12 Feb 2026 08:10:00 GMT", 0), (nil, "0", 0),
        (nil, "-1", 0),
    ])
    func serversSayItInManyWays(cacheControl: String?, expires: String?, seconds: Int?) {
        let duration = freshness(
            cacheControl: cacheControl, age: nil, expires: expires, date: nil, now: noon)
        #expect(duration == seconds.map { .seconds($0) })
    }

    @Test func expiryIsCountedFromTheServersOwnClock() {
        let duration = freshness(
            cacheControl: nil, age: nil, expires: "Fri, 13 Feb 2015 08:10:00 GMT",
            date: "Fri, 13 Feb 2015 08:00:00 GMT", now: noon)
        #expect(duration == .seconds(600))
    }

    @Test func timeSpentInACacheIsGone() {
        let fresh: (String) -> Duration? = {
            freshness(cacheControl: "max-age=600", age: $0, expires: nil, date: nil, now: noon)
        }
        #expect(fresh("200") == .seconds(400))
        #expect(fresh("900") == .zero)
        #expect(fresh("?") == .seconds(600))
    }
}
