/// One article as the index sees it: sampled shingles with their places, and all its tokens.
///
/// Only the fingerprints enter the index; the sketch itself is kept outside (see ``Sketch/encoded()``) and
/// fetched when two articles are compared.
package struct Sketch: Sendable, Equatable {
    /// The article's corpus number.
    package var number: Int
    /// Days since 1970-01-01.
    package var day: Int
    /// Hash of the outlet's name.
    package var outlet: UInt32
    /// Distinct sampled shingle hashes in reading order, none `UInt32.max`.
    package var fingerprints: [UInt32]
    /// Index of the first token of each fingerprint's shingle, ascending.
    package var positions: [UInt16]
    /// Every token: see ``TokenKind``.
    package var tokens: [UInt16]
}
