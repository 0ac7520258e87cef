import Foundation
import Text

/// Collects from texts the strings that stand where a name is expected: written nearly like a proposal, or Chinese
/// characters that are read like its syllables.
package struct NameSightings {
    /// Something that was seen.
    package struct Sighting: Sendable, Equatable {
        /// As written where it was first seen.
        package var text: String
        /// The proposal it is like, or the syllables it is read as.
        package var like: String
        package var script: String
        /// Texts that have it.
        package var count: Int
    }

    /// Different strings that are kept.
    private static let maxSightings = 2_000
    private let folding: Folding
    private let syllables: [String]
    private let targets: [ScriptClass: [Target]]
    /// The proposals as folded bytes read them.
    private let proposed: Set<String>
    private var readings: [Unicode.Scalar: String] = [:]
    private var found: [String: Sighting] = [:]
    private var judged: [String: String?] = [:]

    private struct Target {
        var name: String
        var letters: [Unicode.Scalar]
        /// Words, or signs of scripts without spaces.
        var tokens: Int
    }

    package init(_ proposals: NameProposals, folding: Folding) {
        self.folding = folding
        syllables = proposals.syllables
        var targets: [ScriptClass: [Target]] = [:]
        for proposal in proposals.proposals {
            let folded = folding.foldedBytes(Array(proposal.name.utf8))
            let tokens = words(in: folded)
            guard let script = tokens.first?.script, script != .han, tokens.count <= 12 else { continue }
            targets[script, default: []].append(
                Target(name: proposal.name, letters: letters(of: folded[...]), tokens: tokens.count))
        }
        self.targets = targets
        proposed = Set(
            proposals.proposals.map {
                String(decoding: folding.foldedBytes(Array($0.name.utf8)), as: UTF8.self)
            })
    }

    /// What was seen, the most frequent first, without what is a proposal itself.
    package func sightings(limit: Int) -> [Sighting] {
        Array(
            found.values.sorted { ($1.count, $0.text) < ($0.count, $1.text) }.prefix(limit))
    }

    /// Looks at one text: each string counts once.
    package mutating func look(at text: String) {
        let original = Array(text.utf8)
        let folded = folding.folded(original)
        let tokens = words(in: folded.bytes)
        var seen: Set<String> = []
        for start in tokens.indices {
            if tokens[start].script == .han {
                lookForCharacters(tokens, from: start, folded, original, &seen)
                continue
            }
            for target in targets[tokens[start].script] ?? [] where start + target.tokens <= tokens.count {
                let window = tokens[start..<start + target.tokens]
                let range = window[start].range.lowerBound..<window[window.endIndex - 1].range.upperBound
                // Windows of other lengths cannot be alike.
                guard range.count <= 200, window.allSatisfy({ $0.script == tokens[start].script }) else {
                    continue
                }
                let key = String(decoding: folded.bytes[range], as: UTF8.self)
                guard let like = resemblance(of: key, to: target) else { continue }
                note(key, original[folded.originalRange(of: range)], like: like, &seen)
            }
        }
    }

    private mutating func lookForCharacters(
        _ tokens: [WordToken], from start: Int, _ folded: FoldedText, _ original: [UInt8],
        _ seen: inout Set<String>
    ) {
        guard !syllables.isEmpty, start + syllables.count <= tokens.count else { return }
        for (offset, syllable) in syllables.enumerated() {
            let token = tokens[start + offset]
            guard token.script == .han,
                offset == 0 || token.start == tokens[start + offset - 1].range.upperBound,
                let scalar = String(decoding: folded.bytes[token.range], as: UTF8.self).unicodeScalars.first,
                reading(of: scalar) == syllable
            else { return }
        }
        let range = tokens[start].range.lowerBound..<tokens[start + syllables.count - 1].range.upperBound
        note(
            String(decoding: folded.bytes[range], as: UTF8.self), original[folded.originalRange(of: range)],
            like: syllables.joined(separator: " "), &seen)
    }

    private mutating func note(
        _ key: String, _ written: ArraySlice<UInt8>, like: String, _ seen: inout Set<String>
    ) {
        guard !proposed.contains(key), seen.insert(key).inserted,
            found[key] != nil || found.count < Self.maxSightings
        else { return }
        let text = String(decoding: written, as: UTF8.self)
        found[key, default: Sighting(text: text, like: like, script: scriptName(of: text), count: 0)].count +=
            1
    }

    /// The proposal's name when a string is written nearly like it: at most one letter in five differs, and the
    /// first does not.
    private mutating func resemblance(of key: String, to target: Target) -> String? {
        let letters = Array(key.unicodeScalars)
        guard letters.first == target.letters.first, letters != target.letters,
            abs(letters.count - target.letters.count) <= max(1, target.letters.count / 5)
        else { return nil }
        let cacheKey = key + "\u{0}" + target.name
        if let known = judged[cacheKey] { return known }
        let allowed = max(1, target.letters.count / 5)
        let isLike =
            target.letters.count >= 4 && editDistance(letters, target.letters, upTo: allowed) <= allowed
        let answer = isLike ? target.name : nil
        if judged.count < 200_000 { judged[cacheKey] = answer }
        return answer
    }

    private mutating func reading(of scalar: Unicode.Scalar) -> String {
        if let known = readings[scalar] { return known }
        let reading =
            String(scalar).applyingTransform(.toLatin, reverse: false)?
            .replacing("ü", with: "v").folding(
                options: [.diacriticInsensitive, .caseInsensitive], locale: nil) ?? ""
        readings[scalar] = reading.replacing("v", with: "ü")
        return readings[scalar] ?? ""
    }
}

private func letters(of folded: ArraySlice<UInt8>) -> [Unicode.Scalar] {
    Array(String(decoding: folded, as: UTF8.self).unicodeScalars)
}

/// Levenshtein's distance; anything above `limit` may come out as `limit` + 1.
private func editDistance(_ first: [Unicode.Scalar], _ second: [Unicode.Scalar], upTo limit: Int) -> Int {
    var last = Array(0...second.count)
    for row in first.indices {
        var current = [row + 1]
        for column in second.indices {
            let cost = last[column] + (first[row] == second[column] ? 0 : 1)
            current.append(min(cost, last[column + 1] + 1, current[column] + 1))
        }
        if current.min() ?? 0 > limit { return limit + 1 }
        last = current
    }
    return last[second.count]
}
