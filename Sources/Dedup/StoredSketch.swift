import Model

/// A sketch together with what was decided of its article: all that a restart needs.
package struct StoredSketch: Sendable, Equatable {
    package var sketch: Sketch
    /// The story the article was put in.
    package var story: Int
    /// Stories the article showed to be the same, see ``Decision/joins``.
    package var joins: [Int]
    /// Whether the article embeds the story's text in more of its own, so that likeness to it proves nothing.
    package var isContainer: Bool

    package init(sketch: Sketch, decision: Decision) {
        self.sketch = sketch
        story = decision.story
        joins = decision.joins
        isContainer = decision.isContainer
    }

    init(sketch: Sketch, story: Int, joins: [Int], isContainer: Bool) {
        self.sketch = sketch
        self.story = story
        self.joins = joins
        self.isContainer = isContainer
    }
}

/// Why stored bytes are no sketch.
package enum SketchError: Error, Equatable {
    /// Written by another version of the program.
    case version(found: Int)
    /// Fewer or more bytes than their own header says.
    case length(found: Int, wanted: Int)
    /// The bytes are not those that were written.
    case checksum
    /// A value that no sketch has, at a byte offset.
    case value(offset: Int)
}

extension StoredSketch {
    static let version: UInt8 = 1
    private static let headerCount = 36

    /// The bytes to store, about two and a half kilobytes a page of news.
    ///
    /// Little-endian: version and flags (1 + 1), number of joined stories (2), number, story, outlet (4 each), day
    /// (4, signed), fingerprints (4), tokens (4), checksum of everything else (8); then joined stories (4 each),
    /// fingerprints (4 each), positions (2 each), tokens (2 each).
    package func encoded() -> [UInt8] {
        var writer = ByteWriter()
        writer.bytes.reserveCapacity(
            Self.headerCount + joins.count * 4 + sketch.fingerprints.count * 6 + sketch.tokens.count * 2)
        writer.bytes.append(Self.version)
        writer.bytes.append(isContainer ? 1 : 0)
        let joined = joins.prefix(Int(UInt16.max))
        writer.append(UInt16(joined.count))
        writer.append(UInt32(truncatingIfNeeded: sketch.number))
        writer.append(UInt32(truncatingIfNeeded: story))
        writer.append(sketch.outlet)
        writer.append(UInt32(bitPattern: Int32(truncatingIfNeeded: sketch.day)))
        writer.append(UInt32(sketch.fingerprints.count))
        writer.append(UInt32(sketch.tokens.count))
        writer.append(UInt64(0))
        for join in joined { writer.append(UInt32(truncatingIfNeeded: join)) }
        writer.append(sketch.fingerprints)
        writer.append(sketch.positions)
        writer.append(sketch.tokens)
        let checksum = Self.checksum(of: writer.bytes)
        for byte in 0..<8 {
            writer.bytes[Self.headerCount - 8 + byte] = UInt8(
                truncatingIfNeeded: checksum >> UInt64(8 * byte))
        }
        return writer.bytes
    }

    /// Reads what ``encoded()`` wrote; refuses everything else.
    package init(decoding bytes: [UInt8]) throws(SketchError) {
        guard let version = bytes.first else { throw .length(found: 0, wanted: Self.headerCount) }
        guard version == Self.version else { throw .version(found: Int(version)) }
        guard bytes.count >= Self.headerCount else {
            throw .length(found: bytes.count, wanted: Self.headerCount)
        }
        var reader = ByteReader(bytes: bytes, offset: 1)
        let flags = reader.byte()
        let joinCount = Int(reader.short())
        let number = Int(reader.word())
        let story = Int(reader.word())
        let outlet = reader.word()
        let day = Int(Int32(bitPattern: reader.word()))
        let fingerprintCount = Int(reader.word())
        let tokenCount = Int(reader.word())
        let checksum = UInt64(reader.word()) | UInt64(reader.word()) << 32
        let wanted = Self.headerCount + joinCount * 4 + fingerprintCount * 6 + tokenCount * 2
        guard bytes.count == wanted else { throw .length(found: bytes.count, wanted: wanted) }
        guard checksum == Self.checksum(of: bytes) else { throw .checksum }
        guard flags <= 1 else { throw .value(offset: 1) }
        let joins = reader.words(joinCount).map { Int($0) }
        let fingerprints = reader.words(fingerprintCount)
        let positionsOffset = reader.offset
        let positions = reader.shorts(fingerprintCount)
        guard positions.allSatisfy({ $0 < max(1, tokenCount) }) else { throw .value(offset: positionsOffset) }
        self.init(
            sketch: Sketch(
                number: number, day: day, outlet: outlet, fingerprints: fingerprints, positions: positions,
                tokens: reader.shorts(tokenCount)),
            story: story, joins: joins, isContainer: flags == 1)
    }

    /// A hash of all bytes but the checksum's own.
    private static func checksum(of bytes: [UInt8]) -> UInt64 {
        bytes.withUnsafeBytes { bytes in
            var hash = UInt64(bytes.count)
            var offset = 0
            while offset + 8 <= bytes.count {
                let word = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
                // The checksum's place, bytes 28…35, is read as nothing; the half words beside it are not.
                let kept: UInt64 =
                    switch offset {
                    case 24: word & 0xFFFF_FFFF
                    case 32: word & ~0xFFFF_FFFF
                    default: word
                    }
                hash = (hash ^ kept) &* 0x9E37_79B9_7F4A_7C15
                hash ^= hash >> 29
                offset += 8
            }
            while offset < bytes.count {
                if offset >= headerCount { hash = mixed(hash ^ UInt64(bytes[offset])) }
                offset += 1
            }
            return mixed(hash)
        }
    }
}
