import Glibc

/// Text converted to UTF-8, and how many bytes had no meaning in its charset.
struct Conversion: Equatable {
    var bytes: [UInt8]
    /// Places where U+FFFD stands for something unreadable.
    var replaced: Int
}

/// Converts a text to UTF-8; nil when iconv does not know the charset.
///
/// Every unreadable byte becomes U+FFFD and the rest is still read, as the WHATWG decoders do: an ASCII byte after a
/// broken lead byte is text again. At most 3 × the input is written, in pieces of 64 kB.
func converted(_ input: Span<UInt8>, from charset: Charset) -> Conversion? {
    if let candidate = CharsetCandidate.all.first(where: { $0.charset == charset }),
        let characters = candidate.characters
    {
        return converted(input, byteByByte: characters)
    }
    return iconvConverted(input, from: charset)
}

/// A charset of single bytes, whose meanings are known, is read in a tenth of the time that iconv takes.
private func converted(_ input: Span<UInt8>, byteByByte characters: [Unicode.Scalar]) -> Conversion {
    let encoded = characters.map { UTF8.encode($0) ?? UTF8.encodedReplacementCharacter }
    var replaced = 0
    // No character of such a charset takes more than three bytes.
    let bytes = [UInt8](unsafeUninitializedCapacity: input.count * 3) { output, count in
        for index in input.indices {
            let byte = input[index]
            if byte < 0x80 {
                output[count] = byte
                count += 1
            } else {
                for part in encoded[Int(byte)] {
                    output[count] = part
                    count += 1
                }
                if characters[Int(byte)] == "\u{FFFD}" { replaced += 1 }
            }
        }
    }
    return Conversion(bytes: bytes, replaced: replaced)
}

/// The same by iconv, whatever the charset.
func iconvConverted(_ input: Span<UInt8>, from charset: Charset) -> Conversion? {
    guard let converter = Converter(from: charset) else { return nil }
    return converter.converted(input)
}

/// One iconv descriptor.
private struct Converter: ~Copyable {
    private let descriptor: iconv_t

    init?(from charset: Charset) {
        let descriptor = iconv_open("UTF-8", charset.iconvName)
        // iconv_open answers (iconv_t)-1 for a set it does not know.
        guard descriptor != iconv_t(bitPattern: -1), let descriptor else { return nil }
        self.descriptor = descriptor
    }

    deinit { iconv_close(descriptor) }

    func converted(_ input: Span<UInt8>) -> Conversion {
        var output: [UInt8] = []
        output.reserveCapacity(input.count + input.count / 2)
        var replaced = 0
        var room = [CChar](repeating: 0, count: 65536)
        input.withUnsafeBufferPointer { buffer in
            guard let base = buffer.baseAddress else { return }
            // iconv takes a mutable pointer but never writes through it.
            var next: UnsafeMutablePointer<CChar>? = UnsafeMutableRawPointer(mutating: base)
                .assumingMemoryBound(to: CChar.self)
            var left = buffer.count
            while true {
                let isAtEnd = left == 0
                let error = write(&next, &left, to: &output, through: &room)
                switch error {
                case 0:
                    if isAtEnd { return }
                // Once more without input: a state-dependent set has its last characters still inside.
                case E2BIG:
                    continue
                default:
                    output += [0xEF, 0xBF, 0xBD]
                    replaced += 1
                    guard left > 0 else { return }
                    next = next.map { $0 + 1 }
                    left -= 1
                    if error == EINVAL, left == 0 { return }
                }
            }
        }
        return Conversion(bytes: output, replaced: replaced)
    }

    /// One call of iconv; 0 or the error it stopped with.
    private func write(
        _ next: inout UnsafeMutablePointer<CChar>?, _ left: inout Int, to output: inout [UInt8],
        through room: inout [CChar]
    ) -> Int32 {
        room.withUnsafeMutableBufferPointer { buffer in
            var place = buffer.baseAddress
            var free = buffer.count
            let result =
                left == 0
                ? iconv(descriptor, nil, nil, &place, &free) : iconv(descriptor, &next, &left, &place, &free)
            let error = result == -1 ? errno : 0
            buffer.prefix(buffer.count - free).withMemoryRebound(to: UInt8.self) {
                output.append(contentsOf: $0)
            }
            return error
        }
    }
}
