import Text

/// Folded text in which words written with another script's lookalike letters are set right.
///
/// `Tрaмп` with a Latin T and a is common in carelessly typed or converted Serbian, Ukrainian and Bulgarian,
/// and `Trumр` with a Cyrillic р is how filters are evaded. A word that mixes Latin with Cyrillic or Greek
/// becomes the script of those of its letters that have no lookalike in the other.
struct Lookalikes: Sendable {
    /// For terms, of which a watchlist has very many.
    static let shared = Lookalikes()

    private let toOther: [UInt8: [(lead: ClosedRange<UInt8>, bytes: [UInt8])]]
    private let toLatin: [[UInt8]: UInt8]

    /// Pairs by their looks in either case, as folding has put them all in lower case.
    private static let pairs: [(latin: Character, cyrillic: String, greek: String)] = [
        ("a", "а", "α"), ("b", "в", "β"), ("c", "с", ""), ("e", "е", "ε"), ("h", "н", "η"), ("i", "і", "ι"),
        ("j", "ј", ""), ("k", "к", "κ"), ("m", "м", "μ"), ("n", "", "ν"), ("o", "о", "ο"), ("p", "р", "ρ"),
        ("s", "ѕ", ""), ("t", "т", "τ"), ("u", "", "υ"), ("v", "", "ν"), ("x", "х", "χ"), ("y", "у", "υ"),
        ("z", "", "ζ"),
    ]
    /// Letters whose small forms look like nothing Latin: within a word they speak for Cyrillic.
    private static let capitalsOnly = Set("вкмнт".map { Array(String($0).utf8) })
    private static let cyrillic: ClosedRange<UInt8> = 0xD0...0xD3
    private static let greek: ClosedRange<UInt8> = 0xCD...0xCF

    init() {
        var toOther: [UInt8: [(lead: ClosedRange<UInt8>, bytes: [UInt8])]] = [:]
        var toLatin: [[UInt8]: UInt8] = [:]
        for pair in Self.pairs {
            guard let latin = pair.latin.asciiValue else { continue }
            for (leads, text) in [(Self.cyrillic, pair.cyrillic), (Self.greek, pair.greek)]
            where !text.isEmpty {
                let bytes = Array(text.utf8)
                toOther[latin, default: []].append((leads, bytes))
                if toLatin[bytes] == nil { toLatin[bytes] = latin }
            }
        }
        self.toOther = toOther
        self.toLatin = toLatin
    }

    /// The text set right, with the way back; nil when no word mixes scripts, as in nearly every text.
    ///
    /// - Complexity: O(n).
    func mended(_ folded: [UInt8]) -> MendedText? {
        guard mixesScripts(folded) else { return nil }
        var mended = MendedText()
        var place = 0
        for token in words(in: folded) where token.range.lowerBound >= place {
            mended.copy(folded[place..<token.range.lowerBound])
            place = token.range.lowerBound
            let end = endOfLetters(folded, from: place)
            mend(folded[place..<end], into: &mended)
            place = end
        }
        mended.copy(folded[place...])
        return mended
    }

    /// Whether an ASCII letter touches a Cyrillic or Greek one anywhere.
    private func mixesScripts(_ folded: [UInt8]) -> Bool {
        // Unsafe because every byte of every article passes here.
        folded.withUnsafeBytes { bytes in
            var place = 0
            while place &+ 18 <= bytes.count {
                let (here, next) = (byteBlock(bytes, place), byteBlock(bytes, place &+ 1))
                let isLatin = here &- splat(0x61) .< splat(26)
                let isNextLead = next &- splat(0xCD) .< splat(7)
                let isLead = here &- splat(0xCD) .< splat(7)
                let isNextLatin = byteBlock(bytes, place &+ 2) &- splat(0x61) .< splat(26)
                if hasAny((isLatin .& isNextLead) .| (isLead .& isNextLatin)) { return true }
                place &+= 16
            }
            // U+0340 to U+04FF: all of Greek and Cyrillic.
            while place < bytes.count {
                let next = place &+ 1 < bytes.count ? bytes[place &+ 1] : 0
                let afterNext = place &+ 2 < bytes.count ? bytes[place &+ 2] : 0
                if isLatin(bytes[place]), (0xCD...0xD3).contains(next) { return true }
                if (0xCD...0xD3).contains(bytes[place]), isLatin(afterNext) { return true }
                place &+= 1
            }
            return false
        }
    }

