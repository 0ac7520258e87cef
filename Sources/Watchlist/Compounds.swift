/// Whether a rest may be the second part of a Germanic compound, or a link and that: not in `Trumpf`, `Nigerianer`,
/// `Frankfurt` or `Steinmeier`.
///
/// A part begins with a vowel, with one consonant, or with two that words begin with.
///
/// - Parameter rest: folded, at least four letters.
func mayEndCompound(_ rest: some Collection<UInt8>) -> Bool {
    var letters = rest.prefix(3).makeIterator()
    guard let first = letters.next(), let second = letters.next() else { return false }
    if first == UInt8(ascii: "i"), rest.starts(with: "ian".utf8) { return false }
    if !isConsonant(first) || !isConsonant(second) { return !isPartOfNames(rest) }
    // The s or n of a link stands before anything.
    guard first == UInt8(ascii: "s") || first == UInt8(ascii: "n") || isOnset(first, second) else {
        return false
    }
    return !isPartOfNames(rest)
}

/// What ends names of towns and of families much more often than words.
private func isPartOfNames(_ rest: some Collection<UInt8>) -> Bool {
    guard rest.count <= 9 else { return false }
    return ["furt", "burg", "meier", "mayer", "meyer", "bruck", "hausen", "hagen"].contains { part in
        rest.suffix(part.utf8.count).elementsEqual(part.utf8)
    }
}

private func isConsonant(_ byte: UInt8) -> Bool {
    byte &- 0x61 < 26 && !"aeiouy".utf8.contains(byte)
}

private func isOnset(_ first: UInt8, _ second: UInt8) -> Bool {
    let seconds: StaticString =
        switch first {
        case UInt8(ascii: "b"), UInt8(ascii: "v"): "lrj"
        case UInt8(ascii: "c"): "hlr"
        case UInt8(ascii: "d"): "rwj"
        case UInt8(ascii: "f"): "lrjn"
        case UInt8(ascii: "g"): "lrnj"
        case UInt8(ascii: "k"): "lrnvwj"
        case UInt8(ascii: "p"): "flrsj"
        case UInt8(ascii: "t"): "rwjhsv"
        case UInt8(ascii: "w"): "rh"
        case UInt8(ascii: "h"), UInt8(ascii: "l"): "jv"
        case UInt8(ascii: "m"): "j"
        case UInt8(ascii: "z"): "w"
        default: ""
        }
    return seconds.withUTF8Buffer { $0.contains(second) }
}
