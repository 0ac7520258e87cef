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
        let looked = input.text.span.extracting(first: min(input.text.count, Self.mostBytes))
        let words = folding.wordHashes(of: looked, most: Self.mostTokens)
        let stream = TokenStream(words, key: key)
        let samples = sampling.samples(of: Shingles(of: stream, key: key), tokens: stream.tokens)
        return Sketch(
            number: input.number, day: input.day, outlet: outletHash(of: input.outlet),
            fingerprints: samples.fingerprints, positions: samples.positions, tokens: stream.tokens)
    }

    /// The words of a range of tokens as they stand in the text, without what surrounds them.
    func passage(_ tokens: Range<Int>, of text: [UInt8]) -> String {
        let folded = folding.folded(text.span.extracting(first: min(text.count, Self.mostBytes)))
        let words = words(in: folded.bytes)
        guard let first = tokens.first, let last = tokens.last, last < words.count else { return "" }
        let range = folded.originalRange(of: words[first].range.lowerBound..<words[last].range.upperBound)
        return trimmedPassage(String(decoding: text[range], as: UTF8.self))
    }

    private func outletHash(of outlet: String) -> UInt32 {
        UInt32(truncatingIfNeeded: mixed(wordHash(of: Array(outlet.utf8)) ^ key.second))
    }
}

/// A passage without the last words of the paragraph before and the first of the one after, which two texts may have in
/// common by chance.
private func trimmedPassage(_ passage: String) -> String {
    var lines = passage.split(whereSeparator: \.isNewline)
    let least = passage.count / 8
    while lines.count > 1, let first = lines.first, first.count < least { lines.removeFirst() }
    while lines.count > 1, let last = lines.last, last.count < least { lines.removeLast() }
    guard let first = lines.first, let last = lines.last else { return passage }
    return String(passage[first.startIndex..<last.endIndex])
}
