import CCLD2
import Glibc

/// What language a text is in, and how sure that is.
package struct LanguageGuess: Sendable, Equatable {
    /// BCP 47: `en`, `zh-Hans`, `zh-Hant`, `sr-Latn`; `und` for a text without letters.
    package var code: String
    /// The probability that the code is right, 0…1.
    package var confidence: Double
}

/// Tells the language of a text by the letter groups of CLD2's full tables.
///
/// Every language gets the sum of its logarithmic scores over the whole text. Words that begin with a capital count less
/// (names say little of a headline's language), languages with little news start lower, and the language that the
/// source is known for starts higher: a headline then needs plain evidence to be anything else, and a paragraph has it.
package struct LanguageIdentifier: Sendable {
    /// Longer texts are cut here, in bytes.
    static let longestText = 32768
    /// The weight of the whole text beside its words without a capital.
    static let weightOfAll = 0.3
    /// What the source's own language starts with: as much as two or three words that only it has.
    static let hintBonus = 20.0
    /// One unit of score in natural logarithms: neighbouring letter groups overlap, so it is less than the tables' own.
    static let scoreUnit = 0.15

    package init() {}

    /// The language of a text.
    ///
    /// - Parameter hint: the BCP 47 tag of the source, if known (`en-GB`, `zh`).
    /// - Complexity: O(n) up to 32 kB; what is longer is cut.
    package func language(of text: String, hint: String?) -> LanguageGuess {
        language(of: Array(text.utf8.prefix(LanguageIdentifier.longestText + 4)), hint: hint)
    }

    /// The language of a text in UTF-8.
    package func language(of utf8: [UInt8], hint: String?) -> LanguageGuess {
        let text = LanguageSample(of: utf8, longest: LanguageIdentifier.longestText)
        let whole = languageFits(of: text.bytes)
        guard let script = mainScript(of: whole) else {
            return LanguageGuess(code: LanguageTag.undetermined, confidence: 0)
        }
        var scores: [String: Double] = [:]
        for fit in whole where fit.script == script {
            scores[fit.code, default: 0] += LanguageIdentifier.weightOfAll * fit.score
        }
        let plain = text.hasCapitals ? languageFits(of: text.wordsWithoutCapital) : whole
        for fit in plain where fit.script == script { scores[fit.code, default: 0] += fit.score }
        for code in scores.keys { scores[code, default: 0] += LanguagePriors.score(of: code) }
        let read = scores
        let hinted = hint.map(LanguageTag.codes(meantBy:)) ?? []
        for code in hinted {
            // Between neighbours that letters hardly tell apart, the hint alone decides.
            var neighbours = LanguageTag.neighbours(of: code)
            if neighbours.contains(where: { $0 != code && hinted.contains($0) }) { neighbours = [] }
            guard let score = (neighbours + [code]).compactMap({ read[$0] }).max() else { continue }
            scores[code] = score + LanguageIdentifier.hintBonus
        }
        return guess(from: scores)
    }

    /// The best of the scores, as sure as it is ahead of all others.
    private func guess(from scores: [String: Double]) -> LanguageGuess {
        guard let best = scores.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }) else {
            return LanguageGuess(code: LanguageTag.undetermined, confidence: 0)
        }
        let total = scores.values.reduce(0) { $0 + exp(($1 - best.value) * LanguageIdentifier.scoreUnit) }
        return LanguageGuess(code: best.key, confidence: 1 / total)
    }

    /// The script with most letters; Latin counts less, because names and abbreviations in it stand in every script.
    private func mainScript(of fits: [LanguageFit]) -> String? {
        fits.max { weight(of: $0) < weight(of: $1) }?.script
    }

    private func weight(of fit: LanguageFit) -> Double {
        Double(fit.scriptBytes) * (fit.script == "Latn" ? 0.4 : 1)
    }
}

/// How well a text fits one language in one script.
struct LanguageFit {
    var code: String
    var script: String
    /// Bytes of letters in this script.
    var scriptBytes: Int
    var score: Double
}

/// The fits of all languages of news that have any. `text` is well-formed UTF-8 without control characters.
func languageFits(of text: [UInt8]) -> [LanguageFit] {
    guard !text.isEmpty else { return [] }
    return withUnsafeTemporaryAllocation(of: wirewatch_cld2_fit.self, capacity: 512) { room in
        let count = text.withUnsafeBytes { bytes in
            wirewatch_cld2_fits(
                bytes.assumingMemoryBound(to: CChar.self).baseAddress, Int32(bytes.count), room.baseAddress,
                Int32(room.count))
        }
        return room.prefix(Int(count)).compactMap { fit in
            let script = string(of: fit.script)
            guard let code = LanguageTag.code(ofCLD2: string(of: fit.language), script: script) else {
                return nil
            }
            return LanguageFit(
                code: code, script: script, scriptBytes: Int(fit.scriptBytes), score: Double(fit.score))
        }
    }
}

/// A C array of characters up to its zero.
private func string<Characters>(of characters: Characters) -> String {
    withUnsafeBytes(of: characters) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
}
