import Markup
import Testing

private let page = """
    <!DOCTYPE html><html lang="en"><head><title>Front page</title><base href="/news/"></head><body>
    <div id="top" class="bar"><a href="/">Home</a> <a href="/about" class="x">About</a></div>
    <ul class="list main-list" data-kind="News">
      <li class="item first"><a href="1.html" title="First">One &amp; only</a> <time datetime="2026-02-13">13 Feb</time></li>
      <li class="item"><a href="2.html" title="It's">Two</a></li>
      <li class="item ad"><a href="https://ads.example/">Buy</a></li>
      <li class="item"><a href="3.html" hreflang="en-GB">Three</a><span></span></li>
    </ul>
    <div class="文章 статья"><p>Первый абзац</p><p>第二段</p><section><p>الفقرة</p></section></div>
    <table><tr><td>a</td><td>b</td></tr></table>
    <p id="1a">Last</p>
    </body></html>
    """

@Suite struct SelectorTests {
    @Test(arguments: [
        ("title", ["Front page"]),
        ("TITLE", ["Front page"]),
        ("#top a", ["Home", "About"]),
        ("a.x", ["About"]),
        ("ul.list a", ["One & only", "Two", "Buy", "Three"]),
        ("ul.list.main-list > li:not(.ad) > a", ["One & only", "Two", "Three"]),
        ("li:not(.ad, .first) a", ["Two", "Three"]),
        ("li.ad ~ li a", ["Three"]),
        ("li.first + li a", ["Two"]),
        ("li:first-child a", ["One & only"]),
        ("li:last-child a", ["Three"]),
        ("li:nth-child(2) a", ["Two"]),
        ("li:nth-child(odd) a", ["One & only", "Buy"]),
        ("li:nth-child(even) a", ["Two", "Three"]),
        ("li:nth-child(2n + 1) a", ["One & only", "Buy"]),
        ("li:nth-child(-n+2) a", ["One & only", "Two"]),
        ("li:nth-child(n+3) a", ["Buy", "Three"]),
        ("li:nth-last-child(2) a", ["Buy"]),
        ("div p:nth-of-type(2)", ["第二段"]),
        ("div > p:last-of-type", ["第二段"]),
        ("section p:only-child", ["الفقرة"]),
        ("li:has(time) a", ["One & only"]),
        ("li:has(> span) a", ["Three"]),
        ("li:has(+ .ad) a", ["Two"]),
        ("li:has(a[href^='http']) a", ["Buy"]),
        ("li:not(:has(a[title])) a", ["Buy", "Three"]),
        ("a[title]", ["One & only", "Two"]),
        ("a[title=First]", ["One & only"]),
        ("a[title=first i]", ["One & only"]),
        ("a[title=\"It's\"]", ["Two"]),
        ("a[title='It\\27 s']", ["Two"]),
        ("a[href$='.html']", ["One & only", "Two", "Three"]),
        ("a[href*='example']", ["Buy"]),
        ("li[class~='first'] a", ["One & only"]),
        ("a[hreflang|=en]", ["Three"]),
        ("ul[data-kind='news' i] li:first-child a", ["One & only"]),
        ("a:contains('Tw')", ["Two"]),
        (":is(#top, .ad) a", ["Home", "About", "Buy"]),
        (".文章 > p:first-child", ["Первый абзац"]),
        ("div.статья section p", ["الفقرة"]),
        ("#\\31 a", ["Last"]),
        ("p#1a, title", ["Front page", "Last"]),
        ("table > tbody > tr > td:nth-child(2)", ["b"]),
        ("a::attr(title)", ["First", "It's"]),
        ("li:first-child time::attr(datetime)", ["2026-02-13"]),
        ("section p::text", ["الفقرة"]),
        ("html:root > body > p", ["Last"]),
        ("li > span:empty", []),
        ("a[title='']", []),
        ("a[title^='']", []),
        ("nothing", []),
        ("//ul/li[2]/a", ["Two"]),
        ("/html/head/title", ["Front page"]),
        ("//a/@title", ["First", "It's"]),
        ("//li[1]/a/text()", ["One & only"]),
        ("//time/@datetime | //title", ["Front page", "2026-02-13"]),
    ])
    func selects(selector: String, expected: [String]) throws {
        let tree = HTMLTree(utf8: Array(page.utf8))
        #expect(try tree.values(matching: Selector(selector)) == expected)
    }

    @Test(arguments: [
        ("", 1), ("  ", 3), ("a,", 3), ("a >", 4), ("> a", 1), ("a b >> c", 6), (".", 2), ("#", 2), ("a[", 3),
        ("a[b", 4),
        ("a[b=]", 5), ("a[b='c]", 8), ("a[b!=c]", 4), ("a:hover", 3), ("a:nth-child(x)", 13),
        ("a:nth-child(2n+)", 16),
        ("a:not(b", 8), ("a:not()", 7), (".x:first-of-type", 4), ("a::attr", 8), ("a::before", 10), ("a)", 2),
        ("svg|a", 4),
        ("a{b}", 2), ("новость", 1), ("//a[", 5), ("//a[@href=]", 11), ("//a[document('x')]", 5),
        ("//a[matches(., 'x')]", 5),
    ])
    func refusesWithAColumn(selector: String, column: Int) {
        let error = #expect(throws: SelectorError.self) { try Selector(selector) }
        #expect(error?.column == column)
        #expect(error?.expected.isEmpty == false)
    }

    @Test func looksInsideAScope() throws {
        let tree = HTMLTree(utf8: Array(page.utf8))
        let item = try #require(try tree.elements(matching: Selector("li.first")).first)
        #expect(try tree.values(matching: Selector("a"), in: item) == ["One & only"])
        #expect(try tree.values(matching: Selector("ul a"), in: item) == ["One & only"])
        #expect(try tree.values(matching: Selector("li"), in: item) == ["One & only 13 Feb"])
        #expect(try tree.values(matching: Selector("//time"), in: item) == ["13 Feb"])
        #expect(try tree.values(matching: Selector("/html/head/title"), in: item) == ["Front page"])
    }

    @Test func nestingAndLengthAreBounded() {
        for text in [
            String(repeating: "a:not(", count: 500), String(repeating: "(", count: 2000),
            "//a" + String(repeating: "[a", count: 600), "//" + String(repeating: "(", count: 1500),
            String(repeating: "a ", count: 2000), "//" + String(repeating: "a", count: 4000),
        ] {
            #expect(throws: SelectorError.self) { try Selector(text) }
        }
    }

    @Test func costlySelectorsStop() throws {
        let many = Array("<p>x</p>".utf8)
        let tree = HTMLTree(utf8: Array(repeating: many, count: 20_000).flatMap { $0 })
        let error = #expect(throws: SelectorError.self) {
            _ = try tree.elements(matching: Selector("//*[count(//*) > 1][count(//*) > 2]"))
        }
        #expect(error?.column == 0)
        #expect(throws: SelectorError.self) { _ = try tree.elements(matching: Selector("p:nth-child(7)")) }
        #expect(try tree.elements(matching: Selector("p")).count == 20_000)
    }
}
