/// What is spent on each leaf in one text, so that no rule costs without bound: a leaf that was found or tried too often
/// is looked for no further.
///
/// The limits fall when all leaves together have cost much, so that ten thousand of them cost no more than some
/// hundred; each is still looked for.
struct SearchEffort {
    /// Finds of one leaf that are kept.
    static let maxFinds = 1_000
    /// Finds of one leaf when all have more than ``manyFinds``.
    private static let fewFinds = 20
    private static let manyFinds = 100_000
    /// Tries of one leaf, by their costs.
    private static let maxCost = 100_000
    /// The same when all have cost more than ``muchCost``.
    private static let smallCost = 2_000
    private static let muchCost = 5_000_000
    /// So many words of a phrase cost as much as one find of one word.
    private static let wordsOfOneCost = 4

    /// Tries of all before any is counted by its leaf: most texts have fewer.
    private static let freeTries = 1_000

    private struct Tally {
        var finds = 0
        var cost = 0
    }

    private var tries = 0
    private var finds = 0
    private var cost = 0
    private var tallies: [Int32: Tally] = [:]

    /// Whether a term may be tried at one more place, which is counted.
    @inline(__always)
    mutating func mayTry(_ term: TermTable.Entry) -> Bool {
        tries &+= 1
        return tries <= Self.freeTries || mayTryMore(term)
    }

    private mutating func mayTryMore(_ term: TermTable.Entry) -> Bool {
        var tally = tallies[term.leaf] ?? Tally()
        guard tally.finds < (finds < Self.manyFinds ? Self.maxFinds : Self.fewFinds),
            tally.cost < (cost < Self.muchCost ? Self.maxCost : Self.smallCost)
        else { return false }
        let price = 1 + Int(term.segmentCount) / Self.wordsOfOneCost
        tally.cost += price
        cost += price
        tallies[term.leaf] = tally
        return true
    }

    /// Counts a find of the term that was tried last.
    @inline(__always)
    mutating func noteFind(of leaf: Int32) {
        guard tries > Self.freeTries else { return }
        finds += 1
        tallies[leaf]?.finds += 1
    }
}
