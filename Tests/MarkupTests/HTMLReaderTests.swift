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
        readHTML(strippedHTML(Array(html.utf8)).html, into: recorder)
        return recorder
    }

    @Test func tellsElementsAttributesAndText() {
        let html = "<html><body><P Class='a b' data-x=1 ID=c>x &amp; y<br>z</P></body></html>"
        #expect(
            recorded(html).events
                == "<html><body><p class=a b id=c>x & y<br></br>z</p></body></html>")
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
        #expect(recorded("<body><p><b>a</b> <i>b</i></p></body>").events.contains("<b>a</b> <i>b</i>"))
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
