/// A run of tokens that two texts have in common.
struct CommonRun: Equatable {
    /// First token in the newer text.
    var start: Int
    /// First token in the older text.
    var otherStart: Int
    /// Tokens.
    var count: Int
    /// Common fingerprints in it that are live, and that are boilerplate.
    var live = 0
    var stopped = 0

    /// Most of what is known of it says boilerplate.
    var isBoilerplate: Bool { stopped > live }

    var end: Int { start + count }
    var otherEnd: Int { otherStart + count }

    fileprivate mutating func count(isStopped: Bool) {
        if isStopped { stopped += 1 } else { live += 1 }
    }
}

/// Where the fingerprints of one sketch are in it: a small hash table, built once for all comparisons.
struct FingerprintPlaces {
    private var slots: [Int32]
    private let shift: UInt32
    private let fingerprints: [UInt32]
    private let positions: [UInt16]

    init(of sketch: Sketch) {
        fingerprints = sketch.fingerprints
        positions = sketch.positions
        var bits: UInt32 = 4
        while 1 << bits < fingerprints.count * 2 { bits += 1 }
        shift = 32 - bits
        slots = .init(repeating: -1, count: 1 << Int(bits))
        for (index, fingerprint) in fingerprints.enumerated() {
            var slot = Int((fingerprint &* 0x9E37_79B1) >> shift)
            while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
            slots[slot] = Int32(index)
        }
    }

    /// For each fingerprint of another sketch its index in this one, −1 for none.
    func matches(of other: Sketch) -> [Int32] {
        other.fingerprints.map { Int32(index(of: $0) ?? -1) }
    }

    @inline(__always)
    private func index(of fingerprint: UInt32) -> Int? {
        var slot = Int((fingerprint &* 0x9E37_79B1) >> shift)
        while slots[slot] >= 0 {
            let index = Int(slots[slot])
            if fingerprints[index] == fingerprint { return index }
            slot = (slot + 1) & (slots.count - 1)
        }
        return nil
    }
}

/// The longest common runs around every fingerprint that both sketches have, in the order of the older text.
///
/// - Parameter matches: what ``FingerprintPlaces/matches(of:)`` says of `other`.
/// - Parameter known: one for each fingerprint of `sketch`.
///
/// Seed and extend, as BLAST does (Altschul and others, 1990); the work is bounded by eight steps a token.
func commonRuns(of sketch: Sketch, with other: Sketch, matches: [Int32], known: [Knowledge]) -> [CommonRun] {
    let tokens = sketch.tokens
    let otherTokens = other.tokens
    var runs: [CommonRun] = []
    var steps = 8 * (tokens.count + otherTokens.count)
    for index in matches.indices where matches[index] >= 0 {
        let otherPosition = Int(other.positions[index])
        let position = Int(sketch.positions[Int(matches[index])])
        guard position < tokens.count, otherPosition < otherTokens.count else { continue }
        let isStopped = known[Int(matches[index])].isStopped
        if let last = runs.last, otherPosition < last.otherEnd,
            otherPosition - position == last.otherStart - last.start
        {
            runs[runs.count - 1].count(isStopped: isStopped)
            continue
        }
        var start = position
        var otherStart = otherPosition
        var end = position
        var otherEnd = otherPosition
        // Unsafe buffers because this passes over all that is common.
        tokens.withUnsafeBufferPointer { tokens in
            otherTokens.withUnsafeBufferPointer { otherTokens in
                while start > 0, otherStart > 0, tokens[start &- 1] == otherTokens[otherStart &- 1] {
                    start &-= 1
                    otherStart &-= 1
                }
                while end < tokens.count, otherEnd < otherTokens.count, tokens[end] == otherTokens[otherEnd] {
                    end &+= 1
                    otherEnd &+= 1
                }
            }
        }
        // Two different shingles may have the same 32 bits.
        guard end - start >= 3 else { continue }
        runs.append(CommonRun(start: start, otherStart: otherStart, count: end - start))
        runs[runs.count - 1].count(isStopped: isStopped)
        steps -= end - start
        if steps < 0 { break }
    }
    return runs
}
