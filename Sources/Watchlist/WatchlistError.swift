/// All that is wrong with a watchlist.
package struct WatchlistError: Error, Sendable, Equatable, CustomStringConvertible {
    package var problems: [WatchlistProblem]

    package init(problems: [WatchlistProblem]) {
        self.problems = problems
    }

    package var description: String {
        problems.map(\.description).joined(separator: "\n")
    }
}

/// One thing that is wrong with a watchlist.
package struct WatchlistProblem: Sendable, Equatable, CustomStringConvertible {
    /// Where the trouble lies.
    package enum Place: Sendable, Equatable {
        /// The query of the rule with this index and name.
        case rule(Int, name: String)
        case entity(name: String)
        /// The watchlist as a whole.
        case watchlist
    }

    package var place: Place
    /// In a rule's query, 1-based, in characters; nil elsewhere.
    package var column: Int?
    package var found: String
    package var expected: String

    package init(place: Place, column: Int? = nil, found: String, expected: String) {
        self.place = place
        self.column = column
        self.found = found
        self.expected = expected
    }

    /// One line; names and found text are as the user wrote them.
    package var description: String {
        let what =
            switch place {
            case .rule(let index, let name): "watchlist[\(index)] \"\(name)\": query"
            case .entity(let name): "entities.\(name)"
            case .watchlist: "watchlist"
            }
        return what + (column.map { ": column \($0)" } ?? "") + ": found \(found); expected \(expected)"
    }
}

/// The name most like `name`, when it is like it at all: at most a third of the letters differ.
///
/// Damerau–Levenshtein distance with adjacent swaps (optimal string alignment), upper case aside.
/// - Complexity: O(names × length²); names past 64 characters are compared by their beginning.
func nearest(to name: String, among names: some Sequence<String>) -> String? {
    let wanted = Array(name.lowercased().prefix(64))
    var best: (name: String, distance: Int)?
    for candidate in names {
        let other = Array(candidate.lowercased().prefix(64))
        guard abs(other.count - wanted.count) <= max(wanted.count, other.count) / 3 + 1 else { continue }
        let distance = editDistance(wanted, other)
        guard distance <= max(1, max(wanted.count, other.count) / 3) else { continue }
        if let known = best, (known.distance, known.name) <= (distance, candidate) { continue }
        best = (candidate, distance)
    }
    return best?.name
}

private func editDistance(_ first: [Character], _ second: [Character]) -> Int {
    var beforeLast: [Int] = []
    var last = Array(0...second.count)
    for row in 0..<first.count {
        var current = [row + 1]
        for column in 0..<second.count {
            var cost = last[column] + (first[row] == second[column] ? 0 : 1)
            cost = min(cost, last[column + 1] + 1, current[column] + 1)
            if row > 0, column > 0, first[row] == second[column - 1], first[row - 1] == second[column] {
                cost = min(cost, beforeLast[column - 1] + 1)
            }
            current.append(cost)
        }
        (beforeLast, last) = (last, current)
    }
    return last[second.count]
}
