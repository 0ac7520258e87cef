/// Appends folded characters to a buffer.
///
/// Stores are wider than what they append, so the buffer keeps `slack` bytes free; only `append(pool:)`, whose results
/// may be longer than their input, checks the room.
struct FoldWriter {
    static let slack = 16

    private(set) var count = 0
    private let start: UnsafeMutablePointer<UInt8>
    private let capacity: Int

    init?(_ buffer: UnsafeMutableBufferPointer<UInt8>) {
        guard let start = buffer.baseAddress else { return nil }
        self.start = start
        capacity = buffer.count
    }

    /// Copies ASCII in lower case up to the first other byte, and returns how many bytes that were.
    ///
    /// Eight bytes at a time; lower case by adding in each byte's high bit (Hacker's Delight, 2nd ed., §6).
    @inline(__always)
    mutating func copyASCII(_ input: UnsafePointer<UInt8>, count inputCount: Int) -> Int {
        let ones: UInt64 = 0x0101_0101_0101_0101
        var done = 0
        while done + 8 <= inputCount {
            let word = UnsafeRawPointer(input + done).loadUnaligned(as: UInt64.self)
            let low = word & (0x7F * ones)
            let afterZ = low + (0x7F - 0x5A) * ones
            let fromA = low + (0x80 - 0x41) * ones
            let upper = (fromA ^ afterZ) & ~word & (0x80 * ones)
            UnsafeMutableRawPointer(start + count).storeBytes(of: word | upper >> 2, as: UInt64.self)
            let other = word & (0x80 * ones)
            guard other == 0 else {
                let ascii = other.trailingZeroBitCount / 8
                count += ascii
                return done + ascii
            }
            count += 8
            done += 8
        }
        while done < inputCount, input[done] < 0x80 {
            let byte = input[done]
            start[count] = byte &- 0x41 < 26 ? byte | 0x20 : byte
            count += 1
            done += 1
        }
        return done
    }

    /// Appends one ASCII character in lower case.
    @inline(__always)
    mutating func appendASCII(_ byte: UInt8) {
        start[count] = byte &- 0x41 < 26 ? byte | 0x20 : byte
        count += 1
    }

    /// Appends the low bytes of an entry.
    @inline(__always)
    mutating func append(_ entry: UInt32, count length: Int) {
        UnsafeMutableRawPointer(start + count).storeBytes(of: entry.littleEndian, as: UInt32.self)
        count += length
    }

    /// Appends bytes as they are.
    mutating func copy(_ input: UnsafePointer<UInt8>, count length: Int) {
        for index in 0..<length { start[count + index] = input[index] }
        count += length
    }

    /// Appends bytes whose number the input's does not bound; false when `left` more input bytes might not fit then.
    mutating func append(_ bytes: ArraySlice<UInt8>, left: Int) -> Bool {
        guard count + bytes.count + left + left / 2 + FoldWriter.slack <= capacity else { return false }
        for byte in bytes {
            start[count] = byte
            count += 1
        }
        return true
    }

    /// The last character written; nil at the start or after broken UTF-8.
    var last: Unicode.Scalar? {
        var length = 1
        while length < min(4, count), start[count - length] & 0xC0 == 0x80 { length += 1 }
        guard length <= count else { return nil }
        var decoder = UTF8()
        var bytes = UnsafeBufferPointer(start: start + count - length, count: length).makeIterator()
        guard case .scalarValue(let scalar) = decoder.decode(&bytes) else { return nil }
        return scalar
    }

    /// Takes back the last bytes.
    mutating func removeLast(_ length: Int) {
        count = max(0, count - length)
    }
}
