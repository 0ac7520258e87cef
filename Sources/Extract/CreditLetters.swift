// Kinds of letters in credits.

func isCreditSpace(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x80
        ? scalar == " " || (0x09...0x0D).contains(scalar.value) : scalar.properties.isWhitespace
}

func isDash(_ scalar: Unicode.Scalar) -> Bool {
    "-‐‑‒–—―−".unicodeScalars.contains(scalar)
}

func isStop(_ scalar: Unicode.Scalar) -> Bool {
    ".。．!?！？…۔।".unicodeScalars.contains(scalar)
}

func isCreditLetter(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x80
        ? (0x61...0x7A).contains(scalar.value | 0x20) || (0x30...0x39).contains(scalar.value)
        : scalar.properties.isAlphabetic || scalar.properties.numericType != nil
}

extension StringProtocol {
    func trimmed(_ isTrimmed: (Unicode.Scalar) -> Bool) -> String {
        var scalars = Array(unicodeScalars)[...]
        while let first = scalars.first, isTrimmed(first) { scalars.removeFirst() }
        while let last = scalars.last, isTrimmed(last) { scalars.removeLast() }
        return String(String.UnicodeScalarView(scalars))
    }

    var trimmingSpaces: String { trimmed(isCreditSpace) }
}
