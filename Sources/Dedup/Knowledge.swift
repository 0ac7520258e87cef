/// What the index knows of one fingerprint of an article.
struct Knowledge {
    /// It is boilerplate.
    var isStopped = false
    /// The article's outlet had it before.
    var isHouse = false
    /// Different stories that have it: 0, 1, 2 or 3 for more.
    private(set) var stories = 0
    private var first: UInt32 = 0
    private var second: UInt32 = 0

    mutating func see(_ story: UInt32) {
        switch stories {
        case 0:
            first = story
        case 1:
            if story == first { return }
            second = story
        default:
            if story == first || story == second { return }
        }
        stories = min(3, stories + 1)
    }

    /// Whether the words around it say nothing against the article's being a copy of `story`: boilerplate, what its
    /// outlet prints in other stories too, and what two other stories have, such as the headlines of a list.
    func isForeign(to story: UInt32) -> Bool {
        if isStopped { return true }
        let others = stories - (stories > 0 && (first == story || (stories > 1 && second == story)) ? 1 : 0)
        return others >= 2 || (isHouse && others >= 1)
    }
}

extension [Knowledge] {
    /// Calls boilerplate what stands amid boilerplate: a passage is, not a shingle. Another sampling, or a text cut elsewhere,
    /// always leaves a few of its shingles that were not seen as often.
    mutating func spreadBoilerplate() {
        let stopped = map { $0.isStopped ? 1 : 0 }
        for index in indices where !self[index].isStopped {
            let around = stopped[Swift.max(0, index - 2)...Swift.min(count - 1, index + 2)]
            if around.reduce(0, +) >= 3 { self[index].isStopped = true }
        }
    }
}
