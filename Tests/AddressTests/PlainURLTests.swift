import Testing

@testable import Address

@Suite struct PlainURLTests {
    /// Both ways must agree; a URL in another case goes the long way and comes out the same.
    @Test(arguments: [
        "https://example.com/a/b.html?x=1&y=/../#f", "http://example.com",
        "https://a-b.example.co.uk:8443/x//y/", "http://example.com:8080?q#",
        "https://example.com/a?#", "https://example.com/?", "https://example.com/a..b/...c/.d",
        "https://example.com/a/..b",
        "http://x.example/a=b,c;d(e)'f!*$@:+~_-", "https://example.com#frag?ment", "https://localhost/a",
        "http://aa.localhost:8001/feed",
    ])
    func shortAndLongWayAgree(url: String) {
        let shouted = url.replacing("http", with: "HTTP")
        #expect(PlainURL(shouted) == nil)
        #expect(resolvedURL(url, base: nil) == resolvedURL(shouted, base: nil))
        #expect(canonicalURL(url) == canonicalURL(shouted))
        #expect(addressKey(url) == addressKey(shouted))
        #expect(redactedURL(url) == redactedURL(shouted))
        #expect(OutletNames().outlet(of: url) == OutletNames().outlet(of: shouted))
    }

    @Test(arguments: [
        "https://example.com/a/b", "http://example.com", "https://example.com:8443/?q#f",
        "https://1a.example.com/",
        "https://example.com/a.b/..c",
    ])
    func mostAreRead(url: String) {
        #expect((PlainURL(url) != nil) == !url.contains("/.."))
    }

    @Test(arguments: [
        "https://Example.com/", "https://example.com./", "https://example.com/a/../b",
        "https://example.com/./a", "https://example.com/a%20b",
        "https://example.com/é", "https://example.com/a b", "https://user@example.com/",
        "https://example.com:443/", "http://example.com:80/",
        "https://example.com:/", "https://example.com:99999/", "https://example.com:08/",
        "https://127.0.0.1/", "https://127.1/", "https://[::1]/",
        "https:/example.com/", "https:///example.com/", "https://", "http", "ftp://example.com/",
        "https://example..com/", "https://.example.com/",
        "https://example.com/\\a", "https://example.com/\n", "https://ex_ample.com/",
        "https://example.com/a#b#c",
    ])
    func allElseGoesTheLongWay(url: String) {
        #expect(PlainURL(url) == nil)
    }

    @Test(arguments: [
        "/a/b", "c.html", "d/e?f=1#g", "/", "2026/02/13/x", "/a/../b", "a:b", "//c.example/d", "./e", "f g",
        "?h", "",
    ])
    func pathsAgreeToo(reference: String) {
        for base in ["http://example.com/n/o.html?p#q", "http://example.com", "http://example.com:8080/n/"] {
            let shouted = base.replacing("http", with: "HTTP")
            #expect(resolvedURL(reference, base: base) == resolvedURL(reference, base: shouted))
        }
    }
}
