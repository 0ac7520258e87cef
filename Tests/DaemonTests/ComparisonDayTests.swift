import Foundation
import Model
import Testing

@testable import Daemon

/// For which day an article counts, and so with what it is compared and when it is forgotten.
@Suite struct ComparisonDayTests {
    private let time = CivilDay(iso: "2026-02-13").map {
        Timestamp(seconds: Int64($0.daysSinceEpoch) * 86_400 + 50_000)
    }

    @Test(arguments: [
        ("2026-02-13", false, "2026-02-13", "2026-02-13"),
        ("2026-01-02", false, "2026-01-02", "2026-01-02"),
        // Tomorrow begins earlier in Tokyo.
        ("2026-02-14", false, "2026-02-14", "2026-02-14"),
        ("2027-02-13", false, "2026-02-13", "2026-02-13"),
        ("2026-01-02", true, "2026-02-13", "2026-02-13"),
        // A source lists an old article today: its other carriers come today too.
        ("2019-05-01", false, "2026-02-13", "2019-05-01"),
        ("2019-05-01", true, "2026-02-13", "2026-02-13"),
    ])
    func aBelievedDateCountsWithinTheWindow(
        published: String, isSuspect: Bool, news: String, archived: String
    ) throws {
        let time = try #require(time)
        let day = try #require(CivilDay(iso: published)).daysSinceEpoch
        var article = Article(title: "A headline", paragraphs: ["A text."])
        article.published = ZonedDate(
            instant: Timestamp(seconds: Int64(day) * 86_400), precision: .day, isSuspect: isSuspect)
        #expect(CivilDay(daysSinceEpoch: article.comparisonDay(time: time, windowDays: 90)).iso == news)
        #expect(CivilDay(daysSinceEpoch: article.comparisonDay(time: time, windowDays: nil)).iso == archived)
    }

    @Test func anUndatedArticleCountsForTheDayItWasConsidered() throws {
        let time = try #require(time)
        #expect(Article().comparisonDay(time: time, windowDays: 90) == time.day().daysSinceEpoch)
        #expect(Article().comparisonDay(time: time, windowDays: nil) == time.day().daysSinceEpoch)
    }
}
