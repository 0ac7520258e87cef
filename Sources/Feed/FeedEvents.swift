import Markup

/// Passes the events of a document on to the reader of feeds.
final class FeedEvents: XMLHandler {
    /// One event at a time, and none of them reaches the reader again: checking each for exclusive access costs a
    /// fortieth of all reading.
    @exclusivity(unchecked) private var reader: FeedReader

    init(_ reader: FeedReader) { self.reader = reader }

    func elementCode(of name: XMLName) -> UInt8 { reader.elementCode(of: name) }

    func attributeCode(of name: XMLName) -> UInt8 { FeedAttribute(name).rawValue }

    func startElement(_ code: UInt8, _ tag: XMLTag) -> Bool { reader.startElement(code, tag) }

    func endElement(_ code: UInt8, _ tag: XMLTag) { reader.endElement(code, tag) }

    func characters(_ utf8: Span<UInt8>) { reader.characters(utf8) }

    func documentIsCutOff() { reader.isCutOff = true }

    /// The outermost element's name; empty when there was none.
    var root: String { reader.root }

    /// The feed as read; nil when the document held none.
    func finishedFeed(_ notes: [String]) -> ParsedFeed? { reader.finishedFeed(notes) }
}
