import Markup

/// Decides which blocks of a page are the article's text; the answer is each block's verdict.
///
/// Blocks of prose vote for the element that holds them; the element with the greatest sum of prose minus what links
/// and scraps cost becomes the article's, and is then trimmed at its ends and inside. The sum adds up over an
/// element's children, so a text split over several elements is found in their common ancestor.
///
/// - Complexity: O(n) in blocks and elements.
struct BodySelection {
    var page: Page
    /// Titles that the page declares, reduced to letters and digits.
    let titles: [[UInt8]]
    /// Units of prose before each block, and in the whole page at the end.
    var proseBefore: [Double] = []
    var titleBlock: Int?
    /// Index of the element chosen as the article's.
    var container = 0
    /// The element whose children most of the text's paragraphs are; nil when the text is scattered.
    var main: Int32?

    private static let maxDescriptions = 6
    /// Summaries that the page declares, reduced to letters and digits.
    let descriptions: [[UInt8]]

    /// Names of its authors in lowercase.
    let authors: [[UInt8]]

    init(_ page: Page, titles: [String], descriptions: [String], authors: [String]) {
        self.page = page
        self.titles = titles.map { reduced(Array($0.utf8)[...]) }.filter { !$0.isEmpty }
        self.authors = authors.filter { $0.utf8.count >= 7 && $0.contains(" ") }
            .map { lowercasedLine(Array($0.utf8)[...], limit: 80) }
        self.descriptions = descriptions.prefix(BodySelection.maxDescriptions)
            .map { reduced(Array($0.utf8)[...]) }.filter { $0.count >= 30 }
    }

    /// Gives every block its verdict.
    mutating func run() {
        guard !page.blocks.isEmpty else { return }
        markProse()
        titleBlock = foundTitleBlock()
        markAsides()
        markCards()
        markCaptions()
        markLabelledBoxes()
        container = bestContainer()
        judgeBlocks()
        keepCaptionsOfGallery()
    }

    /// Index of the title's block, or of the first block of text.
    var headline: Int {
        let first = page.blocks.firstIndex { $0.isKept } ?? page.blocks.count
        return titleBlock.map { min($0, first) } ?? max(0, first - 2)
    }

    /// The blocks around the title and the beginning of the text, where date and authors stand.
    var head: Range<Int> {
        let first = page.blocks.firstIndex { $0.isKept } ?? page.blocks.count
        return max(0, headline - 8)..<min(page.blocks.count, max(first, headline) + 9)
    }

    /// The blocks right behind the text.
    var tail: Range<Int> {
        let last = page.blocks.lastIndex { $0.isKept } ?? page.blocks.count
        return min(last + 1, page.blocks.count)..<min(last + 25, page.blocks.count)
    }

    var totalProse: Double { proseBefore.last ?? 0 }

    /// Units of prose in blocks `first ..< end`.
    func prose(_ first: Int, _ end: Int) -> Double {
        proseBefore[end] - proseBefore[first]
    }
}

/// Letters and digits of ASCII in lowercase and everything that is not ASCII: what stays the same however a title is
/// set.
func reduced(_ text: ArraySlice<UInt8>) -> [UInt8] {
    text.withUnsafeBufferPointer { text in
        [UInt8](unsafeUninitializedCapacity: text.count) { result, count in
            for byte in text {
                switch byte {
                case UInt8(ascii: "A")...UInt8(ascii: "Z"): result[count] = byte | 0x20
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), 0x80...:
                    result[count] = byte
                default: continue
                }
                count += 1
            }
        }
    }
}
