import Markup
import Testing

@Suite struct HTMLStripperTests {
    @Test(arguments: [
        ("<p>a <b>b</b> c</p>", "<p>a b c</p>"),
        ("<span data-x=1>a</span>", "a"),
        // Each end tag goes or stays with its own start tag.
        ("<span class=k>a<span>b</span>c</span>d", "<span class=k>abc</span>d"),
        ("<span>a<span class=k>b</span>c</span>d", "a<span class=k>b</span>cd"),
        ("<b>a</i>b</b></b>", "ab"),
        ("<p>रवि <em>शर्मा</em></p>", "<p>रवि शर्मा</p>"),
        ("<div>\n\t  <p>a  b</p>\r\n  </div>", "<div>\n<p>a  b</p>\r</div>"),
        ("<link rel=preload href=/a><link rel=canonical href=/b>", "<link rel=canonical href=/b>"),
    ])
    func leavesOutWhatNoReaderNeeds(html: String, expected: String) {
        let result = strippedHTML(Array(html.utf8), forReading: true)
        #expect(String(decoding: result.html, as: UTF8.self) == expected)
    }

    @Test func tagsNestedDeeperThanRememberedStayPaired() {
        let html = String(repeating: "<b>", count: 70) + "a" + String(repeating: "</b>", count: 70) + "b"
        let result = strippedHTML(Array(html.utf8), forReading: true)
        let kept = String(repeating: "<b>", count: 6) + "a" + String(repeating: "</b>", count: 6) + "b"
        #expect(String(decoding: result.html, as: UTF8.self) == kept)
    }

    private func stripped(_ html: String) -> String {
        String(decoding: strippedHTML(Array(html.utf8)).html, as: UTF8.self)
    }

    @Test(arguments: [
        ("a<script>var x = '<p>no</p>';</script>b", "a b"),
        ("a<SCRIPT type=x>if (a</b) {}</SCRIPT >b", "a b"),
        ("a<style>p > a {}</style\n>b", "a b"),
        ("a<svg><title>no</title><svg></svg></svg>b", "a b"),
        ("a<svg/>b", "ab"),
        ("a<template><template></template>no</template>b", "a b"),
        ("a<noscript><img></noscript><iframe>no</iframe>b", "a  b"),
        ("a<select><option>no</select>b", "a b"),
        ("a<!-- no --><!----><!--> b", "a b"),
        ("a<!-- - -- > --!>b", "ab"),
        ("a<!DOCTYPE html><![CDATA[no]]><?xml no?>b", "ab"),
        ("<p>1 < 2 <3</p>", "<p>1 &lt; 2 &lt;3</p>"),
        ("<p title='a>b' class=\"<script>\">c</p>", "<p title='a>b' class=\"<script>\">c</p>"),
        ("a\u{0}b", "ab"),
    ])
    func removesWhatNobodyReads(html: String, expected: String) {
        #expect(stripped(html) == expected)
    }

    @Test(arguments: [
        ("<p>a<noscript>b", "<p>ab"),
        ("<p>a<iframe>b<iframe>c", "<p>abc"),
        ("<p>a<!-- b", "<p>a b"),
        ("<p>a<script>b", "<p>a"),
        ("<p>a<b class='c", "<p>a"),
        ("<p>a</p", "<p>a"),
        ("<", "<"),
        ("", ""),
    ])
    func keepsTheTextOfWhatIsNeverClosed(html: String, expected: String) {
        #expect(stripped(html) == expected)
    }

    @Test(arguments: [
        ("&#151;&#x92;", "—’"),
        ("&ccaron;&Zcaron;&lpar;x&rpar;", "čŽ(x)"),
        ("&amp;&lt;&#38;&quot;&apos;&unknown;&;&", "&amp;&lt;&#38;&quot;&apos;&unknown;&;&"),
        ("&eacute;&#8212;&hellip;", "é—…"),
        ("<a href='?a=1&ccaron=2' title='&ccaron;'>", "<a href='?a=1&ccaron=2' title='č'>"),
    ])
    func writesOutReferences(html: String, expected: String) {
        #expect(stripped(html) == expected)
    }

    @Test func keepsLinkedData() {
        let html = """
            <script type="application/ld+json">{"a": 1}</script><script>no</script>
            <script type='application/LD+JSON' id=x>[2]</script>
            """
        let data = strippedHTML(Array(html.utf8)).linkedData.map { String(decoding: $0, as: UTF8.self) }
        #expect(data == ["{\"a\": 1}", "[2]"])
    }

    @Test func dropsStrayEndTagsAndSurplusAttributes() {
        #expect(stripped("<p>a</x></b></p></p>") == "<p>a</p>")
        let attributes = (0..<200).map { " a\($0)=1" }.joined()
        let kept = stripped("<p\(attributes)>text</p>")
        #expect(kept.hasPrefix("<p a0=1") && kept.hasSuffix(">text</p>") && kept.utf8.count < 1000)
    }

    @Test(arguments: [
        "<script>", "<iframe>", "<!--", "<svg>", "<template>", "</script", "<a b='", "&#", "<", "<!",
    ])
    func isLinearOnRepeatedOpenings(opening: String) {
        let page = String(repeating: opening, count: 1_000_000 / opening.utf8.count) + "<p>end</p>"
        #expect(stripped(page).utf8.count <= page.utf8.count * 4)
    }
}
