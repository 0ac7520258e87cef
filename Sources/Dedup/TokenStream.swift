import Text

/// The tokens of a text: in full for hashing shingles, in sixteen bits for the sketch.
struct TokenStream {
    /// Keyed 64-bit hashes.
    let hashes: [UInt64]
    /// See ``TokenKind``.
    let tokens: [UInt16]

    init(_ words: WordHashes, key: SketchKey) {
        let count = words.hashes.count
        var tokens: [UInt16] = []
        hashes = [UInt64](unsafeUninitializedCapacity: count) { hashes, hashCount in
            tokens = [UInt16](unsafeUninitializedCapacity: count) { tokens, tokenCount in
                words.hashes.withUnsafeBufferPointer { words in
                    for index in 0..<count { hashes[index] = key.spread(words[index]) }
                }
                words.scripts.withUnsafeBufferPointer { scripts in
                    for index in 0..<count {
                        let kind = TokenKind(scripts[index]).rawValue
                        tokens[index] = UInt16(truncatingIfNeeded: hashes[index] >> 48) & ~7 | kind
                    }
                }
                tokenCount = count
            }
            hashCount = count
        }
        self.tokens = tokens
    }
}
