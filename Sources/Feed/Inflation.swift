import CZlib

/// Whether bytes begin as gzip does.
package func isGzip(_ bytes: [UInt8]) -> Bool {
    bytes.count > 18 && bytes[0] == 0x1F && bytes[1] == 0x8B && bytes[2] == 8
}

/// The bytes behind a gzip body of one or more members.
///
/// A body that breaks off gives what came before the break.
///
/// - Parameter maxBytes: bound on the result; a body that would pass it is refused, and never held beyond it.
package func inflated(_ bytes: [UInt8], maxBytes: Int) throws(FeedError) -> [UInt8] {
    var output: [UInt8] = []
    var offset = 0
    while offset < bytes.count, output.isEmpty || isGzip(Array(bytes[offset...].prefix(19))) {
        let member = inflatedMember(bytes, from: offset, room: maxBytes - output.count)
        guard !member.isTooLong else {
            throw .badCompression(reason: "more than \(maxBytes) bytes after decompression")
        }
        output += member.bytes
        guard let next = member.next else { break }
        offset = next
    }
    guard !output.isEmpty else { throw .badCompression(reason: "no gzip data") }
    return output
}

private struct InflatedMember {
    var bytes: [UInt8] = []
    /// Where the next member may begin; nil when this one broke off.
    var next: Int?
    var isTooLong = false
}

private func inflatedMember(_ bytes: [UInt8], from start: Int, room: Int) -> InflatedMember {
    var member = InflatedMember()
    var stream = z_stream()
    guard wirewatch_inflate_start(&stream) == Z_OK else { return member }
    defer { inflateEnd(&stream) }
    var piece = [UInt8](repeating: 0, count: 64 << 10)
    var input = bytes
    input.withUnsafeMutableBufferPointer { source in
        piece.withUnsafeMutableBufferPointer { target in
            stream.next_in = source.baseAddress.map { $0 + start }
            stream.avail_in = UInt32(clamping: source.count - start)
            while true {
                stream.next_out = target.baseAddress
                stream.avail_out = UInt32(target.count)
                let status = inflate(&stream, Z_NO_FLUSH)
                let produced = target.count - Int(stream.avail_out)
                guard member.bytes.count + produced <= room else {
                    member.isTooLong = true
                    return
                }
                member.bytes.append(contentsOf: target[..<produced])
                if status == Z_STREAM_END {
                    member.next = source.count - Int(stream.avail_in)
                    return
                }
                guard status == Z_OK, produced > 0 || stream.avail_in > 0 else { return }
            }
        }
    }
    return member
}
