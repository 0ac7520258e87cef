/// ASCII classes of the HTML Standard.
@inline(__always)
func isHTMLSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0D).contains(byte)
}

@inline(__always)
func isASCIILetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
}

@inline(__always)
func isASCIIDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
}

@inline(__always)
func lowercasedASCII(_ byte: UInt8) -> UInt8 {
    (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
}

/// What ends the name of a tag or of an attribute without a value.
@inline(__always)
func isTagDelimiter(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/") || isHTMLSpace(byte)
}

extension Slice<UnsafeBufferPointer<UInt8>> {
    /// Whether `text`, lowercase ASCII, occurs. For short slices only: O(n · m).
    func containsIgnoringCase(_ text: StaticString) -> Bool {
        let length = text.utf8CodeUnitCount
        guard count >= length else { return false }
        return (startIndex...(endIndex - length)).contains { start in
            (0..<length).allSatisfy { lowercasedASCII(self[start + $0]) == text.utf8Start[$0] }
        }
    }
}
