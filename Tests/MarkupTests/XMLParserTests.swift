import Markup
import Testing

/// Writes down the events of a document.
private final class EventList: XMLHandler {
    var names: [String] = ["", "stop"]
    var events: [String] = []
    var text = ""

    func elementCode(of name: XMLName) -> UInt8 {
        names.append((name.namespace.map { "{\($0)}" } ?? name.prefix.map { "\($0):" } ?? "") + name.local)
        return UInt8(names.count - 1)
    }

    func attributeCode(of name: XMLName) -> UInt8 {
        ["href": 1, "lang": name.namespace == "http://www.w3.org/XML/1998/namespace" ? 2 : 3][name.local] ?? 0
    }

    func startElement(_ code: UInt8, _ tag: XMLTag) -> Bool {
        flush()
        let values = [1, 2].compactMap { tag.value($0) }
        events.append("<" + ([names[Int(code)]] + values).joined(separator: " "))
        return names[Int(code)] != "stop"
    }

    func endElement(_ code: UInt8, _ tag: XMLTag) {
        flush()
        events.append(">" + names[Int(code)])
    }

    func characters(_ utf8: Span<UInt8>) {
        utf8.withUnsafeBufferPointer { text += String(decoding: $0, as: UTF8.self) }
    }

    private func flush() {
        if !text.isEmpty { events.append(text) }
        text = ""
    }
}

@Suite struct XMLParserTests {
    private func events(_ text: String) -> [String] {
        let list = EventList()
        _ = parseXML(cleanedXML(Array(text.utf8)), into: list)
        return list.events
    }

    @Test func tellsNamesNamespacesAndAttributes() {
        let text = "<a xmlns='u' xmlns:p='v' xml:lang='ja'><p:b href='?x=1&amp;y=2'/><q:c/></a>"
        #expect(events(text) == ["<{u}a ja", "<{v}b ?x=1&y=2", ">{v}b", "<q:c", ">q:c", ">{u}a"])
    }

    @Test(arguments: [
        "新闻", "أخبار", "Новости", "ニュース", "ข่าว", "समाचार", "News", "a & b < c > d", "é\u{301}", "😀",
    ])
    func textArrivesWhole(text: String) {
        let escaped = text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
        for count in [1, 7, 40, 400] {
            let whole = String(repeating: text + " ", count: count)
            let markup = String(repeating: escaped + " ", count: count)
            #expect(events("<a>\(markup)<b/>\(markup)</a>") == ["<a", whole, "<b", ">b", whole, ">a"])
            #expect(events("<a><![CDATA[\(whole)]]></a>") == ["<a", whole, ">a"])
            #expect(events("<a>1<![CDATA[\(whole)]]>\(markup)2</a>") == ["<a", "1\(whole)\(whole)2", ">a"])
        }
    }

    @Test func stopsWhereTheHandlerWantsTo() {
        #expect(events("<a><b/><stop/><c/></a>").contains("<c") == false)
    }

    @Test func neitherEntitiesNorFilesAreRead() {
        let text = "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/hostname'><!ENTITY y 'grown'>]><a>&x;&y;</a>"
        #expect(events(text) == ["<a", "&x;&y;", ">a"])
    }

    @Test func problemsHaveTheLineOfTheDocument() {
        let list = EventList()
        let long = String(repeating: "line\n", count: 40)
        let problems = parseXML(cleanedXML(Array("\n\n<a>\n<b>\(long)</b>\n<c:d:e/></a>".utf8)), into: list)
        #expect(problems.allSatisfy { $0.line == 45 }, "\(problems)")
    }

    @Test func severalThreadsDoNotMeet() async {
        let text = "<a>" + String(repeating: "<b href='x'>текст</b>", count: 500) + "</a>"
        let alone = events(text)
        await withTaskGroup(of: [String].self) { group in
            for _ in 0..<8 { group.addTask { self.events(text) } }
            for await result in group { #expect(result == alone) }
        }
    }
}
