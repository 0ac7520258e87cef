/// What there is to say about a document after reading it.
struct FeedNotes {
    /// What became of the item that the document ends in.
    enum UnfinishedItem: String {
        case kept = "the last item is cut off"
        case leftOut = "the last item is cut off before its link and left out"
    }

    var hasMoreItems = false
    var longAddresses = 0
    var unreadableDates = 0
    var suspectDates = 0
    var itemsWithoutLink = 0
    var distrustedIDs = 0
    var unfinishedItem: UnfinishedItem?
    var texts = TextRepairs()
    /// Prefixes that the document uses without a declaration, known ones only.
    var undeclaredPrefixes: [String] = []

    func sentences(_ limits: FeedLimits) -> [String] {
        var sentences: [String] = []
        func say(_ count: Int, _ one: String, _ many: String) {
            if count > 0 { sentences.append(count == 1 ? "1 \(one)" : "\(count) \(many)") }
        }
        if hasMoreItems { sentences.append("only the first \(limits.maxItems) items were read") }
        say(
            longAddresses, "address longer than \(limits.maxURLBytes) bytes dropped",
            "addresses longer than \(limits.maxURLBytes) bytes dropped")
        say(unreadableDates, "date could not be read", "dates could not be read")
        say(
            suspectDates, "date does not exist or lies in the future",
            "dates do not exist or lie in the future")
        say(itemsWithoutLink, "item has no usable link", "items have no usable link")
        say(
            distrustedIDs, "item id is not unique or changes; the link identifies the item",
            "item ids are not unique or change; the links identify the items")
        if let unfinishedItem { sentences.append(unfinishedItem.rawValue) }
        say(texts.encodedTwice, "text encoded twice put right", "texts encoded twice put right")
        say(texts.escapedTwice, "text escaped twice put right", "texts escaped twice put right")
        if !undeclaredPrefixes.isEmpty {
            let names = undeclaredPrefixes.joined(separator: ", ")
            sentences.append("prefixes without a declaration taken for what they usually mean: \(names)")
        }
        return sentences
    }
}
