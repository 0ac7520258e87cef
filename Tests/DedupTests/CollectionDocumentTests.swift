import Testing

@testable import Dedup

@Suite struct CollectionDocumentTests {
    private func document(_ line: String) throws(CollectionError) -> CollectionDocument {
        try document(Array(line.utf8))
    }

    private func document(_ line: [UInt8]) throws(CollectionError) -> CollectionDocument {
        let result = line.withUnsafeBufferPointer { bytes in
            Result { () throws(CollectionError) in try CollectionDocument(jsonLine: bytes) }
        }
        return try result.get()
    }

    @Test func aLineIsRead() throws {
        let line = #"{"id":"d1","t":1770000000,"outlet":"新华社","lang":"zh","text":"标题\n\n正文 “好”"}"#
        let document = try document(line)
        #expect(document.id == "d1" && document.time == 1_770_000_000 && document.outlet == "新华社")
        #expect(String(decoding: document.text, as: UTF8.self) == "标题\n\n正文 “好”")
    }

    @Test func spaceOrderAndOtherKeysDoNotMatter() throws {
        let line = """
             { "x" : [1, {"y": [true, null, "}\\"]"]}, -0.5e+3] , "text":"a" ,"t": null, "outlet" :null,"id": 7, "text": "b" }\t\r
            """
        let document = try document(line)
        #expect(document.id == "7" && document.time == nil && document.outlet == nil)
        #expect(document.text == Array("b".utf8))
    }

    @Test(arguments: [
        (#"\"\\\/\b\f\n\r\t"#, "\"\\/\u{8}\u{C}\n\r\t"), (#"\u0041\u00e9\u4E2D"#, "Aé中"),
        (#"\ud83d\ude00!"#, "😀!"),
        (#"\ud83d"#, "\u{FFFD}"), (#"\ud83dA"#, "\u{FFFD}A"), (#"\ude00\ud83d"#, "\u{FFFD}\u{FFFD}"),
        (#"\ud83d\u0041"#, "\u{FFFD}A"), (#"\u0000"#, "\u{0}"),
        ("плавно и долго, 长长的文字", "плавно и долго, 长长的文字"),
        ("\u{7F}\u{80}", "\u{7F}\u{80}"),
    ])
    func everyEscapeIsResolved(escaped: String, plain: String) throws {
        for padding in 0..<9 {
            let pad = String(repeating: "x", count: padding)
            let document = try document(#"{"id":"1","text":""# + pad + escaped + pad + #""}"#)
            #expect(String(decoding: document.text, as: UTF8.self) == pad + plain + pad)
        }
    }

    @Test(arguments: [
        ("1770000000", 1_770_000_000), ("-1", -1), ("1.9", 1), ("-1.5", -2), ("1.77e9", 1_770_000_000),
        ("0", 0),
    ])
    func timesMayBeAnyNumber(written: String, seconds: Int64) throws {
        #expect(try document(#"{"id":"1","text":"","t":"# + written + "}").time == seconds)
    }

    @Test(arguments: [
        ("", 1, "an object"), ("[]", 1, "an object"), ("{", 2, "a string"), (#"{"id":"1"}"#, 1, "a \"text\""),
        (#"{"text":"1"}"#, 1, "an \"id\""), (#"{"id":"1","text":"a"} x"#, 23, "the line's end"),
        (#"{"id":"1" "text":"a"}"#, 11, "a comma or the object's end"),
        (#"{"id":"1","text":"a"#, 20, "the string's end"),
        (#"{"id":"1","text":"a\q"}"#, 21, "one of the escapes \\\" \\\\ \\/ \\b \\f \\n \\r \\t \\u"),
        (#"{"id":"1","text":"\u12G4"}"#, 23, "four hex digits"), (#"{"id":1,"text":2}"#, 16, "a string"),
        (#"{"id":01,"text":""}"#, 7, "a value"), (#"{"id":1,"t":"x","text":""}"#, 13, "a value"),
        (#"{"id":1,"t":1e99,"text":""}"#, 13, "a number of seconds"),
        (#"{"id":1,"x":nul,"text":""}"#, 16, "a value"),
        ("{\"id\":1,\"text\":\"a\u{1}\"}", 18, "an escape for a control character"),
        (#"{"id" 1}"#, 7, "a colon"),
        (#"{"id":1,}"#, 9, "a string"), (#"{"id":1.,"text":""}"#, 9, "a digit"),
        (#"{"id":-,"text":""}"#, 7, "a value"),
    ])
    func aBadLineIsNamedWithItsColumn(line: String, column: Int, wanted: String) {
        #expect(throws: CollectionError(offset: column - 1, wanted: wanted)) { try document(line) }
    }

    @Test func valuesInsideValuesAreBounded() {
        let deep = String(repeating: "[", count: 100_000)
        #expect(throws: CollectionError.self) { try document(#"{"id":1,"text":"","x":"# + deep) }
        let fine = String(repeating: "[", count: 60) + String(repeating: "]", count: 60)
        #expect(throws: Never.self) { try document(#"{"id":1,"text":"","x":"# + fine + "}") }
    }

    @Test func everyTruncationIsAnErrorAndNoCrash() {
        let line = Array(#"{"id":"é","t":-1.5e3,"x":{"y":[true,"\u00e9"]},"outlet":null,"text":"中\n"}"#.utf8)
        for count in 0..<line.count {
            #expect(throws: CollectionError.self) { try document(Array(line.prefix(count))) }
        }
    }

    @Test func invalidUTF8PassesThrough() throws {
        let line = Array(#"{"id":"1","text":""#.utf8) + [0xFF, 0xC3] + Array(#""}"#.utf8)
        #expect(try document(line).text == [0xFF, 0xC3])
    }
}
