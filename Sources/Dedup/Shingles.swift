/// Hashes of all shingles of a text, each with its rank: the lower, the sooner it is sampled.
///
/// The shingle that starts at a token is the shortest run of tokens that reaches `width` units; see
/// ``SketchToken/Kind``. Because its width depends on nothing but its own tokens, a piece of a text has the
/// shingles of the whole, whatever stands around it.
struct Shingles {
    /// One a start, in reading order; the start's token index is the position.
    var fingerprints: [UInt32] = []
    /// Ranks, made comparable between scripts: the chance to be below a limit is in proportion to the units of the
    /// first token, so a page of Chinese has as many samples as the page of English that says the same.
    var ranks: [UInt32] = []

    /// Units of a shingle: five words.
    static let width = 5 * unitsPerWord
    /// Tokens of the longest possible shingle: eighteen letters of twenty units.
    static let longest = 18

    /// - Complexity: O(tokens). A polynomial rolling hash, Karp and Rabin 1987, then a keyed finaliser.
    init(of tokens: [UInt32], key: SketchKey) {
        let count = tokens.count
        guard count > 0 else { return }
        fingerprints.reserveCapacity(count)
        ranks.reserveCapacity(count)
        var hash: UInt64 = 0
        var units = 0
        var end = 0
        for start in 0..<count {
            while units < Self.width, end < count {
                let token = tokens[end]
                hash = hash &* base &+ spread(token)
                units += Int(unitsOfKind[Int(token & 7)])
                end += 1
            }
            if units < Self.width, start > 0 { break }
            append(mixed(hash ^ key.first) ^ key.second, kind: Int(tokens[start] & 7))
            let first = tokens[start]
            hash = hash &- spread(first) &* powers[end - start - 1]
            units -= unitsOfKind[Int(first & 7)]
        }
    }

    private mutating func append(_ hash: UInt64, kind: Int) {
        let mixedHash = hash &* 0x9E37_79B9_7F4A_7C15
        let rank = ((mixedHash >> 32) &* rankFactors[kind]) >> 8
        ranks.append(UInt32(truncatingIfNeeded: min(rank, UInt64(UInt32.max))))
        let fingerprint = UInt32(truncatingIfNeeded: hash)
        fingerprints.append(fingerprint == 0 ? 1 : fingerprint)
    }
}

/// 256 × (units of a word ÷ units of the kind).
private let rankFactors: [UInt64] = [256, 410, 410, 461, 922, 256, 256, 256]
private let base: UInt64 = 0x9E37_79B9_7F4A_7C15
/// Powers of ``base`` up to the longest shingle.
private let powers: [UInt64] = {
    var all: [UInt64] = [1]
    while all.count <= Shingles.longest { all.append(all[all.count - 1] &* base) }
    return all
}()

@inline(__always)
private func spread(_ token: UInt32) -> UInt64 {
    (UInt64(token) | 1 << 32) &* 0xD6E8_FEB8_6659_FD93
}
