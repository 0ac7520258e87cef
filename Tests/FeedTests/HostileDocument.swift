/// Feeds of one item, followed by something that tempts a reader to look again and again.
enum HostileDocument: String, CaseIterable, Sendable {
    case unclosedInstructions, unclosedQuotes, mixedQuotes, manyRootEnds, unclosedCDATA, unclosedComments
    case bareAmpersands, manyAttributes, manyNamespaces, manyNames, longName, unclosedEntities

    var text: String {
        "<rss><channel><item><title>x</title></item>" + tail
    }

    private var tail: String {
        switch self {
        case .unclosedInstructions: repeated("<?", 200_000)
        case .unclosedQuotes: repeated("<a b=\"", 100_000)
        case .mixedQuotes: repeated("<a b='\" c=\"' ", 50_000)
        case .manyRootEnds: repeated("</rss>", 100_000) + "<a>"
        case .unclosedCDATA: repeated("<![CDATA[", 50_000)
        case .unclosedComments: repeated("<!--", 100_000)
        case .bareAmpersands: repeated("&", 400_000)
        case .unclosedEntities: repeated("&eacute", 100_000)
        case .manyAttributes: "<a " + numbered(50_000) { "a\($0)=''" } + "/>"
        case .manyNamespaces:
            numbered(190) { level in "<a " + numbered(100) { "xmlns:p\(level)x\($0)='u'" } + ">" }
                + repeated("<b/>", 50_000)
        case .manyNames: numbered(50_000) { "<a\($0)/>" }
        case .longName: "<" + repeated("a", 200_000) + ">"
        }
    }

    private func repeated(_ text: String, _ count: Int) -> String {
        String(repeating: text, count: count)
    }

    private func numbered(_ count: Int, _ text: (Int) -> String) -> String {
        (0..<count).map(text).joined(separator: " ")
    }
}
