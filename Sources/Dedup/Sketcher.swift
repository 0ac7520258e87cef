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

    /// Tells whether two sketchers have the same secret, without telling it.
    var keyMark: Int { Int(bitPattern: UInt(mixed(key.first &+ mixed(key.second)))) }

    /// - Complexity: O(n); about a hundredth of a millisecond for a page of news.
    package func sketch(of input: SketchInput) -> Sketch {
        let stream = TokenStream(wordHashes(of: input.text), key: key)
        let samples = sampling.samples(of: Shingles(of: stream, key: key), tokens: stream.tokens)
        return Sketch(
            number: input.number, day: input.day, outlet: outletHash(of: input.outlet),
            fingerprints: samples.fingerprints, positions: samples.positions, tokens: stream.tokens)
    }

    /// The same with every shingle of the text, which finds all that two texts have in common.
    func denseSketch(of input: SketchInput) -> Sketch {
        var sampling = Sampling()
        sampling.rate = 1
        sampling.leadRate = 1
        sampling.most = Self.mostTokens
        return Sketcher(folding: folding, key: key, sampling: sampling).sketch(of: input)
    }

    private func wordHashes(of text: [UInt8]) -> WordHashes {
        let looked = text.span.extracting(first: min(text.count, Self.mostBytes))
        if let latin = SerbianLatin(looked) {
            return folding.wordHashes(of: latin.bytes.span, most: Self.mostTokens)
        }
        return folding.wordHashes(of: looked, most: Self.mostTokens)
    }

    /// Where each token stands in the text, in bytes.
    func tokenRanges(of text: [UInt8]) -> [Range<Int>] {
        let looked = text.span.extracting(first: min(text.count, Self.mostBytes))
        let latin = SerbianLatin(looked, keepsOrigins: true)
        let folded = latin.map { folding.folded($0.bytes) } ?? folding.folded(looked)
        return words(in: folded.bytes).prefix(Self.mostTokens).map { word in
            let range = folded.originalRange(of: word.range)
            guard let latin else { return range }
            return Int(latin.origins[range.lowerBound])..<Int(latin.origins[range.upperBound])
        }
    }

    /// The words of a range of tokens as they stand in the text, without what surrounds them.
    func passage(_ tokens: Range<Int>, of text: [UInt8]) -> String {
        let ranges = tokenRanges(of: text)
        guard let first = tokens.first, let last = tokens.last, last < ranges.count else { return "" }
        let range = ranges[first].lowerBound..<ranges[last].upperBound
        return trimmedPassage(String(decoding: text[range], as: UTF8.self))
    }

    func outletHash(of outlet: String) -> UInt32 {
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
