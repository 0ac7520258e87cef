/// Links of one make that stand in one list: the lowest element that holds several of them.
///
/// What a page repeats it repeats for one reason, so the links of a list are articles together or not at all, whatever
/// the words of one address are. A list of articles stays one when its neighbours on the page change.
struct LinkGroups {
    /// What a group shows of itself.
    struct Tally {
        var total = 0
        /// Links that are articles by themselves.
        var good = 0
        /// Good ones with an address as articles have.
        var telling = 0
        /// Segments of the telling addresses, all together.
        var depths = 0
        var headlines = 0

        /// What speaks for all of them, none counting for too much.
        var score = 0.0

        /// On the whole they are articles, some of them by their addresses or half of them as headlines.
        var isOfArticles: Bool {
            total >= 5 && good * 10 >= total * 3 && score >= Double(total)
                && (telling >= 2 || headlines * 2 >= total)
        }
    }

    /// A link, as far as its group is concerned.
    struct Member {
        var element: Int
        /// How it is built into the page.
        var make: Int
        var score: Double
        var isTelling: Bool
        var isHeadline: Bool
        var depth: Int
    }

    private struct Place: Hashable {
        var make: Int
        var element: Int
    }

    /// Elements that are climbed from a link to its list, at most.
    private static let maxClimb = 12

    private let parents: [Int]
    private var tallies: [Place: Tally] = [:]

    init(_ members: [Member], parents: [Int]) {
        self.parents = parents
        for member in members {
            climb(from: member.element) { element in
                tallies[Place(make: member.make, element: element), default: Tally()].count(member)
                return true
            }
        }
    }

    /// Whether a link shares the reason for which its neighbours are on the page: it is in a list of articles, its nearest
    /// neighbours are articles too, and its address is as long as theirs. Of two links in an entry one may be a section's.
    func isAmongArticles(_ member: Member) -> Bool {
        var nearest: Tally?
        var list: Tally?
        climb(from: member.element) { element in
            let tally = tallies[Place(make: member.make, element: element)] ?? Tally()
            if nearest == nil, tally.total >= 2 { nearest = tally }
            if tally.total >= 5 { list = tally }
            return list == nil
        }
        guard let nearest, let list, list.isOfArticles, nearest.total >= 5 || nearest.good * 2 > nearest.total
        else { return false }
        // Sections lie above their articles.
        return list.telling == 0 || member.depth * list.telling * 2 >= list.depths * 2 - list.telling
    }

    private func climb(from element: Int, _ visit: (Int) -> Bool) {
        var current = element
        for _ in 0..<Self.maxClimb where current >= 0 {
            guard visit(current) else { return }
            current = parents[current]
        }
    }
}

extension LinkGroups.Tally {
    fileprivate mutating func count(_ member: LinkGroups.Member) {
        total += 1
        if member.isHeadline { headlines += 1 }
        score += min(5, max(-3, member.score))
        guard member.score >= LinkJudges.neededScore else { return }
        good += 1
        if member.isTelling {
            telling += 1
            depths += member.depth
        }
    }
}
