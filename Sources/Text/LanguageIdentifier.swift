import CCLD2
import Glibc

/// What language a text is in, and how sure that is.
package struct LanguageGuess: Sendable, Equatable {
    /// BCP 47: `en`, `zh-Hans`, `zh-Hant`, `sr-Latn`; `und` for a text without letters, or whose letters say nothing.
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
    /// The weight of words with a capital when the script is chosen.
    static let weightOfCapitals = 0.2
    /// What the source's own language starts with: as much as two or three words that only it has.
    static let hintBonus = 20.0
    /// What the neighbours of the source's language lose, see ``LanguageTag/neighbours(of:)``.
    static let neighbourHandicap = 20.0
    /// The same of a longer text, as a share of the score of the source's own.
    static let neighbourShare = 0.1
    /// One unit of score in natural logarithms: neighbouring letter groups overlap, so it is less than the tables' own.
    static let scoreUnit = 0.18

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
        let plain = text.hasCapitals ? languageFits(of: text.wordsWithoutCapital) : whole
        guard let script = mainScript(of: whole, withoutCapitals: plain) else {
            return LanguageGuess(code: LanguageTag.undetermined, confidence: 0)
        }
        var scores: [String: Double] = [:]
        for fit in whole where fit.script == script && fit.code != LanguageTag.undetermined {
            scores[fit.code, default: 0] += LanguageIdentifier.weightOfAll * fit.score
        }
        for fit in plain where fit.script == script && fit.code != LanguageTag.undetermined {
            scores[fit.code, default: 0] += fit.score
        }
        for code in scores.keys { scores[code, default: 0] += LanguagePriors.score(of: code) }
        let read = scores
        let hinted = hint.map(LanguageTag.codes(meantBy:)) ?? []
        for code in hinted {
            // A short word may have no letter group of its own language, and still be in it.
            let silent = LanguageTag.isWritten(code, in: script) ? LanguagePriors.score(of: code) : nil
            guard let score = read[code] ?? silent else { continue }
            scores[code] = score + LanguageIdentifier.hintBonus
            // Letters hardly tell neighbours apart: only plain words of the one speak against the other.
            for neighbour in LanguageTag.neighbours(of: code) where !hinted.contains(neighbour) {
                scores[neighbour]? -= max(
                    LanguageIdentifier.neighbourHandicap, LanguageIdentifier.neighbourShare * score)
            }
        }
        return guess(from: scores, script: script)
    }

    /// The best of the scores, as sure as it is ahead of all others, those without any score among them.
    private func guess(from scores: [String: Double], script: String) -> LanguageGuess {
        guard let best = scores.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }) else {
            return LanguageGuess(code: LanguageTag.undetermined, confidence: 0)
        }
        func share(_ score: Double) -> Double { exp((score - best.value) * LanguageIdentifier.scoreUnit) }
        let silent = Double(max(0, LanguageTag.languageCount(of: script) - scores.count))
        let total = scores.values.reduce(silent * share(LanguagePriors.ofSilence)) { $0 + share($1) }
        return LanguageGuess(code: best.key, confidence: 1 / total)
    }

    /// The script with most to read in it. Words with a capital are names and brands more often than not, and stand in texts
    /// of every script.
    private func mainScript(of whole: [LanguageFit], withoutCapitals plain: [LanguageFit]) -> String? {
        var bytes: [String: Int] = [:]
        for fit in plain { bytes[fit.script] = fit.scriptBytes }
        return whole.max { weight(of: $0, plain: bytes) < weight(of: $1, plain: bytes) }?.script
    }

    private func weight(of fit: LanguageFit, plain: [String: Int]) -> Double {
        let small = Double(plain[fit.script] ?? 0)
        let capital = Double(fit.scriptBytes) - small
        return (small + LanguageIdentifier.weightOfCapitals * capital)
            * LanguageTag.letters(perByteOf: fit.script)
    }
}

/// How well a text fits one language in one script.
struct LanguageFit {
    /// `und` for a script whose letters say nothing.
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
