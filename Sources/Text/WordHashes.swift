/// The words of a text in reading order without their places.
package struct WordHashes: Sendable, Equatable {
    /// See ``WordToken/hash``.
    package let hashes: [UInt64]
    package let scripts: [ScriptClass]
}

extension Folding {
    /// The hashes and scripts of the first `most` words: what folding and ``words(in:)`` give, in one pass and less than half the
    /// time, for loops that need no places.
    package func wordHashes(of utf8: Span<UInt8>, most: Int) -> WordHashes {
        // A word and its space are two bytes at least; but a character of n bytes may fold to 2 n words: ㌖ is キロメートル.
        let usual = min(most, utf8.count / 2 + 8)
        let words = wordHashes(of: utf8, room: usual)
        if words.hashes.count < usual || usual == most { return words }
        return wordHashes(of: utf8, room: min(most, 2 * utf8.count))
    }

    private func wordHashes(of utf8: Span<UInt8>, room: Int) -> WordHashes {
        var scripts: [ScriptClass] = []
        let hashes = [UInt64](unsafeUninitializedCapacity: room) { hashes, count in
            scripts = [ScriptClass](unsafeUninitializedCapacity: room) { scripts, scriptCount in
                var writer = WordHashWriter(hashes: hashes, scripts: scripts)
                withUnsafeTemporaryAllocation(byteCount: WordReader.room, alignment: 8) { word in
                    utf8.withUnsafeBufferPointer { bytes in
                        characters.withUnsafeBufferPointer { characters in
                            let reader = WordReader(
                                bytes: bytes, characters: characters, table: table, word: word)
                            reader.read(into: &writer)
                        }
                    }
                }
                count = writer.count
                scriptCount = writer.count
            }
        }
        return WordHashes(hashes: hashes, scripts: scripts)
    }
}

/// Writes words to two buffers, as many as fit.
struct WordHashWriter: WordSink {
    let hashes: UnsafeMutableBufferPointer<UInt64>
    let scripts: UnsafeMutableBufferPointer<ScriptClass>
    var count = 0

    var isFull: Bool { count == hashes.count }

    @inline(__always)
    mutating func add(start: Int, end: Int, hash: UInt64, script: ScriptClass) {
        hashes[count] = hash
        scripts[count] = script
        count &+= 1
    }
}