    private func isLatin(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte) }

    private func isMixable(_ byte: UInt8) -> Bool {
        isLatin(byte) || Self.cyrillic.contains(byte) || Self.greek.contains(byte)
    }

    /// Where the run of Latin, Cyrillic and Greek letters ends that begins at `start`; at least one character
    /// on.
    private func endOfLetters(_ folded: [UInt8], from start: Int) -> Int {
        var end = start
        while end < folded.count, isMixable(folded[end]) || (end > start && folded[end] & 0xC0 == 0x80) {
            end += 1
        }
        if end == start {
            end += 1
            while end < folded.count, folded[end] & 0xC0 == 0x80 { end += 1 }
        }
        return end
    }

    private func mend(_ run: ArraySlice<UInt8>, into mended: inout MendedText) {
        let letters = characters(of: run)
        guard let foreign = letters.first(where: { $0.count > 1 }), letters.contains(where: { $0.count == 1 })
        else { return mended.copy(run) }
        let leads = Self.cyrillic.contains(foreign[foreign.startIndex]) ? Self.cyrillic : Self.greek
        let canBecomeLatin = letters.allSatisfy { $0.count == 1 || toLatin[Array($0)] != nil }
        let canBecomeOther = letters.allSatisfy { $0.count > 1 || other($0, leads) != nil }
        let latinCount = letters.count { $0.count == 1 }
        let hasCapitalsLook = letters.dropFirst().contains { Self.capitalsOnly.contains(Array($0)) }
        let becomesLatin =
            canBecomeLatin && (!canBecomeOther || (!hasCapitalsLook && latinCount * 2 > letters.count))
        guard becomesLatin || canBecomeOther else { return mended.copy(run) }
        for letter in letters {
            if becomesLatin, letter.count > 1, let latin = toLatin[Array(letter)] {
                mended.replace(letter.count, by: [latin])
            } else if !becomesLatin, letter.count == 1, let other = other(letter, leads) {
                mended.replace(1, by: other)
            } else {
                mended.copy(letter)
            }
        }
    }

    private func other(_ letter: ArraySlice<UInt8>, _ leads: ClosedRange<UInt8>) -> [UInt8]? {
        toOther[letter[letter.startIndex]]?.first { $0.lead == leads }?.bytes
    }

    private func characters(of run: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
        var letters: [ArraySlice<UInt8>] = []
        var start = run.startIndex
        for index in run.indices.dropFirst() where run[index] & 0xC0 != 0x80 {
            letters.append(run[start..<index])
            start = index
        }
        letters.append(run[start...])
        return letters
    }
}

/// Folded bytes with some letters replaced, and the places they had before.
struct MendedText: Sendable {
    private(set) var bytes: [UInt8] = []
    /// Behind each replacement: its end now, and how much further back that was before.
    private var ends: [(now: Int, shift: Int)] = []
    private var before = 0

    mutating func copy(_ slice: ArraySlice<UInt8>) {
        bytes += slice
        before += slice.count
    }

    mutating func replace(_ count: Int, by replacement: [UInt8]) {
        bytes += replacement
        before += count
        ends.append((bytes.count, before - bytes.count))
    }

    /// The range before mending of a range of whole characters.
    func range(before range: Range<Int>) -> Range<Int> {
        let start = place(range.lowerBound)
        return start..<max(start, place(range.upperBound))
    }

    /// Where a place before mending is now; for places where characters begin.
    func place(after before: Int) -> Int {
        let index = ends.partitioningIndex { $0.now + $0.shift > before } - 1
        return index < 0 ? before : before - ends[index].shift
    }

    private func place(_ now: Int) -> Int {
        var low = 0
        var high = ends.count
        while low < high {
            let middle = (low + high) / 2
            if ends[middle].now > now { high = middle } else { low = middle + 1 }
        }
        return low == 0 ? now : now + ends[low - 1].shift
    }
}
