import Testing

@testable import Text

/// Broken and random bytes through everything: no crash, and text that is well-formed.
struct HostileBytesTests {
    @Test(arguments: CharsetRankingTests.sentences.map(\.charset), [UInt64(1)])
    func mutatedTextsAreRead(_ charset: String, _ seed: UInt64) throws {
        let sentence = CharsetRankingTests.sentences.first { $0.charset == charset }
        var body = try encoded(sentence?.text ?? "", charset)
        var random = Noise(state: seed &* 0x9E37_79B9_7F4A_7C15 &+ UInt64(body.count))
        for _ in 0..<6 {
            for _ in 0..<4 {
                body[Int(random.next() % UInt64(body.count))] = UInt8(truncatingIfNeeded: random.next())
            }
            check(Array(body.prefix(Int(random.next() % UInt64(body.count + 1)))), charset)
        }
    }

    @Test(arguments: [UInt64(1), 2, 3, 4, 5, 6, 7, 8])
    func noiseIsRead(_ seed: UInt64) {
        var random = Noise(state: seed)
        let body = (0..<Int(random.next() % 600)).map { _ in UInt8(truncatingIfNeeded: random.next()) }
        for charset in ["", "utf-16", "gb18030", "iso-2022-jp", "utf-32be", "windows-1258"] {
            check(body, charset)
        }
    }

    private func check(_ body: [UInt8], _ charset: String) {
        for markup in [MarkupKind.html, .plain] {
            let text = decodedText(of: body, contentType: "text/html; charset=\(charset)", markup: markup)
            #expect(utf8Check(text.bytes.span).isValid)
        }
        for bytes in [body, decodedText(of: body, contentType: nil, markup: .plain).bytes] {
            let folded = folding.folded(bytes)
            for token in words(in: folded.bytes) {
                let original = folded.originalRange(of: token.range)
                #expect(original.lowerBound >= 0 && original.upperBound <= bytes.count)
            }
            #expect((0...1).contains(LanguageIdentifier().language(of: bytes, hint: charset).confidence))
        }
    }
}

/// A small generator, the same every run (Marsaglia, xorshift64*).
private struct Noise {
    var state: UInt64

    mutating func next() -> UInt64 {
        state ^= state >> 12
        state ^= state << 25
        state ^= state >> 27
        return (state &* 0x2545_F491_4F6C_DD1D) >> 11
    }
}
