import Model
import Text

/// Which dictionary endings a language's words may lose, by script: refuses nearly every word that only begins like a
/// term, before it is looked at as a word.
///
/// A class, so that it is not copied with the language that has it.
final class DropFilter: Sendable {
    /// 256 bits a script, by hash of an ending.
    private let bits: [UInt64]
    private let maxBytes: [Int]
    /// Scripts whose words may lose a last letter before any rest.
    private let losesLetter: [Bool]

    init(_ inflections: LanguageInflections) {
        let count = ScriptClass.allCases.count
        var bits = [UInt64](repeating: 0, count: 4 * count)
        var maxBytes = [Int](repeating: 0, count: count)
        var losesLetter = [Bool](repeating: false, count: count)
        for script in ScriptClass.allCases {
            let number = Int(script.rawValue)
            let inflection = inflections[script].value
            losesLetter[number] = inflection.anyRest != nil
            for paradigms in [inflection.words, inflection.names, inflection.derived] {
                // As far as `Inflection` goes back.
                maxBytes[number] = max(maxBytes[number], paradigms.maxDroppedBytes, 4)
                for ending in paradigms.dropped {
                    let place = Self.hash(ending[...])
                    bits[4 * number + (place >> 6)] |= 1 << UInt64(place & 63)
                }
            }
        }
        self.bits = bits
        self.maxBytes = maxBytes
        self.losesLetter = losesLetter
    }

    /// Calls `body` with the filter as it lies in memory.
    func withView<Result>(_ body: (View) -> Result) -> Result {
        bits.withUnsafeBufferPointer { bits in
            maxBytes.withUnsafeBufferPointer { maxBytes in
                losesLetter.withUnsafeBufferPointer { losesLetter in
                    body(View(bits: bits, maxBytes: maxBytes, losesLetter: losesLetter))
                }
            }
        }
    }

    /// The filter while ``withView(_:)`` works. Unsafe buffers because every find in every article is asked about here.
    struct View {
        fileprivate let bits: UnsafeBufferPointer<UInt64>
        fileprivate let maxBytes: UnsafeBufferPointer<Int>
        fileprivate let losesLetter: UnsafeBufferPointer<Bool>

        /// Whether a word may be a form of a term of which the word lacks the end.
        ///
        /// - Parameter term: the whole term.
        /// - Parameter common: bytes of it that the word has.
        @inline(__always)
        func mayLose(_ term: UnsafeBufferPointer<UInt8>, from common: Int, script: Int) -> Bool {
            var start = common
            // Whole characters.
            while start > 0, start < term.count, term[start] & 0xC0 == 0x80 { start &-= 1 }
            if start == term.count { return true }
            if losesLetter[script], letterCount(term, from: start) == 1 { return true }
            while term.count &- start <= maxBytes[script] {
                let place = DropFilter.hash(UnsafeBufferPointer(rebasing: term[start...]))
                if bits[4 &* script &+ (place >> 6)] >> UInt64(place & 63) & 1 != 0 { return true }
                guard start > 0 else { return false }
                start &-= 1
                while start > 0, term[start] & 0xC0 == 0x80 { start &-= 1 }
            }
            return false
        }

        @inline(__always)
        private func letterCount(_ term: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
            var count = 0
            for place in start..<term.count where term[place] & 0xC0 != 0x80 { count &+= 1 }
            return count
        }
    }

    @inline(__always)
    private static func hash(_ bytes: some Sequence<UInt8>) -> Int {
        Int(truncatingIfNeeded: stableHash(bytes) >> 56)
    }
}
