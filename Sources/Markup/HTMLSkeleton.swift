/// A page for reading, its texts and attributes taken out: libxml2 is only left to tell which element is open where, and
/// copies no byte of what is read.
package struct HTMLSkeleton: Sendable {
    /// Tags without attributes, and one sign in the place of each text. A tag that has attributes is marked by one that
    /// stands for all.
    private(set) var html: [UInt8] = []
    /// All texts, one behind the other, their references resolved.
    var texts: [UInt8] = []
    /// Where each of the texts ends.
    private(set) var textEnds: [Int32] = []
    /// The attributes of all tags that have any, in document order.
    var attributes = HTMLAttributeList()
    private(set) var markedTags: [MarkedTag] = []
    /// The contents of `<script type="application/ld+json">`, in document order.
    package var linkedData: [[UInt8]] = []
    /// As ``StrippedHTML/hasTemplates``.
    package var hasTemplates = false

    /// A tag with attributes: the bytes of ``html`` it takes, and which of ``attributes`` it has.
    struct MarkedTag {
        var start: Int32
        var end: Int32
        var firstAttribute: Int32
        var endAttribute: Int32
    }

    init(capacity: Int) {
        html.reserveCapacity(capacity)
        texts.reserveCapacity(capacity)
    }

    /// Ends the text collected since the last tag. White space alone stays itself: libxml2 takes it for no text.
    mutating func closeText() {
        let start = textEnds.last.map(Int.init) ?? 0
        guard texts.count > start else { return }
        if texts[start...].allSatisfy(isHTMLSpace) {
            texts.removeLast(texts.count - start)
            html.append(0x20)
        } else {
            TextSign.append(textEnds.count, to: &html)
            textEnds.append(Int32(texts.count))
        }
    }

    /// - Parameter name: the bytes of the tag up to the end of its name, beginning with `</`.
    mutating func writeEndTag(_ name: Slice<UnsafeBufferPointer<UInt8>>) {
        html.append(contentsOf: name)
        html.append(UInt8(ascii: ">"))
    }

    /// - Parameter name: the bytes of the tag up to the end of its name, beginning with `<`.
    /// - Parameter first: its attributes are those from there on.
    mutating func writeTag(
        _ name: Slice<UnsafeBufferPointer<UInt8>>, isSelfClosing: Bool, notedFrom first: Int
    ) {
        let start = html.count
        html.append(contentsOf: name)
        let hasAttributes = attributes.count > first
        if hasAttributes {
            html.append(0x20)
            html.append(UInt8(ascii: "a"))
        }
        if isSelfClosing { html.append(UInt8(ascii: "/")) }
        html.append(UInt8(ascii: ">"))
        guard hasAttributes else { return }
        markedTags.append(
            MarkedTag(
                start: Int32(start), end: Int32(html.count), firstAttribute: Int32(first),
                endAttribute: Int32(attributes.count)))
    }

    /// Where text number `index` lies in ``texts``.
    func text(_ index: Int) -> Range<Int> {
        (index == 0 ? 0 : Int(textEnds[index - 1]))..<Int(textEnds[index])
    }
}

/// The sign that stands for a text: a character of private plane 15, by the number of the text. The numbers begin
/// again after 65,536 texts, and whoever reads them in order knows which is meant.
enum TextSign {
    static let byteCount = 4
    static let firstByte: UInt8 = 0xF3
    private static let base = 0xF0000

    static func append(_ number: Int, to html: inout [UInt8]) {
        let low = number & 0xFFFF
        html.append(firstByte)
        html.append(0xB0 | UInt8(low >> 12))
        html.append(0x80 | UInt8(low >> 6 & 0x3F))
        html.append(0x80 | UInt8(low & 0x3F))
    }

    /// The number of the text whose sign begins at `index`, which is the first possible from `next` on; nil when no
    /// sign begins there.
    static func number(_ html: UnsafeBufferPointer<UInt8>, at index: Int, from next: Int) -> Int? {
        guard html[index] == firstByte, index + 3 < html.count, html[index + 1] & 0xF0 == 0xB0 else {
            return nil
        }
        let low =
            Int(html[index + 1] & 0x0F) << 12 | Int(html[index + 2] & 0x3F) << 6 | Int(html[index + 3] & 0x3F)
        return next + ((low - next) & 0xFFFF)
    }
}
