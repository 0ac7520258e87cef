import Markup
import Testing

private func tree(_ html: String) -> HTMLTree {
    HTMLTree(utf8: Array(html.utf8))
}

@Suite struct HTMLTreeTests {
    @Test func textKeepsBlocksApart() throws {
        let page = tree(
            "<div>One<p>two  <b>bo</b>ld</p>three<br>four<script>x()</script><!-- c --><ul><li>a<li>b</ul>\u{A0}</div>"
        )
        let div = try #require(try page.elements(matching: Selector("div")).first)
        #expect(page.lines(of: div) == ["One", "two bold", "three", "four", "a", "b"])
        #expect(page.text(of: div) == "One two bold three four a b")
    }

    @Test(arguments: [
        "中文新闻标题", "Новости дня", "أخبار اليوم", "日本のニュース", "ข่าววันนี้", "आज की खबर", "Plain &amp; “quoted” — 😀",
    ])
    func everyScriptComesThrough(text: String) throws {
        let page = tree("<html><head><meta charset=\"gb2312\"></head><body><h1>\(text)</h1></body></html>")
        let expected = text.replacing("&amp;", with: "&")
        #expect(try page.values(matching: Selector("h1")) == [expected])
    }

    @Test func voidElementsOfHTML5HoldNothing() throws {
        let page = tree(
            "<picture><source srcset=a><source srcset=b><img src=c></picture><p>long<wbr>word</p><video><track><i>t</i></video>"
        )
        #expect(try page.elements(matching: Selector("picture > source")).count == 2)
        #expect(try page.elements(matching: Selector("picture > img")).count == 1)
        #expect(try page.values(matching: Selector("p")) == ["longword"])
        #expect(try page.elements(matching: Selector("video > i")).count == 1)
    }

    @Test func sectionsCloseParagraphs() throws {
        let page = tree(
            "<div><p>One <b>bold<section><p>Two</p></section><figure>F</figure><p>Three<aside>A</aside></div>"
        )
        #expect(try page.values(matching: Selector("div > p")) == ["One bold", "Three"])
        #expect(try page.values(matching: Selector("div > section > p")) == ["Two"])
        #expect(try page.values(matching: Selector("div > figure, div > aside")) == ["F", "A"])
        let cell = tree("<p>One<table><tr><td><section>x</section></td></tr></table></p>")
        #expect(try cell.values(matching: Selector("td > section")) == ["x"])
    }

    @Test func rowsGetABody() throws {
        let page = tree(
            "<table><caption>c</caption><tr><td>1</td></tr><tr><td>2</td></tr><tfoot><tr><td>3</td></tr></tfoot></table>"
        )
        #expect(try page.values(matching: Selector("table > tbody > tr > td")) == ["1", "2"])
        #expect(try page.values(matching: Selector("table > tr")) == [])
    }

    @Test func removedElementsAreGone() throws {
        var page = tree("<div><p class=share>Share <i class=share>x</i></p><p>Text</p></div>")
        #expect(try page.remove(Selector(".share")) == 2)
        #expect(try page.values(matching: Selector("div")) == ["Text"])
        #expect(try page.elements(matching: Selector("i")) == [])
        #expect(try page.remove(Selector("html")) == 1)
        #expect(try page.values(matching: Selector("div")) == [])
    }

    @Test func readsElements() throws {
        let page = tree(
            "<base href='/a/'><base href='/b/'><div id=d data-x='1 &lt; 2'><a href=x>l</a><b>é</b></div>")
        #expect(page.baseReference == "/a/")
        let div = try #require(try page.elements(matching: Selector("#d")).first)
        #expect(page.name(of: div) == "div")
        #expect(page.attribute("data-x", of: div) == "1 < 2")
        #expect(page.attribute("class", of: div) == nil)
        #expect(page.children(of: div).map { page.name(of: $0) } == ["a", "b"])
        #expect(page.children(of: div).map { page.parent(of: $0) } == [div, div])
        #expect(
            String(decoding: page.html(of: div), as: UTF8.self)
                == "<div id=\"d\" data-x=\"1 &lt; 2\"><a href=\"x\">l</a><b>é</b></div>")
    }

    @Test func anyBytesGiveATree() throws {
        for html in [
            "", " ", "\u{0}", "<", "<a", "<a href='", "</p>", "<!--", "just text", "<html",
            "&#0;&#xD800;&nope;",
        ] {
            let page = tree(html)
            _ = try page.values(matching: Selector("*"))
            _ = try page.elements(matching: Selector("a::attr(href)"))
        }
        #expect(try tree("just text").values(matching: Selector("body")) == ["just text"])
        #expect(try tree("<p>a\u{0}b</p>").values(matching: Selector("p")) == ["ab"])
    }

    @Test func deepPagesKeepTheirText() throws {
        let deep =
            String(repeating: "<div>", count: 100_000) + "bottom"
            + String(repeating: "</div>", count: 100_000)
        let page = tree(deep + "<p>after</p>")
        #expect(try page.values(matching: Selector("p")) == ["after"])
        #expect(try page.values(matching: Selector("body")) == ["bottom after"])
        let spans = tree(String(repeating: "<p><b><section>", count: 30_000) + "x")
        #expect(try spans.values(matching: Selector("body")) == ["x"])
    }

    @Test func wideAndBrokenPagesStayQuick() throws {
        let wide = tree(String(repeating: "<table><tr><td><a href=x>y</p></b></a>", count: 20_000))
        #expect(try wide.elements(matching: Selector("a")).count == 20_000)
        let attributes = tree("<p " + (0..<50_000).map { "a\($0)=1" }.joined(separator: " ") + ">x</p>")
        #expect(try attributes.values(matching: Selector("p")) == ["x"])
    }
}
