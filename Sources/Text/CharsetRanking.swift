/// The charset in which a body reads best.
///
/// Its sample is read in every charset of the web, and each reading is judged as text: by CLD2's scores for the languages
/// the charset was made for, by the alphabets of these languages, by the rules of Greek, Thai and Korean writing, and by
/// what no text has (letters of two scripts in a word, symbols inside words, capitals behind small letters, controls).
/// uchardet's answer and a declaration count in favour of their charsets: a declaration is believed unless the text
/// plainly says otherwise.
func likeliestCharset(of body: Span<UInt8>, declared: [Charset]) -> Charset {
    // The beginning is enough to confirm a declaration of letters that Latin has not.
    if let first = declared.first, candidate(for: first).writing != .latin {
        let beginning = charsetSample(of: body, enough: confirmedBy)
        if beginning.count > confirmedBy,
            detectedCharset(of: beginning.span.extracting(first: confirmedBy)) == first
                || first.name == "windows-874" && isThai(beginning)
        {
            return first
        }
    }
    let sample = charsetSample(of: body)
    let count = sample.count { $0 >= 0x80 }
    var suggested = detectedCharset(of: sample.span)
    if let suggested, declared.first == suggested { return suggested }
    // A stray byte or two is a sign or an accent: no text in letters of its own has so few of them.
    let isTooFew = count < fewestLetters
    if isTooFew, declared.isEmpty, !isInWord(sample) { return .windows1252 }
    if isTooFew, let found = suggested, candidate(for: found).writing == .letters { suggested = nil }
    // Of a letter or two uchardet knows as little as anyone.
    let trust = min(2, Double(count) / 4)
    let favoured = (declared + [suggested].compactMap(\.self)).filter { $0 != .utf8 && !$0.isEscaped }
    let others = CharsetCandidate.all.filter {
        !favoured.contains($0.charset) && ($0.writing != .multibyte || hasRuns(sample))
            && !($0.writing == .letters && isTooFew)
    }
    let candidates = favoured.map(candidate(for:)) + others
    var best = (charset: favoured.first ?? .windows1252, score: -Double.infinity)
    for candidate in candidates {
        let bonus =
            (candidate.charset == suggested ? trust : 0) + (declared.contains(candidate.charset) ? 40 : 0)
        guard let reading = candidate.reading(of: sample) else { continue }
        let text = candidate.languages.contains("ru") ? withoutLatinLookalikes(reading) : reading
        let cost = Blemishes.cost(of: text) - bonus
        // No language scores more than this a byte: most wrong readings end here.
        guard 2.5 * Double(sample.count) - cost > best.score else { continue }
        let score = likeness(of: text, in: candidate) - cost
        if score > best.score { best = (candidate.charset, score) }
    }
    return best.charset
}

/// Whether bytes that are declared to be Thai can be: all are its letters or signs, in long runs, as Thai has no spaces. The
/// letters of every other charset of the web have bytes in 640 that are none of them, or stand in words.
private func isThai(_ sample: [UInt8]) -> Bool {
    var letters = 0
    var runs = 0
    var isInRun = false
    for byte in sample {
        let isLetter = (0xA1...0xDA).contains(byte) || (0xDF...0xFB).contains(byte)
        // The euro sign, the ellipsis, quotation marks, dashes and the no-break space.
        if byte >= 0x80, !isLetter, ![0x80, 0x85, 0xA0].contains(byte), !(0x91...0x97).contains(byte) {
            return false
        }
        if isLetter { letters += 1 }
        if isLetter, !isInRun { runs += 1 }
        isInRun = isLetter
    }
    return letters > 12 * runs
}

/// Bytes of a sample that confirm a declaration.
private let confirmedBy = 640

/// Bytes beyond ASCII below which undeclared text is taken for Latin.
private let fewestLetters = 3

/// Whether a byte beyond ASCII stands beside a letter of ASCII: by itself it tells nothing of a language.
private func isInWord(_ sample: [UInt8]) -> Bool {
    func isLetter(_ index: Int) -> Bool {
        sample.indices.contains(index) && (0x61...0x7A).contains(sample[index] | 0x20)
    }
    return sample.indices.contains { sample[$0] >= 0x80 && (isLetter($0 - 1) || isLetter($0 + 1)) }
}

private func candidate(for charset: Charset) -> CharsetCandidate {
    CharsetCandidate.all.first { $0.charset == charset }
        ?? CharsetCandidate(charset: charset, languages: "", writing: .letters)
}

