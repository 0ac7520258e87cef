import Markup
import Testing

/// Writes the events down as a line of tags and text.
private final class Recorder: HTMLHandler {
    var events = ""
    var depth = 0
    var deepest = 0

    func start(_ tag: HTMLTag, _ attributes: HTMLAttributes) {
        events += "<\(tag.rawValue)"
        for name in HTMLAttribute.allCases {
            if let value = attributes.string(name) { events += " \(name.rawValue)=\(value)" }
        }
        events += ">"
        depth += 1
        deepest = max(deepest, depth)
    }

    func end(_ tag: HTMLTag) {
        events += "</\(tag.rawValue)>"
        depth -= 1
    }

    func text(_ utf8: Span<UInt8>) {
        events += utf8.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
    }
}

@Suite struct HTMLReaderTests {
    private func recorded(_ html: String) -> Recorder {
        let recorder = Recorder()
        readHTML(htmlSkeleton(Array(html.utf8)), into: recorder)
        return recorder
    }

    @Test func tellsElementsAttributesAndText() {
        let html = "<html><body><P Class='a b' data-x=1 ID=c>x &amp; y<br>z</P></body></html>"
        #expect(
            recorded(html).events
                == "<html><body><p class=a b id=c>x & y<br></br>z</p></body></html>")
    }

    @Test(arguments: [
        // What says nothing without attributes is not told, and each end tag goes or stays with its own start tag.
        ("<p>a <b>b</b> c</p>", "<p>a b c</p>"),
        ("<span data-x=1>a</span>", "a"),
        ("<p><span class=k>a<span>b</span>c</span>d</p>", "<p><span class=k>abc</span>d</p>"),
        ("<p><span>a<span class=k>b</span>c</span>d</p>", "<p>a<span class=k>b</span>cd</p>"),
        ("<p><b>a</i>b</b></b></p>", "<p>ab</p>"),
        ("<p>रवि <em>शर्मा</em></p>", "<p>रवि शर्मा</p>"),
        ("<p>a<img src=b>c<input name=d></p>", "<p>ac</p>"),
        ("<div>\n\t  <p>a  b</p>\r\n  </div>", "<div> <p>a  b</p> </div>"),
        // Attributes stay with their own tag, whatever libxml2 adds, drops or moves.
        ("<li id=1>a<li id=2>b", "<li id=1>a</li><li id=2>b</li>"),
        ("<p id=1><body id=2><p>c<p id=3>d", "<p id=1></p><p>c</p><p id=3>d</p>"),
        ("<div/><div class='a' / id=b>c</div>", "<div></div><div class=a id=b>c</div>"),
        ("<a href=/x/ class=k/>b</a>", "<a class=k/>b</a>"),
        ("<p class=a class=b>c", "<p class=a>c</p>"),
        ("<P CLASS = 'x&eacute;y&amp;z' id>c", "<p class=xéy&z id=>c</p>"),
        ("<div class=\"a\" it's</b></div><p>c", "<div class=a></div><p>c</p>"),
        (
            "<p title='a>b'>x &lt;i&gt; &amp;amp; &#38;lt; 1 < 2 & 3 &unknown;</p>",
            "<p title=a>b>x <i> &amp; &lt; 1 < 2 & 3 &unknown;</p>"
        ),
        ("<p>\u{F0000}a<b class=c>\u{F0001}</b></p>", "<p>\u{F0000}a<b class=c>\u{F0001}</b></p>"),
    ])
    func tellsWhatThePageHas(html: String, expected: String) {
        #expect(recorded("<html><body>" + html).events == "<html><body>" + expected + "</body></html>")
    }

    @Test func keepsTextsApartWhenTheirSignsBeginAgain() {
        let html = (0..<70_000).map { "<p>\($0)" }.joined()
        let told = (0..<70_000).map { "<p>\($0)</p>" }.joined()
        #expect(recorded(html).events == "<html><body>" + told + "</body></html>")
    }

    @Test func tagsNestedDeeperThanRememberedStayPaired() {
        let html =
            "<p>" + String(repeating: "<b>", count: 70) + "a" + String(repeating: "</b>", count: 70) + "b"
        let kept = String(repeating: "<b>", count: 6) + "a" + String(repeating: "</b>", count: 6) + "b"
        #expect(recorded(html).events == "<html><body><p>" + kept + "</p></body></html>")
    }

    @Test(arguments: [
        "新华社北京2月13日电", "قال المتحدث", "сообщает ТАСС", "東京（共同）", "กรุงเทพฯ", "नई दिल्ली", "naïve — “quoted”",
    ])
    func keepsEveryScriptWithoutADeclaration(text: String) {
        #expect(recorded("<body><p>\(text)</p></body>").events.contains("<p>\(text)</p>"))
    }

    @Test func ignoresADeclaredCharset() {
        let html = "<html><head><meta charset=gb2312></head><body><p>新闻</p></body></html>"
        #expect(recorded(html).events.contains("<p>新闻</p>"))
    }

    @Test func keepsSpacesBetweenElements() {
        #expect(recorded("<body><p><b id=x>a</b> <i id=y>b</i></p></body>").events.contains("</b> <i id=y>"))
    }

    @Test func staysShallowInDeepPages() {
        let page =
            String(repeating: "<div>", count: 300_000) + "text" + String(repeating: "</div>", count: 300_000)
        let recorder = recorded(page)
        #expect(recorder.deepest <= 514)
        #expect(recorder.depth == 0)
        #expect(recorder.events.contains("text"))
    }

    @Test(arguments: [
        "<x><div></x></div>", "</y>", "<b>", "<p>", "<a><table>", "<p a=1 b=2>", "<li><ul>", "x", "&#65;",
        "<td>",
    ])
    func readsAnyRepetition(piece: String) {
        let recorder = recorded(String(repeating: piece, count: 200_000 / piece.utf8.count))
        #expect(recorder.depth == 0)
    }

    @Test func readsOneHugeLine() {
        let recorder = recorded("<p>" + String(repeating: "word ", count: 2_400_000) + "<p>last")
        #expect(recorder.events.hasSuffix("<p>last</p></body></html>"))
    }

    @Test func readsNothingFromNothing() {
        #expect(recorded("").events.isEmpty)
    }
}
