import Model
import Testing

@Test(arguments: [
    ("plain", "plain"),
    ("", ""),
    ("two\nlines\r\n", "two\\nlines\\r\\n"),
    ("a\tb", "a\\tb"),
    ("\u{1B}[31mred\u{1B}[0m", "\\u{1B}[31mred\\u{1B}[0m"),
    ("nul\u{0}bell\u{7}", "nul\\u{0}bell\\u{7}"),
    ("del\u{7F}", "del\\u{7F}"),
    ("csi\u{9B}31m nel\u{85}", "csi\\u{9B}31m nel\\u{85}"),
    ("\u{202E}gpj.exe\u{202C}", "\\u{202E}gpj.exe\\u{202C}"),
    ("a\u{206A}b\u{206F}", "a\\u{206A}b\\u{206F}"),
    ("\u{2066}x\u{2069}\u{2028}\u{2029}", "\\u{2066}x\\u{2069}\\u{2028}\\u{2029}"),
    ("林剑 и ЦРУ — لين جيان ทรัมป์ ट्रंप 👩‍👩‍👧", "林剑 и ЦРУ — لين جيان ทรัมป์ ट्रंप 👩‍👩‍👧"),
    (
        "no\u{A0}break, zero\u{200B}width, left\u{200E}mark",
        "no\u{A0}break, zero\u{200B}width, left\u{200E}mark"
    ),
])
func controlsAndOverridesAreEscaped(text: String, safe: String) {
    #expect(safeText(text).unicodeScalars.elementsEqual(safe.unicodeScalars))
}

@Test func jsonStaysJSON() {
    #expect(safeJSON("{\"a\":\"x\u{7F}\u{9B}y\u{202E}\"}") == "{\"a\":\"x\\u007f\\u009by\\u202e\"}")
    #expect(safeJSON("[\"trump 特朗普\"]") == "[\"trump 特朗普\"]")
}
