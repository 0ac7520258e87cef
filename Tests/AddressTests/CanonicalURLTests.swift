import Address
import Testing

@Suite struct CanonicalURLTests {
    @Test(arguments: [
        ("HTTP://WWW.Example.COM:80/A/../B", "http://www.example.com/B"),
        ("https://example.com", "https://example.com/"),
        ("https://example.com./a", "https://example.com/a"),
        ("https://example.com:443/a#comments", "https://example.com/a"),
        ("https://example.com/#!/story/7", "https://example.com/#!/story/7"),
        ("https://example.com/app#/story/7", "https://example.com/app#/story/7"),
        ("https://user:pw@example.com/a", "https://example.com/a"),
        ("https://example.com/a?", "https://example.com/a"),
        ("https://example.com/a?&&", "https://example.com/a"),
        ("https://example.com/a?b=2&a=1", "https://example.com/a?b=2&a=1"),
        ("https://example.com/a?utm_source=rss&id=7&utm_medium=x", "https://example.com/a?id=7"),
        ("https://example.com/a?UTM_Source=rss", "https://example.com/a"),
        ("https://example.com/a?utm%5Fsource=rss", "https://example.com/a"),
        ("https://example.com/a?fbclid=Iw&gclid=1&yclid=2&msclkid=3&mc_cid=4&_ga=5", "https://example.com/a"),
        ("https://example.com/a?at_medium=RSS&at_campaign=KARANGA&at_custom1=x", "https://example.com/a"),
        ("https://example.com/a?CMP=share_btn&__source=feed&traffic_source=rss", "https://example.com/a"),
        ("https://example.com/a?spm=C1&scm=1007.30.2.0&feedType=RSS", "https://example.com/a"),
        (
            "https://example.com/a?scm=git&source=rss&ref=1&from=2",
            "https://example.com/a?scm=git&source=rss&ref=1&from=2"
        ),
        ("https://example.com/a?utmost=1&nsx=2", "https://example.com/a?utmost=1&nsx=2"),
        ("https://example.com/a;jsessionid=1F2E?x=1", "https://example.com/a?x=1"),
        ("https://example.com/a;jsessionid=1F;jsessionid=2E?x=1", "https://example.com/a?x=1"),
        ("https://example.com/a;jsessionid=1F/b;v=2?x=1", "https://example.com/a/b;v=2?x=1"),
        ("https://example.com/a;v=2;JSESSIONID=1F;w", "https://example.com/a;v=2;w"),
        // What a session leaves of a segment may be a dot segment.
        ("https://example.com/a/b/.;jsessionid=1", "https://example.com/a/b/"),
        ("https://example.com/a/b/..;jsessionid=1", "https://example.com/a/"),
        ("https://example.com/..;jsessionid=1/%2e;jsessionid=1/b", "https://example.com/b"),
        ("https://example.com/a;b", "https://example.com/a;b"),
        ("https://example.com/%7euser/%c3%a9", "https://example.com/~user/%C3%A9"),
        ("https://example.com/%41%2f%2E%2e/b", "https://example.com/A%2F../b"),
        ("https://example.com/x/%2e%2e/b", "https://example.com/b"),
        ("https://example.com/100%", "https://example.com/100%25"),
        ("https://example.com/新闻?q=中", "https://example.com/%E6%96%B0%E9%97%BB?q=%E4%B8%AD"),
        ("https://пример.рф/а", "https://xn--e1afmkfd.xn--p1ai/%D0%B0"),
        ("  https://example.com/a b \n", "https://example.com/a%20b"),
        ("https://example.com//a//b/", "https://example.com//a//b/"),
    ])
    func canonicalForm(url: String, expected: String) {
        #expect(canonicalURL(url) == expected)
        #expect(canonicalURL(expected) == expected)
    }

    @Test(arguments: [
        [
            "https://example.com/a", "http://www.example.com/a/", "https://EXAMPLE.com:443/a?utm_source=x#c",
            "http://example.com:80/a",
        ],
        [
            "https://example.com/2026/story.html", "https://www.example.com/amp/2026/story.html",
            "https://amp.example.com/2026/story.html", "https://example.com/2026/story.amp.html",
            "https://example.com/2026/story.html?amp=1",
            "https://example.com/2026/story.html?outputType=amp",
        ],
        [
            "https://example.com/2026/story", "https://example.com/2026/story/amp/",
            "https://example.com/2026/story.amp", "https://example.com/2026/story?amp",
        ],
        ["https://example.com", "http://www.example.com/", "http://www.example.com//"],
        [
            "https://example.com/新闻?id=7", "https://www.google.com/amp/s/example.com/新闻?id=7",
            "https://www.google.co.jp/amp/s/www.example.com/amp/新闻?id=7&usqp=mq33",
            "https://example-com.cdn.ampproject.org/c/s/example.com/新闻?id=7&amp_js_v=a6",
            "https://example-com.cdn.ampproject.org/v/s/amp.example.com/新闻?id=7&amp_js_v=a6&amp_gsa=1",
            "https://www.bing.com/amp/s/example.com/新闻?id=7",
            "https://example-com.bing-amp.com/c/example.com/新闻?id=7",
        ],
    ])
    func twinsHaveOneKey(urls: [String]) {
        #expect(Set(urls.map(addressKey)).count == 1)
    }

    @Test func differentPagesHaveDifferentKeys() {
        let urls = [
            "https://example.com/a", "https://example.com/b", "https://example.com/A",
            "https://example.com/a?id=1",
            "https://example.com/a?id=2", "https://m.example.com/a", "https://example.com:8080/a",
            "https://example.com/amp", "https://example.com/camp", "https://www.com/a",
            "https://example.com/a%2Fb",
            "https://www.google.com/amp/a", "https://example.com/amp/s/b.example/a",
            "https://x.cdn.ampproject.org/i/s/example.com/a", "https://google.example.com/amp/s/a.b/c",
            "https://example.com/a/b", "https://example.com/a#!/1", "https://example.com/a#!/2",
        ]
        #expect(Set(urls.compactMap(addressKey)).count == urls.count)
    }

    @Test(arguments: [
        "", "example.com/a", "/a", "mailto:a@example.com", "ftp://example.com/", "https:///", "\u{0}",
    ])
    func refusesWhatIsNoWebAddress(url: String) {
        #expect(canonicalURL(url) == nil)
        #expect(addressKey(url) == nil)
        #expect(redactedURL(url) == "[not a URL]")
    }
}
