import Text

/// The words that terms are looked for by, one behind the other, for a first look at every place found.
struct TermAnchors: Sendable {
    private var bytes: [UInt8] = []
    private var starts: [Int32] = [0]
    /// The script of a term whose words bend; -1 for one that is taken as it is.
    private var scripts: [Int8] = []

    init(_ terms: [Term]) {
        for term in terms {
            let anchor = term.segments[term.anchor]
            bytes += anchor.bytes
            starts.append(Int32(bytes.count))
            let bends =
                anchor.script.hasSpaces && anchor.script != .hangul && !term.isExact && !term.isPrefix
                && !term.isUninflected
            scripts.append(bends ? Int8(anchor.script.rawValue) : -1)
        }
    }

    /// Whether the word at a place may be a form of the term's word, as far as its end shows.
    ///
    /// - Parameter text: folded, with the term's stem at `place`.
    func mayBe(_ term: Int, in text: [UInt8], at place: Int, _ drops: DropFilter?) -> Bool {
        guard let drops, scripts[term] >= 0 else { return true }
        return bytes.withUnsafeBufferPointer { bytes in
            let anchor = UnsafeBufferPointer(rebasing: bytes[Int(starts[term])..<Int(starts[term + 1])])
            let end = min(anchor.count, text.count - place)
            var common = 0
            while common < end, anchor[common] == text[place + common] { common += 1 }
            // The place where they part may be within a character of either.
            while common > 0, place + common < text.count, text[place + common] & 0xC0 == 0x80,
                common < anchor.count
            { common -= 1 }
            return drops.mayLose(anchor, from: common, script: Int(scripts[term]))
        }
    }
}
