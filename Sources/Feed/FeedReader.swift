import Address
import Dates
import Markup
import Model

/// Turns the events of one XML document into a feed, in one pass.
///
/// A value, so that its many parts are reached without a check of exclusive access for each.
struct FeedReader {
    /// An element whose text is being collected.
    struct Frame {
        var element: FeedElement
        var depth: Int
        /// Where its text begins in ``text``.
        var start: Int
        var kind = FeedTextKind.unknown
        /// Whether child elements are written out as HTML.
        var isMarkup = false
        /// What a link leads to whose address is its text.
        var relation = LinkRelation.alternate
    }

    /// xml:base and xml:lang as an element set them.
    struct Scope {
        var depth: Int
        var base: String?
        var language: String?
    }

    let dates: DateReader
    let now: Timestamp
    let limits: FeedLimits

    var format: FeedFormat?
    var root = ""
    var feed = ParsedFeed(format: .rss)
    /// The item that is open.
    var draft = ItemDraft()
    var isInItem = false
    var drafts: [ItemDraft] = []
    var itemDepth = 0
    /// Elements open.
    var depth = 0
    /// The depth of the element whose content is skipped; 0 when none is.
    var mutedDepth = 0
    /// The depth of an Atom entry's `source`, whose title and link are its own; 0 outside of one.
    var sourceDepth = 0
    var frames: [Frame] = []
    /// The text of all frames, innermost last.
    var text: [UInt8] = []
    var scopes: [Scope] = []
    var person = Person()
    var feedAuthors: [String] = []
    var schedule = UpdateRhythm()
    var notes = FeedNotes()
    /// The document has ended in the middle: what ends now is unfinished.
    var isCutOff = false
    var hasNewsElements = false
    var hasRSS090Names = false
    var hasAtom03Names = false

    init(url: String?, dates: DateReader, now: Timestamp, limits: FeedLimits) {
        self.dates = dates
        self.now = now
        self.limits = limits
        scopes.append(Scope(depth: 0, base: url, language: nil))
        text.reserveCapacity(16 << 10)
        drafts.reserveCapacity(50)
    }

    var base: String? { scopes[scopes.count - 1].base }
    var scopeLanguage: String? { scopes[scopes.count - 1].language }

    // MARK: Names

    mutating func elementCode(of name: XMLName) -> UInt8 {
        switch name.namespace {
        case "http://my.netscape.com/rdf/simple/0.9/", "http://channel.netscape.com/rdf/simple/0.9/":
            hasRSS090Names = true
        case "http://purl.org/atom/ns#": hasAtom03Names = true
        case "http://www.google.com/schemas/sitemap-news/0.9": hasNewsElements = true
        default: break
        }
        if root.isEmpty { root = name.local }
        if name.namespace == nil, let prefix = name.prefix { noteUndeclared(prefix, name) }
        return FeedElement(name).rawValue
    }

    private mutating func noteUndeclared(_ prefix: String, _ name: XMLName) {
        guard FeedVocabulary(name) != .other, !notes.undeclaredPrefixes.contains(prefix) else { return }
        notes.undeclaredPrefixes.append(prefix)
    }

    // MARK: Events

    mutating func startElement(_ code: UInt8, _ tag: XMLTag) -> Bool {
        depth += 1
        guard mutedDepth == 0 else { return true }
        let element = FeedElement(rawValue: code) ?? .unknown
        if let frame = frames.last {
            if frame.isMarkup || isNakedMarkup(element, in: frame) {
                writeStartTag(element, tag)
                return true
            }
            if endsUnclosedText(element, in: frame) { endText() }
        }
        if tag.attributeCount > 0 { openScope(tag) }
        switch element {
        case .rss, .rdf, .feed, .channel, .urlset, .sitemapIndex: startDocument(element, tag)
        case .item, .entry, .url, .sitemap: return startItem(element, tag)
        case .image, .textInput, .contributor, .cloud: mutedDepth = depth
        case .source: startSource(tag)
        case _ where sourceDepth > 0: startPart(ofSource: element, tag)
        case .link: startLink(tag)
        case .unknown, .html, .division, .voidTag: break
        default: startText(element, tag)
        }
        return true
    }

    mutating func endElement(_ code: UInt8, _ tag: XMLTag) {
        endTextOrMarkup(code, tag)
        if scopes.count > 1, scopes[scopes.count - 1].depth == depth { scopes.removeLast() }
        depth -= 1
    }

    private mutating func endTextOrMarkup(_ code: UInt8, _ tag: XMLTag) {
        if mutedDepth > 0 {
            if depth == mutedDepth { mutedDepth = 0 }
            return
        }
        if let frame = frames.last {
            if frame.depth == depth {
                endText()
            } else if frame.isMarkup {
                writeEndTag(FeedElement(rawValue: code) ?? .unknown, tag)
            }
        }
        if depth == sourceDepth { sourceDepth = 0 }
        if isInItem, depth == itemDepth { endItem() }
    }

    mutating func characters(_ utf8: Span<UInt8>) {
        guard mutedDepth == 0, let frame = frames.last else { return }
        utf8.withUnsafeBufferPointer { bytes in
            if frame.isMarkup {
                appendEscaped(bytes)
            } else {
                text.append(contentsOf: bytes)
            }
        }
    }

    // MARK: Scopes

    private mutating func openScope(_ tag: XMLTag) {
        let newBase = tag.value(FeedAttribute.base.rawValue)
        let newLanguage = tag.value(FeedAttribute.language.rawValue)
        guard newBase != nil || newLanguage != nil else { return }
        var scope = Scope(depth: depth, base: base, language: scopeLanguage)
        if let newBase, let resolved = resolvedURL(newBase, base: base) { scope.base = resolved }
        if let newLanguage { scope.language = newLanguage.isEmpty ? nil : newLanguage }
        scopes.append(scope)
    }

    // MARK: Documents

    private mutating func startDocument(_ element: FeedElement, _ tag: XMLTag) {
        if depth == 1, let language = scopeLanguage { feed.language = language }
        guard format == nil || depth == 1 else { return }
        switch element {
        case .rss: format = rssFormat(tag.value(FeedAttribute.version.rawValue) ?? "")
        case .rdf: format = .rss10
        case .feed: format = tag.value(FeedAttribute.version.rawValue) == "0.3" ? .atom03 : .atom10
        case .urlset: format = .sitemap
        case .sitemapIndex: format = .sitemapIndex
        default:
            // A channel by itself is CDF when it says so with CDF's attributes, otherwise RSS that lost its root.
            format = .rss
            if root.allSatisfy(\.isUppercase) { format = .cdf }
            if let link = tag.value(FeedAttribute.href.rawValue) {
                format = .cdf
                feed.link = absolute(Array(link.utf8)[...])
            }
        }
    }

    private func rssFormat(_ version: String) -> FeedFormat {
        switch version.prefix(4) {
        case "0.90": .rss090
        case "0.91": .rss091
        case "0.92", "0.93", "0.94": .rss092
        case let version where version.hasPrefix("2"): .rss20
        case let version where version.hasPrefix("1"): .rss10
        default: .rss
        }
    }

    var isAtom: Bool { format == .atom10 || format == .atom03 }
}
