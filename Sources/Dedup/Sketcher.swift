import Text

/// Makes sketches of texts: fold, split into tokens, hash the shingles, sample.
///
/// A pure function of text, key and sampling; each worker has its own copy.
package struct Sketcher: Sendable {
    /// Tokens of a text that are looked at; what comes later in a longer text is not compared.
    package static let mostTokens = 50_000
    /// Bytes of a text that are looked at.
    package static let mostBytes = 1 << 20

    private let folding: Folding
    private let key: SketchKey
    private let sampling: Sampling

    package init(folding: Folding, key: SketchKey, sampling: Sampling = Sampling()) {
        self.folding = folding
        self.key = key
        self.sampling = sampling
    }

    /// - Complexity: O(n); about a hundredth of a millisecond for a page of news.
    package func sketch(of input: SketchInput) -> Sketch {
        let tokens = tokens(of: input.text.span)
        let samples = sampling.samples(of: Shingles(of: tokens, key: key), tokens: tokens)
        return Sketch(
            number: input.number, day: input.day, outlet: outletHash(of: input.outlet),
            fingerprints: samples.fingerprints, positions: samples.positions, tokens: tokens)
    }

    /// The tokens of a text in reading order, at most ``mostTokens``.
    func tokens(of text: Span<UInt8>) -> [UInt32] {
        let looked = text.extracting(first: min(text.count, Self.mostBytes))
        var words: [WordToken] = []
        words.reserveCapacity(looked.count / 5 + 8)
        appendWords(in: folding.foldedBytes(looked).span, to: &words)
        let count = min(words.count, Self.mostTokens)
        return [UInt32](unsafeUninitializedCapacity: count) { tokens, filled in
            for index in 0..<count {
                tokens[index] = sketchToken(hash: words[index].hash, script: words[index].script)
            }
            filled = count
        }
    }

    /// The words of a range of tokens as they stand in the text, without what surrounds them.
    func passage(_ tokens: Range<Int>, of text: [UInt8]) -> String {
        let folded = folding.folded(text.span.extracting(first: min(text.count, Self.mostBytes)))
        let words = words(in: folded.bytes)
        guard let first = tokens.first, let last = tokens.last, last < words.count else { return "" }
        let range = folded.originalRange(of: words[first].range.lowerBound..<words[last].range.upperBound)
        return String(decoding: text[range], as: UTF8.self)
    }

    private func outletHash(of outlet: String) -> UInt32 {
        UInt32(truncatingIfNeeded: mixed(wordHash(of: Array(outlet.utf8)) ^ key.second))
    }
}
