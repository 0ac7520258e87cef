import Address
import Testing

private let base = "https://news.example.com/world/asia/story.html?page=2#top"

@Suite struct ResolvedURLTests {
    @Test(arguments: [
        // Plain references.
        ("https://example.org/a", "https://example.org/a"),
        ("https://example.org", "https://example.org/"),
        ("HTTPS://Example.ORG/A", "https://example.org/A"),
        ("next.html", "https://news.example.com/world/asia/next.html"),
        ("./next.html", "https://news.example.com/world/asia/next.html"),
        ("../europe/", "https://news.example.com/world/europe/"),
        ("../../../../x", "https://news.example.com/x"),
        ("/sport", "https://news.example.com/sport"),
        ("/a/./b/../c", "https://news.example.com/a/c"),
        ("//cdn.example.net/x", "https://cdn.example.net/x"),
        ("?page=3", "https://news.example.com/world/asia/story.html?page=3"),
        ("#end", "https://news.example.com/world/asia/story.html?page=2#end"),
        ("", "https://news.example.com/world/asia/story.html?page=2"),
        (".", "https://news.example.com/world/asia/"),
        ("..", "https://news.example.com/world/"),
        ("2026/02:13", "https://news.example.com/world/asia/2026/02:13"),
        ("a?x=http://y.example/z", "https://news.example.com/world/asia/a?x=http://y.example/z"),
        // White space and line breaks.
        ("  /trimmed \n", "https://news.example.com/trimmed"),
        ("\u{FEFF}\u{A0}/marked\u{3000}", "https://news.example.com/marked"),
        ("/bro\n  ken", "https://news.example.com/bro%20%20ken"),
        ("/ta\tb", "https://news.example.com/tab"),
        ("ht\ntps://example.org/x", "https://example.org/x"),
        ("/a b?c d#e f", "https://news.example.com/a%20b?c%20d#e%20f"),
        // Slashes the wrong way round, too few, too many.
        ("\\sport\\news", "https://news.example.com/sport/news"),
        ("\\\\cdn.example.net\\x", "https://cdn.example.net/x"),
        ("https:\\\\example.org\\a?b=\\c", "https://example.org/a?b=%5Cc"),
        ("https:///example.org/a", "https://example.org/a"),
        ("http:/example.org/a", "http://example.org/a"),
        ("http:example.org/a", "http://example.org/a"),
        ("https:sub/page", "https://news.example.com/world/asia/sub/page"),
        // Characters that must be escaped, escapes that must not be touched.
        (
            "/新闻/今天?标题=中国",
            "https://news.example.com/%E6%96%B0%E9%97%BB/%E4%BB%8A%E5%A4%A9?%E6%A0%87%E9%A2%98=%E4%B8%AD%E5%9B%BD"
        ),
        ("/новости", "https://news.example.com/%D0%BD%D0%BE%D0%B2%D0%BE%D1%81%D1%82%D0%B8"),
        ("/أخبار", "https://news.example.com/%D8%A3%D8%AE%D8%A8%D8%A7%D8%B1"),
        ("/caf%c3%a9", "https://news.example.com/caf%c3%a9"),
        ("/100%", "https://news.example.com/100%"),
        ("/a|b\"c<d>", "https://news.example.com/a%7Cb%22c%3Cd%3E"),
        ("/x#a#b", "https://news.example.com/x#a%23b"),
        ("/nul\u{0}byte", "https://news.example.com/nul%00byte"),
        // Hosts.
        ("https://bücher.example/ü", "https://xn--bcher-kva.example/%C3%BC"),
        ("http://例え.jp/", "http://xn--r8jz45g.jp/"),
        (
            "http://правительство.рф/новости?x",
            "http://xn--80aealotwbjpid2k.xn--p1ai/%D0%BD%D0%BE%D0%B2%D0%BE%D1%81%D1%82%D0%B8?x"
        ),
        ("http://مثال.إختبار/", "http://xn--mgbh0fb.xn--kgbechtv/"),
        ("http://ＥＸample.com/", "http://example.com/"),
        ("http://%65xample.com/", "http://example.com/"),
        ("https://example.org:443/a", "https://example.org/a"),
        ("https://example.org:8443/a", "https://example.org:8443/a"),
        ("https://example.org:/a", "https://example.org/a"),
        ("http://[2001:DB8::1]:8080/a", "http://[2001:db8::1]:8080/a"),
        ("http://127.1/", "http://127.0.0.1/"),
        ("http://42./", "http://0.0.0.42/"),
        ("http://x@0x7f.1./", "http://x@127.0.0.1/"),
        ("http://user:pass@example.org/a", "http://user:pass@example.org/a"),
        ("https://under_score.example.org/", "https://under_score.example.org/"),
    ])
    func readsAsABrowserDoes(reference: String, expected: String) {
        #expect(resolvedURL(reference, base: base) == expected)
    }

