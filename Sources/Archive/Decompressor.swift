import CZlib
import CZstd

/// What one call of a decompressor did.
struct DecompressionStep {
    /// Bytes of the input that are used up.
    var used: Int
    /// Bytes written.
    var made: Int
    /// Nothing that follows belongs to the data.
    var isFinished = false
}

/// Undoes one form of compression, piece by piece.
protocol Decompressor: AnyObject {
    /// Whether the data may end here.
    var isBetweenParts: Bool { get }
    /// Uses some of `input`, which is empty only at the end of the file, and fills some of `target`.
    func step(
        _ input: UnsafeRawBufferPointer, into target: UnsafeMutableRawBufferPointer
    ) throws(ArchiveError) -> DecompressionStep
}

/// gzip of any number of members.
final class GzipDecompressor: Decompressor {
    // zlib keeps the address of the stream.
    private let stream: UnsafeMutablePointer<z_stream>
    private(set) var isBetweenParts = false

    init() throws(ArchiveError) {
        stream = .allocate(capacity: 1)
        stream.initialize(to: z_stream())
        guard wirewatch_inflate_start(stream) == Z_OK else {
            stream.deallocate()
            throw .damaged(reason: "zlib has no memory")
        }
    }

    deinit {
        inflateEnd(stream)
        stream.deallocate()
    }

    func step(
        _ input: UnsafeRawBufferPointer, into target: UnsafeMutableRawBufferPointer
    ) throws(ArchiveError) -> DecompressionStep {
        if isBetweenParts {
            // Tapes and some servers pad with zeros: what is no member is no data.
            guard let first = input.first else { return DecompressionStep(used: 0, made: 0) }
            guard first == 0x1F else { return DecompressionStep(used: 0, made: 0, isFinished: true) }
            inflateReset(stream)
            isBetweenParts = false
        }
        // zlib reads from it but does not declare so.
        stream.pointee.next_in = UnsafeMutablePointer(
            mutating: input.baseAddress?.assumingMemoryBound(to: UInt8.self))
        stream.pointee.avail_in = UInt32(clamping: input.count)
        stream.pointee.next_out = target.baseAddress?.assumingMemoryBound(to: UInt8.self)
        stream.pointee.avail_out = UInt32(clamping: target.count)
        let status = inflate(stream, Z_NO_FLUSH)
        guard status == Z_OK || status == Z_STREAM_END || status == Z_BUF_ERROR else {
            throw .damaged(reason: "the gzip data are damaged")
        }
        isBetweenParts = status == Z_STREAM_END
        return DecompressionStep(
            used: input.count - Int(stream.pointee.avail_in),
            made: target.count - Int(stream.pointee.avail_out))
    }
}

/// Zstandard of any number of frames, with windows up to 128 MiB.
final class ZstdDecompressor: Decompressor {
    private let stream: OpaquePointer
    private(set) var isBetweenParts = false

    init() throws(ArchiveError) {
        guard let stream = ZSTD_createDStream() else { throw .damaged(reason: "zstd has no memory") }
        self.stream = stream
    }

    deinit { ZSTD_freeDStream(stream) }

    func step(
        _ input: UnsafeRawBufferPointer, into target: UnsafeMutableRawBufferPointer
    ) throws(ArchiveError) -> DecompressionStep {
        if isBetweenParts, input.isEmpty { return DecompressionStep(used: 0, made: 0) }
        var source = ZSTD_inBuffer(src: input.baseAddress, size: input.count, pos: 0)
        var sink = ZSTD_outBuffer(dst: target.baseAddress, size: target.count, pos: 0)
        let result = ZSTD_decompressStream(stream, &sink, &source)
        guard ZSTD_isError(result) == 0 else {
            throw .damaged(
                reason: "the zstd data are damaged (\(String(cString: ZSTD_getErrorName(result))))")
        }
        isBetweenParts = result == 0
        return DecompressionStep(used: source.pos, made: sink.pos)
    }
}
