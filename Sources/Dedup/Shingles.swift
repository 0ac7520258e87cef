/// Hashes of all shingles of a text, each with its rank: the lower, the sooner it is sampled.
///
/// The shingle that starts at a token is the shortest run of tokens that reaches `width` units; see ``TokenKind``.
/// Because its width depends on nothing but its own tokens, a piece of a text has the shingles of the whole, whatever
/// stands around it.
struct Shingles {
    /// One a start, in reading order; the start's token index is the position. None is `FingerprintTable.free`.
    let fingerprints: [UInt32]
    /// Ranks, made comparable between scripts: the chance to be below a limit is in proportion to the units of the
    /// first token, so a page of Chinese has as many samples as the page of English that says the same.
    let ranks: [UInt32]

    /// Units of a shingle: five words.
    static let width = 5 * unitsPerWord
    /// Tokens of the longest possible shingle: eighteen letters of twenty units.
    static let longest = 18

    /// - Complexity: O(tokens). A polynomial rolling hash (Karp and Rabin, 1987), then a keyed finaliser.
    init(of stream: TokenStream, key: SketchKey) {
        // Unsafe buffers because every token of every article passes here.
        var ranks: [UInt32] = []
        let most = stream.tokens.count
        fingerprints = [UInt32](unsafeUninitializedCapacity: most) { fingerprints, count in
            ranks = [UInt32](unsafeUninitializedCapacity: most) { ranks, rankCount in
                stream.hashes.withUnsafeBufferPointer { hashes in
                    stream.tokens.withUnsafeBufferPointer { tokens in
                        count = hashShingles(
                            hashes: hashes, tokens: tokens, key: key, fingerprints: fingerprints, ranks: ranks
                        )
                    }
                }
                rankCount = count
            }
        }
        self.ranks = ranks
    }
}

/// Fills both buffers and returns how many shingles there are.
private func hashShingles(
    hashes: UnsafeBufferPointer<UInt64>, tokens: UnsafeBufferPointer<UInt16>, key: SketchKey,
    fingerprints: UnsafeMutableBufferPointer<UInt32>, ranks: UnsafeMutableBufferPointer<UInt32>
) -> Int {
    powers.withUnsafeBufferPointer { powers in
        var hash: UInt64 = 0
        var units = 0
        var end = 0
        for start in 0..<tokens.count {
            while units < Shingles.width, end < tokens.count {
                hash = hash &* base &+ hashes[end]
                units &+= Dedup.units(of: tokens[end])
                end &+= 1
            }
            // A text of fewer than five words is one shingle.
            if units < Shingles.width, start > 0 { return start }
            let keyed = mixed(hash ^ key.first)
            let rank = ((keyed >> 32) &* rankFactor(of: tokens[start])) >> 8
            ranks[start] = UInt32(truncatingIfNeeded: min(rank, UInt64(UInt32.max)))
            fingerprints[start] = min(FingerprintTable.free - 1, UInt32(truncatingIfNeeded: keyed))
            hash = hash &- hashes[start] &* powers[end &- start &- 1]
            units &-= Dedup.units(of: tokens[start])
        }
        return tokens.count
    }
}

private let base: UInt64 = 0x9E37_79B9_7F4A_7C15
/// Powers of ``base`` up to the longest shingle.
private let powers: [UInt64] = {
    var all: [UInt64] = [1]
    while all.count <= Shingles.longest { all.append(all[all.count - 1] &* base) }
    return all
}()

/// 256 × (units of a word ÷ units of the token).
@inline(__always)
private func rankFactor(of token: UInt16) -> UInt64 {
    switch token & 7 {
    case TokenKind.number.rawValue, TokenKind.han.rawValue: 410
    case TokenKind.kana.rawValue: 461
    case TokenKind.letter.rawValue: 922
    default: 256
    }
}
