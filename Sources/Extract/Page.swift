import Markup

/// A page as flat lists in document order: its text in blocks, the elements around them, and what it says of itself.
struct Page: Sendable {
    /// The text of all blocks, white space collapsed, a line feed behind each.
    var text: [UInt8] = []
    var blocks: [Block] = []
    /// Block-level elements; the first is the page itself.
    var elements: [Element] = []
    var marks = PageMarks()
    /// The names of all elements, for explanations.
    var names: [UInt8] = []

    /// Where a block stands: `body > div.story > p`, innermost last, the last four levels.
    func path(of block: Block) -> String {
        var parts: [String] = []
        var index = Int(block.element)
        while index > 0, parts.count < 5 {
            let element = elements[index]
            let name = String(decoding: names[Int(element.nameStart)..<Int(element.nameEnd)], as: UTF8.self)
            parts.append(element.tag.rawValue + name)
            index = Int(element.parent)
        }
        return parts.reversed().joined(separator: " > ")
    }

    /// The bytes of a block's text.
    func bytes(of block: Block) -> ArraySlice<UInt8> {
        text[Int(block.start)..<Int(block.end)]
    }

    func string(of block: Block) -> String {
        String(decoding: bytes(of: block), as: UTF8.self)
    }

    /// Units of the blocks that were kept.
    var keptUnits: Int { blocks.reduce(0) { $0 + ($1.isKept ? Int($1.units) : 0) } }

    /// Text between two offsets with blocks joined by spaces.
    func string(_ range: Range<Int>) -> String {
        let bytes = text[range.clamped(to: 0..<text.count)]
        return String(decoding: bytes.map { $0 == 0x0A ? 0x20 : $0 }, as: UTF8.self).trimmed
    }
}

/// What kind of element a block's text stands in.
enum BlockKind: UInt8, Sendable {
    case division, paragraph, item, topHeading, heading, cell, quote, preformatted, caption, definition
}

/// A run of text without a block boundary in it.
struct Block: Sendable {
    /// Byte offsets in ``Page/text``.
    var start: Int32
    var end: Int32
    /// Bytes of it inside links.
    var linkedBytes: Int32
    /// Index of the innermost block-level element.
    var element: Int32
    var kind: BlockKind
    /// Letters and signs; one of a script without spaces counts as two.
    var units: Int32 = 0
    var words: Int32 = 0
    /// Whether a comma or the end of a sentence occurs.
    var hasPunctuation = false
    /// Whether it ends as a sentence or a quotation does.
    var endsSentence = false
    /// Whether it looks like running text of an article.
    var isProse = false
    /// Whether it stands in an element that is named or looks like something beside the article.
    var isAside = false
    /// Whether it invites to read, share, subscribe or follow, or only credits a picture.
    var isPromotion = false
    var verdict = Verdict.kept

    var byteCount: Int { Int(end - start) }
    /// Share of the text inside links, 0…1.
    var linkDensity: Double { byteCount == 0 ? 0 : Double(linkedBytes) / Double(byteCount) }
    var isHeading: Bool { kind == .heading || kind == .topHeading }
    var isKept: Bool { verdict == .kept }

    /// Why a block became part of the article or not.
    enum Verdict: String, Sendable {
        case kept
        case outside = "outside the article's element"
        case aside = "in an element beside the text"
        case card = "in a list of other articles"
        case title = "repeats the title"
        case caption = "caption"
        case promotion = "promotes something else"
        case notice = "notice about cookies or consent"
        case links = "mostly links"
        case short = "too short for a paragraph"
        case behind = "behind a heading of comments or other articles"
        case before = "before the text begins"
        case after = "after the text ends"
        case metadata = "date, place or contact of the article"
        case closing = "speaks of the page or its makers, not of the matter"
        case repeated = "repeats an earlier paragraph"
    }
}

/// A block-level element and the blocks it spans.
struct Element: Sendable {
    var tag: HTMLTag
    /// Index of the enclosing element; -1 for the page itself.
    var parent: Int32
    var firstBlock: Int32
    /// The block behind its last one.
    var endBlock: Int32 = 0
    var traits: ElementTraits
    /// Hash of the first class name: alike siblings share it and the tag.
    var kinship: UInt32
    /// Its classes and id in ``Page/names``.
    var nameStart: Int32 = 0
    var nameEnd: Int32 = 0
    /// Units of prose in it.
    var prose: Double = 0

    var isHeading: Bool {
        switch tag {
        case .h1, .h2, .h3, .h4, .h5, .h6: true
        default: false
        }
    }
}
