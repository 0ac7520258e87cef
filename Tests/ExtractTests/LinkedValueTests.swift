import Testing

@testable import Extract

@Suite struct LinkedValueTests {
    private func read(_ text: String) -> [LinkedValue] {
        var reader = LinkedValueReader(Array(text.utf8))
        return reader.values()
    }

    @Test(arguments: [
        ("{\"a\": \"b\"}", "b"),
        ("{\"x\": 1, \"a\": \"b\",}", "b"),
        ("{\"x\": [1 2,, 3] \"a\": \"b\"", "b"),
        ("<!-- {\"a\": \"b\"} -->", "b"),
        ("/* c */ { // d\n \"a\" : \"b\" };", "b"),
        ("{\"a\": \"say \"no\" now\"}", "say \"no\" now"),
        ("{\"a\": \"two\nlines\"}", "two lines"),
        ("{\"a\": \"\\u4e2d\\u6587 \\ud83d\\ude00 \\n\\\"q\\\" \\/\"}", "中文 😀 \n\"q\" /"),
        ("{\"a\": \"北京", "北京"),
        ("{\"n\": -1.5e3, \"t\": true, \"a\": \"b\"}", "b"),
    ])
    func readsWhatPagesWrite(text: String, expected: String) {
        #expect(read(text).first?["a"]?.text == expected)
    }

    @Test func readsSeveralValues() {
        #expect(read("{\"a\":\"1\"}{\"a\":\"2\"}\n[{\"a\":\"3\"}]").count == 3)
    }

    @Test(arguments: ["[", "{\"a\":", "{", "\"", "{\"", "[{", "}", "{\"a\":[", "\\", "/*", "{:"])
    func isBoundedOnRepeatedOpenings(piece: String) {
        let values = read(String(repeating: piece, count: 200_000 / piece.utf8.count))
        #expect(values.count <= 20_000)
    }
}
