import Markup
import Testing

/// What the clean-up makes of a document, byte for byte.
@Suite struct XMLCleanerTests {
    private func cleaned(_ text: String, _ limits: XMLLimits = XMLLimits()) -> (String, [String]) {
        let document = cleanedXML(Array(text.utf8), limits: limits)
        return (String(decoding: document.bytes, as: UTF8.self), document.repairs.sentences)
    }

    @Test(arguments: [
        "<a>b &amp; &#233; &#x4E2D; &lt;c&gt;</a>", "<a b='1' c=\"&quot;\"/>", "<a><b/><c></c></a>",
        "<a><![CDATA[x & y < z]]></a>", "<a><!-- & < --></a>",
    ])
    func aCleanDocumentStaysAsItIs(text: String) {
        #expect(cleaned(text) == (text, []))
    }

    @Test(arguments: [
        ("<a>b & c</a>", "<a>b &amp; c</a>", "1 bare & kept as text"),
        ("<a b=\"?x=1&y=2\"/>", "<a b=\"?x=1&amp;y=2\"/>", "1 bare & kept as text"),
        ("<a>&nbsp;&copy</a>", "<a>\u{A0}&amp;copy</a>", "1 bare & kept as text"),
        ("<a>caf&eacute;</a>", "<a>café</a>", "1 HTML entity replaced"),
        ("<a>&LT;&AMP;</a>", "<a>&lt;&amp;</a>", "2 HTML entities replaced"),
        ("<a>&#151;&#x93;</a>", "<a>—“</a>", "2 windows-1252 controls replaced"),
        ("<a>\u{93}é\u{85}</a>", "<a>“é…</a>", "2 windows-1252 controls replaced"),
        ("<a>&#8;&#65 &#X42;</a>", "<a>A B</a>", "3 malformed character references mended"),
        ("<a>&#13;\u{0}\u{1B}[2J</a>", "<a>&#13;[2J</a>", "2 forbidden characters removed"),
        ("<a>1 < 2 <3 <é> <x</a>", "<a>1 &lt; 2 &lt;3 &lt;é> &lt;x</a>", "4 stray < or ]]> kept as text"),
        ("<a>x]]>y</a>", "<a>x]]&gt;y</a>", "1 stray < or ]]> kept as text"),
        ("<a b=\"1 < 2\"/>", "<a b=\"1 &lt; 2\"/>", "1 stray < or ]]> kept as text"),
        ("<a b=1 c d='2'e=\"3\"/>", "<a b=\"1\" c=\"c\" d=\"2\" e=\"3\"/>", "1 malformed tag mended"),
        ("<a b=x&y b=2></a>", "<a b=\"x&amp;y\"></a>", "1 malformed tag mended"),
        ("<a><b>c</a>", "<a><b>c</b></a>", "1 unclosed element closed"),
        ("<a></b>c</a>", "<a>c</a>", "1 end tag without a start dropped"),
        ("<a><B>c</b ></A>", "<a><B>c</B></a>", ""),
        ("<a><b>c", "<a><b>c<?e?></b></a>", "the document ends in the middle"),
        ("<a><b>c</", "<a><b>c<?e?></b></a>", "the document ends in the middle"),
        ("<a><b c=\"d", "<a><?e?></a>", "the document ends in the middle"),
        ("<a><![CDATA[b", "<a><![CDATA[b]]><?e?></a>", "the document ends in the middle"),
        ("<a/><b/>", "<a/>", ""), ("<?xml version='1.0' encoding='utf-16'?>", "", ""),
        ("<a>1</a><b>2</b>", "<a>1<b>2</b></a>", "1 further outermost element read too"),
        ("x & y <a>b</a> & z", "<a>b</a>", "6 bytes before the document skipped"),
        (
            "<?xml version='1.1'?><!DOCTYPE a [<!ENTITY b \"]>\">]><a>&b;</a>", "<a>&amp;b;</a>",
            "1 bare & kept as text"
        ),
        ("<a><?xml version='1.0'?>b<?php echo 1 ?></a>", "<a>b</a>", ""),
        ("<a>b\r\nc\rd</a>", "<a>b\nc\nd</a>", ""),
    ])
    func damageIsMended(text: String, result: String, says: String) {
        let (bytes, sentences) = cleaned(text)
        #expect(bytes == result)
        if !says.isEmpty { #expect(sentences.contains(says), "\(sentences)") }
    }

    @Test func entityDeclarationsAreSaid() {
        let (_, sentences) = cleaned("<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a>&x;</a>")
        #expect(sentences.contains("the document declares entities; the declarations were ignored"))
    }

    @Test(arguments: [
        // The element ends, and the document goes on.
        ("<r><i><d><![CDATA[新闻</d></i><i>b</i></r>", "<r><i><d><![CDATA[新闻]]></d></i><i>b</i></r>"),
        (
            "<r><i><d><![CDATA[خبر</d> <t>x</t></i><i><d><![CDATA[<b>y</b>]]></d></i></r>",
            "<r><i><d><![CDATA[خبر]]></d> <t>x</t></i><i><d><![CDATA[<b>y</b>]]></d></i></r>"
        ),
        ("<r><d><![CDATA[ข่าว]] > </d><e/></r>", "<r><d><![CDATA[ข่าว]]></d><e/></r>"),
        ("<r><d><![CDATA[x]></d></r>", "<r><d><![CDATA[x]]></d></r>"),
        ("<r><d><![CDATA[a]]</d><d><![CDATA[b</d></r>", "<r><d><![CDATA[a]]></d><d><![CDATA[b]]></d></r>"),
        ("<r><d><![CDATA[a\u{0}b</d><e/></r>", "<r><d><![CDATA[ab]]></d><e/></r>"),
        ("<r><!-- старое <i>новость</i></r>", "<r><i>новость</i></r>"),
        ("<r><!-- x > <i>y</i><!-- z --</r>", "<r> <i>y</i></r>"),
        ("<!-- x <r>समाचार</r>", "<r>समाचार</r>"),
    ])
    func whatNeverEndsIsClosedWhereItsElementEnds(text: String, result: String) {
        let (bytes, sentences) = cleaned(text)
        #expect(bytes == result)
        #expect(sentences.contains { $0.contains("without an end closed") }, "\(sentences)")
    }

    @Test(arguments: [
        // A script's own mark, and an element of HTML with the same name as the feed's.
        "<r><d><![CDATA[<script>//<![CDATA[ x //]]></d></r>",
        "<r><s><![CDATA[<s>x</s>y <![CDATA[ ]]></s></r>",
        "<r><!-- <i>a</i> <!-- <i>b</i> --><i>c</i></r>",
    ])
    func whatEndsIsLeftAsItIs(text: String) {
        #expect(cleaned(text) == (text, []))
    }

    @Test func aDocumentCutInACommentEndsThere() {
        let (bytes, sentences) = cleaned("<r><i>a</i><!-- <i>b</i>")
        #expect(bytes == "<r><i>a</i><?e?></r>")
        #expect(sentences == ["the document ends in the middle"])
    }

    @Test(arguments: [
        ("<a><b><c x='&'><d y=1><e>x</e></d></c></b><f/></a>", "<a><b>x</b><f/></a>"),
        // End tags that never came, and ones too many.
        ("<a><b><c><d>x</b><c/><f>y</f></a>", "<a><b>x</b><c/><f>y</f></a>"),
        ("<a><b><b><b>x</b></b></b><c>y</c></a>", "<a><b>x</b><c>y</c></a>"),
        ("<a><b><c/><c>x</c></c></b></a>", "<a><b>x</b></a>"),
    ])
    func whatIsTooDeepLosesItsTagsOnly(text: String, result: String) {
        var limits = XMLLimits()
        limits.maxDepth = 2
        let (bytes, sentences) = cleaned(text, limits)
        #expect(bytes == result)
        #expect(sentences.contains { $0.contains("nested too deep") }, "\(sentences)")
    }

    @Test func boundsAreKept() {
        var limits = XMLLimits()
        limits.maxDepth = 3
        limits.maxAttributes = 2
        limits.maxNamespaces = 1
        limits.maxBytes = 40
        #expect(cleaned("<a><b><c><d>x</d></c></b></a>", limits).0 == "<a><b><c>x</c></b></a>")
        #expect(cleaned("<a x='' y='' z=''/>", limits).0 == "<a x=\"\" y=\"\"/>")
        #expect(cleaned("<a xmlns='u' xmlns:b='v'/>", limits).0 == "<a xmlns=\"u\"/>")
        let long = cleaned("<a>0123456789012345678901234567890123456789</a>", limits)
        #expect(long.0 == "<a>0123456789012345678901234567890123456<?e?></a>")
        #expect(long.1 == ["the document is too long; the rest was not read"])
    }

    @Test(arguments: ["a", "é", "文", "，", "\u{A0}", "\t", "😀"])
    func whatNeedsALookIsFoundWhereverItStands(filling: String) {
        let pieces = [
            ("&", "&amp;"), ("\u{0}", ""), ("\u{1F}", ""), ("\r", "\n"), ("\u{93}", "“"), ("\u{FFFF}", ""),
            ("]]>", "]]&gt;"), ("< ", "&lt; "),
        ]
        // Short enough that nothing is left out.
        let count = 36 / filling.utf8.count
        for (piece, mended) in pieces {
            for place in 0...count {
                let before = String(repeating: filling, count: place)
                let after = String(repeating: filling, count: count - place)
                let whole = cleaned("<a>\(before)\(piece)\(after)</a>").0
                #expect(Array(whole.utf8) == Array("<a>\(before)\(mended)\(after)</a>".utf8))
            }
        }
    }

    @Test func longPlainTextIsOnlyReferredTo() {
        let text = String(repeating: "长篇文章", count: 20)
        let document = cleanedXML(Array("<a>\(text)<b><![CDATA[\(text)]]></b></a>".utf8))
        #expect(String(decoding: document.bytes, as: UTF8.self) == "<a><?A?><b><?B?></b></a>")
    }
}
