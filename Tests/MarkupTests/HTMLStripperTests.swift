import Markup
import Testing

@Suite struct HTMLStripperTests {
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
        ("a<template shadowrootmode=open>b<template>no</template>c</template>d", "ab cd"),
        ("a<template class='shadowrootmode' data-x=open>no</template>b", "a b"),
        ("a<script type='text/template'><p>no</p></script>b", "a b"),
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
        ("a<script type='text/template'><p>b</p></script>c", "a<p>b</p>c", true),
        ("a<SCRIPT id=x TYPE = Text/Template><p>b</p><script>no</script></SCRIPT>c", "a<p>b</p> c", true),
        ("a<script type='application/json' data-x='text/template'>no</script>b", "a b", false),
        (
            "a<script src='/text/template/x.js'>no</script><script type=text/template src=/x>no</script>b",
            "a  b", false
        ),
    ])
    func templatesAreShownOnRequest(html: String, expected: String, hasTemplates: Bool) {
        let page = strippedHTML(Array(html.utf8), showsTemplates: true)
        #expect(String(decoding: page.html, as: UTF8.self) == expected)
        #expect(page.hasTemplates == hasTemplates)
        #expect(strippedHTML(Array(html.utf8)).hasTemplates == hasTemplates)
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
