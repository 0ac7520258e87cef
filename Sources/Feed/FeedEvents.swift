import Markup

/// Passes the events of a document on to the reader of feeds.
final class FeedEvents: XMLHandler {
    /// Memory of its own: as a property, the reader would be checked for exclusive access at every event, which costs a
    /// fortieth of all reading. Only this class reaches it, and no event comes inside another.
    private let reader: UnsafeMutablePointer<FeedReader>

    init(_ reader: FeedReader) {
        self.reader = .allocate(capacity: 1)
        self.reader.initialize(to: reader)
    }

    deinit {
        reader.deinitialize(count: 1)
        reader.deallocate()
    }

    func elementCode(of name: XMLName) -> UInt8 { reader.pointee.elementCode(of: name) }

    func attributeCode(of name: XMLName) -> UInt8 { FeedAttribute(name).rawValue }

    func startElement(_ code: UInt8, _ tag: XMLTag) -> Bool { reader.pointee.startElement(code, tag) }

    func endElement(_ code: UInt8, _ tag: XMLTag) { reader.pointee.endElement(code, tag) }

    func characters(_ utf8: Span<UInt8>) { reader.pointee.characters(utf8) }

    /// The outermost element's name; empty when there was none.
    var root: String { reader.pointee.root }

    /// The feed as read; nil when the document held none.
    func finishedFeed(_ notes: [String]) -> ParsedFeed? { reader.pointee.finishedFeed(notes) }
}
