import Testing

@testable import Settings

struct JSON5Tests {
    private func kind(_ text: String) throws -> JSON5Value.Kind {
        try json5Value(Array(text.utf8)).kind
    }

    @Test(
        arguments: [
            ("0", 0), ("-0", 0), ("+5", 5), ("12.5", 12.5), (".5", 0.5), ("5.", 5), ("-.5e1", -5),
            ("1E3", 1000),
            ("5.e-1", 0.5), ("0x1F", 31), ("-0XfF", -255), ("Infinity", .infinity), ("-Infinity", -.infinity),
            ("0.5", 0.5), ("1e400", .infinity),
        ] as [(String, Double)])
    func numbersAreRead(text: String, number: Double) throws {
        #expect(try kind(text) == .number(number, written: text))
    }

    @Test func notANumberIsRead() throws {
        guard case .number(let number, _) = try kind("NaN") else { throw Unexpected() }
        #expect(number.isNaN)
    }

    @Test(arguments: [
        "01", "00", "-", "+", ".", "e5", "1e", "1e+", "0x", "0xg", "1.2.3", "--1", "+-1", "1_000", "0x1.8",
        "１",
        "infinity", "0x+1", "0x11112222333344445", "1e5.5", "5m", "-abc",
    ])
    func otherNumbersAreRefused(text: String) {
        #expect(throws: JSON5Error.self) { try kind(text) }
    }

    @Test(
        arguments: [
            (#""a""#, "a"), (#"'a"b'"#, "a\"b"), (#"'it\'s'"#, "it's"),
            (#""\b\f\n\r\t\v\0\\\/""#, "\u{8}\u{C}\n\r\t\u{B}\0\\/"),
            (#""\x41\u0042\u{41}""#, nil), (#""\x41\u0042""#, "AB"), (#""\ud83d\uddde""#, "🗞"),
            (#""\ud83d""#, nil),
            (#""\udDDE\ud83d""#, nil), (#""\q\é\林""#, "qé林"), ("\"a\\\nb\\\r\nc\\\u{2028}d\"", "abcd"),
            (#""\1""#, nil),
            (#""\01""#, nil), (#""\x4""#, nil), (#""\u004""#, nil), ("\"a\nb\"", nil),
            ("\"a\u{2028}b\"", "a\u{2028}b"),
            ("\"a", nil), ("\"a\\", nil), ("'", nil), ("\"хабар समाचार ข่าว خبر 新闻\"", "хабар समाचार ข่าว خبر 新闻"),
        ] as [(String, String?)])
    func stringsAreReadOrRefused(text: String, string: String?) {
        if let string {
            #expect((try? kind(text)) == .string(string))
        } else {
            #expect(throws: JSON5Error.self) { try kind(text) }
        }
    }

    @Test func keysMayBeIdentifiers() throws {
        let text = "{a: 1, $b_1: 2, 'c d': 3, \"\": 4, \\u0065: 5, 新闻: 6, समाचार: 7, null: 8, Infinity: 9,}"
        guard case .object(let members) = try kind(text) else { throw Unexpected() }
        #expect(members.map(\.key) == ["a", "$b_1", "c d", "", "e", "新闻", "समाचार", "null", "Infinity"])
    }

    @Test(arguments: [
        "{1: 2}", "{a b: 1}", "{a-b: 1}", "{a 1}", "{: 1}", "{,}", "{a: 1,, b: 2}", "{\\x41: 1}",
        "{\\uD800: 1}", "{🗞: 1}",
    ])
    func otherKeysAreRefused(text: String) {
        #expect(throws: JSON5Error.self) { try kind(text) }
    }

    @Test func spaceAndCommentsAreSkippedEverywhere() throws {
        let text = "\u{FEFF}\u{A0}// c\r\n[/**/1/* * / ** */,\u{3000}\t\u{B}// c\u{2028}\n2\u{2029},]// end"
        guard case .array(let elements) = try kind(text) else { throw Unexpected() }
        #expect(elements.map(\.kind) == [.number(1, written: "1"), .number(2, written: "2")])
    }

    @Test(arguments: [
        "[,]", "[1,,2]", "[1 2]", "[1", "[", "]", "tru", "truest", "/", "/* ", "[1]/", "nul", "\0", "True",
        "[1\u{0}]",
    ])
    func otherValuesAreRefused(text: String) {
        #expect(throws: JSON5Error.self) { try kind(text) }
    }

    @Test func everyValueKnowsItsPlace() throws {
        let document = try json5Value(Array("  [1, 'é', {k: true}]".utf8))
        guard case .array(let elements) = document.kind, case .object(let members) = elements[2].kind else {
            throw Unexpected()
        }
        #expect(document.offset == 2)
        #expect(elements.map(\.offset) == [3, 6, 12])
        #expect(members[0].offset == 13)
        #expect(members[0].value.offset == 16)
    }

    @Test func boundsAreKept() {
        let bounds = JSON5Bounds(maxBytes: 100, maxDepth: 3, maxValues: 10)
        #expect(throws: Never.self) { try json5Value(Array("[[[1]]]".utf8), bounds: bounds) }
        #expect(throws: JSON5Error.self) { try json5Value(Array("[[[[1]]]]".utf8), bounds: bounds) }
        #expect(throws: JSON5Error.self) {
            try json5Value(Array("[1,2,3,4,5,6,7,8,9,0]".utf8), bounds: bounds)
        }
        #expect(throws: JSON5Error.self) {
            try json5Value([UInt8](repeating: 0x20, count: 101), bounds: bounds)
        }
    }
}

private struct Unexpected: Error {}