    /// Found by fuzzing: it stayed, and went when the address was resolved again.
    @Test(arguments: ["https://a.example/b", "https://a.example/b#c", "https://a.example/"])
    func aLoneHashGoes(base: String) {
        #expect(resolvedURL("#", base: base) == String(base.prefix { $0 != "#" }))
    }

    @Test(arguments: [
        "javascript:void(0)", "JavaScript:alert(1)", "mailto:desk@example.org", "ftp://example.org/x",
        "file:///etc/passwd",
        "data:text/html,x", "tel:+123", "urn:uuid:1234", "java\nscript:x", "http://", "https://?q",
        "http://exa mple.org/",
        "http://a<b>.example/", "http://example.org:99999/", "http://example.org:x/", "http://[::1/",
        "http://user@/",
        "http://exa%23mple.org/", "http://\u{200D}/", "http://./", "http://../a", "http://a..example/",
        "http://.example.org/", "https:\\\\../example.org", "http://example.org../",
    ])
    func refusesWhatIsNoWebAddress(reference: String) {
        #expect(resolvedURL(reference, base: base) == nil)
    }

    @Test func relativeReferenceNeedsABase() {
        #expect(resolvedURL("/a", base: nil) == nil)
        #expect(resolvedURL("", base: nil) == nil)
        #expect(resolvedURL("#f", base: "not a base") == nil)
        #expect(resolvedURL("//example.org/a", base: nil) == "https://example.org/a")
        #expect(resolvedURL("//example.org/a", base: "http://x.example/") == "http://example.org/a")
    }

    @Test func lengthIsBounded() {
        let room = maxURLBytes - "https://example.org/".utf8.count
        let longest = "https://example.org/" + String(repeating: "a", count: room)
        #expect(resolvedURL(longest, base: nil) == longest)
        #expect(resolvedURL(longest + "a", base: nil) == nil)
        #expect(resolvedURL("/" + String(repeating: "é", count: 700), base: base) == nil)
        #expect(resolvedURL(String(repeating: "/../", count: 1_000_000), base: base) == nil)
    }

    /// Found by fuzzing: percent signs that stand for themselves made the canonical form longer than the bound.
    @Test func aCanonicalFormIsWithinTheBoundToo() throws {
        let room = maxURLBytes - "https://example.org/".utf8.count
        #expect(canonicalURL("https://example.org/" + String(repeating: "%", count: room)) == nil)
        #expect(addressKey("https://example.org/" + String(repeating: "%", count: room)) == nil)
        let long = "https://example.org/" + String(repeating: "%", count: room / 3)
        let canonical = try #require(canonicalURL(long))
        #expect(canonicalURL(canonical) == canonical)
    }

    @Test func resolvingAgainChangesNothing() {
        for reference in ["/新闻 x", "?a b", "//例え.jp/ü#é", "../..//x/./y;z", "/%zz%"] {
            let once = resolvedURL(reference, base: base)
            #expect(once != nil)
            #expect(once.flatMap { resolvedURL($0, base: base) } == once)
        }
    }
}