/// How well a reading fits the languages of its charset, in the units of CLD2's scores.
private func likeness(of text: [Unicode.Scalar], in candidate: CharsetCandidate) -> Double {
    var string = String.UnicodeScalarView()
    string.append(contentsOf: text)
    let utf8 = Array(String(string).utf8)
    let fits = languageFits(of: LanguageSample(of: utf8, longest: utf8.count).bytes)
    return Set(fits.map(\.script)).reduce(0) { total, script in
        let fits = fits.filter { $0.script == script }
        return total
            + (script == "Latn"
                ? latinScore(fits, text, candidate) : scriptScore(fits, script, text, candidate))
    }
}

/// The best language's score, less for every letter that is not in its alphabet and for a charset that is not its own.
private func latinScore(_ fits: [LanguageFit], _ text: [Unicode.Scalar], _ candidate: CharsetCandidate)
    -> Double
{
    var accented: [UInt32: Double] = [:]
    for scalar in text where scalar.value >= 0xAA && scalar.value < 0x0250 && scalar.properties.isAlphabetic {
        for lower in scalar.properties.lowercaseMapping.unicodeScalars.prefix(1) {
            accented[lower.value, default: 0] += 1
        }
    }
    let scores = fits.map { fit in
        // Letters that say nothing may be English as well as anything: the most usual charset then reads them.
        let code = fit.code == LanguageTag.undetermined ? "en" : fit.code
        var score = fit.score
        for (letter, count) in accented
        where code != "vi" && Alphabets.contains(letter, in: code) != true {
            score -= count * (Alphabets.common.contains(letter) ? 2.5 : 5)
        }
        if candidate.writing != .latin { return score - 12 }
        return candidate.languages.contains(code) ? score : score - 6
    }
    return scores.max() ?? 0
}

/// What the letters of another script are worth: more than none when they read like text of a language of the charset.
private func scriptScore(
    _ fits: [LanguageFit], _ script: String, _ text: [Unicode.Scalar], _ candidate: CharsetCandidate
) -> Double {
    guard
        let best = fits.filter({ candidate.writing != .multibyte || candidate.languages.contains($0.code) })
            .max(by: { $0.score < $1.score }) ?? fits.first
    else { return 0 }
    let isWide = script == "Hani" || script == "Hang"
    let letters = Double(best.scriptBytes) / (isWide || script == "Thai" ? 3 : 2)
    let likeness =
        switch script {
        case "Grek": Orthography.greek(text)
        case "Thai": Orthography.thai(text)
        default:
            min(
                best.score / max(1, letters) / usualScore(of: best),
                best.code == "ko" ? Orthography.korean(text) : 1.1)
        }
    guard isWide else { return letters * (likeness - 0.4) * 3 }
    // Any two bytes make some Han character, and most of them common ones.
    let isKnown = candidate.languages.contains(best.code)
    return letters * 2 * ((isKnown ? likeness : 0) - 0.65) * 5
}

/// The mean score a letter of news text in the script, or in the language where the script has several.
private func usualScore(of fit: LanguageFit) -> Double {
    switch fit.code {
    case "ja": 9
    case "ko": 10.5
    case "zh-Hans", "zh-Hant": 5.6
    default: fit.script == "Cyrl" ? 1.3 : 1.4
    }
}

/// Latin letters inside Cyrillic words become the Cyrillic ones they look like: some keyboards mix them.
private func withoutLatinLookalikes(_ text: [Unicode.Scalar]) -> [Unicode.Scalar] {
    func isCyrillic(_ scalar: Unicode.Scalar) -> Bool { (0x0400..<0x0530).contains(scalar.value) }
    var result: [Unicode.Scalar] = []
    result.reserveCapacity(text.count)
    for word in text.split(omittingEmptySubsequences: false, whereSeparator: { $0 == " " || $0 == "\n" }) {
        result += word.count(where: isCyrillic) >= 2 ? word.map { lookalikes[$0] ?? $0 } : Array(word)
        result.append(" ")
    }
    return result
}

private let lookalikes: [Unicode.Scalar: Unicode.Scalar] = Dictionary(
    uniqueKeysWithValues: zip(
        "aceopxyijkmthbABCEHIJKMOPTXYS".unicodeScalars, "асеорхуіјкмтнвАВСЕНІЈКМОРТХУЅ".unicodeScalars))
