import CZlib
import CZstd
import Foundation

@testable import Archive

/// A file that vanishes with the value.
final class TemporaryFile {
    let path: String

    init(_ bytes: [UInt8]) throws {
        path = FileManager.default.temporaryDirectory.appending(path: "wirewatch-\(UUID().uuidString)").path
        try Data(bytes).write(to: URL(filePath: path))
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func lines() throws -> [String] {
        let reader = LineReader(try ByteStream(path: path))
        var lines: [String] = []
        while try reader.next({ line in
            switch line {
            case .bytes(let bytes): lines.append(String(decoding: bytes, as: UTF8.self))
            case .tooLong: lines.append("too long")
            }
        }) {}
        return lines
    }
}

enum Compression: CaseIterable {
    case none, gzip, zstd

    func applied(to bytes: [UInt8]) -> [UInt8] {
        switch self {
        case .none: return bytes
        case .gzip:
            var stream = z_stream()
            // 15 + 16: gzip.
            deflateInit2_(
                &stream, 6, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
                Int32(MemoryLayout<z_stream>.size))
            defer { deflateEnd(&stream) }
            var bytes = bytes
            return [UInt8](unsafeUninitializedCapacity: bytes.count + 1024) { target, count in
                bytes.withUnsafeMutableBufferPointer { source in
                    stream.next_in = source.baseAddress
                    stream.avail_in = UInt32(source.count)
                    stream.next_out = target.baseAddress
                    stream.avail_out = UInt32(target.count)
                    deflate(&stream, Z_FINISH)
                    count = target.count - Int(stream.avail_out)
                }
            }
        case .zstd:
            return [UInt8](unsafeUninitializedCapacity: ZSTD_compressBound(bytes.count)) { target, count in
                count = ZSTD_compress(target.baseAddress, target.count, bytes, bytes.count, 3)
            }
        }
    }
}
