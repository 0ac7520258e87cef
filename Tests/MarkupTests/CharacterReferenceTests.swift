import Markup
import Testing

@Suite struct CharacterReferenceTests {
    private func read(_ text: String) -> String? {
        let bytes = Array(text.utf8)
        guard let reference = characterReference(in: bytes.span, at: 0) else { return nil }
        var result: [UInt8] = []
        reference.append(to: &result)
        return String(decoding: result + bytes[reference.byteCount...], as: UTF8.self)
    }

    @Test(arguments: [
        ("&amp;", "&"), ("&eacute;", "é"), ("&Eacute;", "É"), ("&nbsp;x", "\u{A0}x"), ("&hellip;", "…"),
        ("&CounterClockwiseContourIntegral;", "∳"), ("&NotEqualTilde;", "≂\u{338}"), ("&apos;", "'"),
        ("&copy 2026", "© 2026"), ("&#233;", "é"), ("&#xE9;", "é"), ("&#XE9", "é"), ("&#20013;", "中"),
        ("&#128512;", "😀"), ("&#150;", "–"), ("&#0;", "\u{FFFD}"), ("&#xD800;", "\u{FFFD}"),
        ("&#99999999999999999999999;", "\u{FFFD}"),
    ])
    func isReadAsBrowsersDo(text: String, result: String) {
        #expect(read(text) == result)
    }

    @Test(arguments: [
        "&", "& ", "&;", "&#;", "&#x;", "&#xg", "&unknown;", "&hellip", "&copy=1", "&copyx;", "&É;",
    ])
    func whatIsNoneStays(text: String) {
        #expect(read(text) == nil)
    }

    @Test func windows1252HasABackWay() {
        #expect(windows1252Byte("€") == 0x80)
        #expect(windows1252Byte("é") == 0xE9)
        #expect(windows1252Byte("\u{81}") == 0x81)
        #expect(windows1252Byte("\u{80}") == nil)
        #expect(windows1252Byte("ж") == nil)
    }
}
