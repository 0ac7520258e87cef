/// What a comparison of a new article with an older one measured. Lengths are in units, see ``TokenKind``; boilerplate
/// counts neither as common nor as own.
package struct Comparison: Sendable, Equatable {
    /// The older article's number.
    package var number: Int
    /// The story it belongs to.
    package var story: Int
    /// Live fingerprints that both have.
    package var votes: Int
    /// Stopped fingerprints that both have.
    package var commonStopped = 0
    /// Live fingerprints of the one that has fewer.
    package var fewestLive = 0

    /// Units of the new article that are aligned with the older one.
    package var aligned = 0
    /// Units of the new article that are its own.
    package var unaligned = 0
    /// Units of the older article that are aligned with the new one.
    package var otherAligned = 0
    /// Units of the older article that are its own.
    package var otherUnaligned = 0

    /// Common runs, without those that are mostly boilerplate; so all that follows.
    package var runs = 0
    /// Common runs of at least eight words.
    package var longRuns = 0
    /// The longest of them in the new article's tokens, and its length.
    package var longestRun = 0..<0
    package var longestRunUnits = 0
    /// The same in words; in scripts without spaces, in characters' worth of words.
    package var longestRunWords = 0
    /// The longest run that begins within the first words of both texts.
    package var leadRunUnits = 0
    /// Whether a run covers the first words of the new, of the older article.
    package var hasLead = false
    package var otherHasLead = false

    /// Numbers that are the same in both, and places where they differ in otherwise common surroundings.
    package var commonNumbers = 0
    package var changedNumbers = 0

    package var isSameOutlet = false
    /// Whether the two have exactly the same tokens.
    package var isIdentical = false
    /// Days between the two.
    package var days = 0
    /// Whether the older one embeds its story in more of its own text.
    package var otherIsContainer = false

    /// Share of the new article's words that the older one has, 0…1.
    package var containment: Double { share(aligned, of: aligned + unaligned) }
    /// Share of the older article's words that the new one has, 0…1.
    package var reverseContainment: Double { share(otherAligned, of: otherAligned + otherUnaligned) }
    /// Common text, in units.
    package var common: Int { min(aligned, otherAligned) }
    /// Length of the shorter text without its boilerplate.
    package var shorter: Int { min(aligned + unaligned, otherAligned + otherUnaligned) }

    /// Length of the longer text without its boilerplate.
    package var longer: Int { max(aligned + unaligned, otherAligned + otherUnaligned) }

    private func share(_ part: Int, of whole: Int) -> Double {
        whole == 0 ? 0 : Double(part) / Double(whole)
    }
}
