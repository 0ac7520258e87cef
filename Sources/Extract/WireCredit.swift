import Model

/// The agency that an article is credited to, where credits customarily stand.
///
/// Looked at are the byline, the dateline at the head of the first paragraphs, and what stands alone, after a
/// dash, in brackets or in capitals at the end of a paragraph. A name in running text is a mention, not a credit:
/// "told Reuters" and "according to Reuters." give nothing.
///
/// - Returns: the agency, with the words that say so.
/// - Complexity: O(paragraphs), a bounded piece of each.
package func wireCredit(title: String?, byline: String?, paragraphs: [String]) -> WireCredit? {
    let table = CreditTable.standard
    for paragraph in paragraphs.prefix(3) {
        if let credit = dateline(of: paragraph, table) { return credit }
    }
    if let byline, let credit = table.credit(inByline: byline) { return credit }
    if let title, let credit = tail(of: title, isLast: false, table), paragraphs.count > 1 { return credit }
    // The last credit wins: what stands under the article itself, not under a quoted box.
    for (index, paragraph) in paragraphs.enumerated().reversed() {
        if let credit = tail(of: paragraph, isLast: index == paragraphs.count - 1, table) { return credit }
    }
    return nil
}

/// Names of agencies by the form a credit compares them in.
private struct CreditTable {
    private var agencies: [String: String] = [:]
    private var longest = 0
    /// The last three letters of every form, or the last two of a form of two: few paragraphs end with any.
    private var endings: Set<UInt64> = []

    static let standard = CreditTable()

    private init() {
        for agency in wireAgencies {
            for form in agency.forms {
                agencies[compared(form)] = agency.name
                longest = max(longest, form.unicodeScalars.count)
                let scalars = Array(form.unicodeScalars)
                endings.insert(CreditTable.ending(scalars[...], count: min(4, scalars.count)))
            }
        }
    }

    /// Whether a paragraph's last bytes leave a credit possible; quick, for the many that do not.
    func mayEnd(_ paragraph: String) -> Bool {
        paragraph.utf8.withContiguousStorageIfAvailable(mayEnd) ?? true
    }

    private func mayEnd(_ paragraph: UnsafeBufferPointer<UInt8>) -> Bool {
        // A closing quotation mark is no letter.
        let isQuoted = paragraph.suffix(3).elementsEqual([0xE2, 0x80, 0x9D])
        let start = max(0, paragraph.count - 24)
        var letters = (count: 0, packed: UInt32(0))
        for byte in paragraph[start..<(paragraph.count - (isQuoted ? 3 : 0))].reversed() {
            let isLetter = (0x61...0x7A).contains(byte | 0x20)
            // Brackets and other scripts are looked at whole.
            if byte >= 0x80 || letters.count == 0 && ")]/".utf8.contains(byte) { return true }
            if letters.count == 0 && !isLetter { continue }
            letters.packed |= UInt32(isLetter ? byte | 0x20 : byte) << UInt32(8 * letters.count)
            letters.count += 1
            if letters.count == 4 { break }
        }
        guard letters.count == 4 else { return true }
        return (2...4).contains { count in
            let hash = (0..<count).reversed().reduce(UInt64(count)) {
                ($0 ^ UInt64(letters.packed >> UInt32(8 * $1) & 0xFF)) &* CreditTable.factor
            }
            return endings.contains(hash)
        }
    }

    /// Whether a form may end where `text` ends.
    func mayEnd(_ text: ArraySlice<Unicode.Scalar>) -> Bool {
        (2...4).contains { endings.contains(CreditTable.ending(text, count: $0)) }
    }

    /// Whether a form may end where one of the words of `text` does; quick, for the many texts in which none does.
    func mayOccur(in text: some Sequence<Unicode.Scalar>) -> Bool {
        var word: [Unicode.Scalar] = []
        for scalar in text {
            switch scalar.value {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0xC0..<0x250: word.append(scalar)
            case ..<0xC0, 0x2000...0x206F:
                if let last = word.last, CreditTable.isLatinLetter(last), mayEnd(word[...]) { return true }
                word.append(scalar)
            // Other scripts are looked at whole.
            default: return true
            }
        }
        return mayEnd(word[...])
    }

    private static func isLatinLetter(_ scalar: Unicode.Scalar) -> Bool {
        (0x61...0x7A).contains(scalar.value | 0x20) || scalar.value >= 0xC0 && scalar.value < 0x250
    }

    private static let factor: UInt64 = 0x9E37_79B9_7F4A_7C15

    /// A hash of the last `count` scalars in lowercase.
    private static func ending(_ text: ArraySlice<Unicode.Scalar>, count: Int) -> UInt64 {
        text.suffix(count).reduce(UInt64(count)) { ($0 ^ UInt64(lowercased($1))) &* factor }
    }

    private static func lowercased(_ scalar: Unicode.Scalar) -> UInt32 {
        switch scalar.value {
        case 0x41...0x5A, 0x410...0x42F, 0xC0...0xDE: scalar.value + 0x20
        case 0x400...0x40F: scalar.value + 0x50
        case ..<0x80: scalar.value
        default:
            scalar.properties.isUppercase
                ? scalar.properties.lowercaseMapping.unicodeScalars.first?.value ?? scalar.value
                : scalar.value
        }
    }

    /// The agency that `text` names and nothing else.
    func agency(named text: some StringProtocol) -> String? {
        let trimmed = text.trimmed {
            isSpace($0) || isDash($0) || isStop($0) || "©/|:*・".unicodeScalars.contains($0)
        }
        guard !trimmed.isEmpty, mayEnd(trimmed), trimmed.unicodeScalars.count <= longest + 1 else {
            return nil
        }
        return agencies[compared(trimmed)]
    }

    /// `By Jane Roe, Reuters`, `AFP`, `Agencia EFE`, `ANI`
    func credit(inByline byline: String) -> WireCredit? {
        guard mayOccur(in: byline.unicodeScalars) else { return nil }
        for part in byline.split(whereSeparator: { ",;|/·(（）)、—–".contains($0) }) {
            var words = part.split(separator: " ").joined(separator: " ")
            for lead in ["by ", "from ", "par ", "por ", "von ", "di ", "source: ", "with "]
            where words.lowercased().hasPrefix(lead) {
                words.removeFirst(lead.count)
            }
            if let name = agency(named: words) { return WireCredit(agency: name, evidence: byline) }
        }
        // "Reuters staff", "AFP correspondents"
        let first = byline.split(separator: " ").prefix { !isConnective($0) }
        guard first.count <= 3 else { return nil }
        for count in stride(from: min(first.count, 3), to: 0, by: -1) {
            let name = first.prefix(count).joined(separator: " ")
            if let agency = agency(named: name), first.count > count || count == first.count {
                return WireCredit(agency: agency, evidence: byline)
            }
        }
        return nil
    }

    private func isConnective(_ word: Substring) -> Bool {
        ["and", "und", "et", "y", "e", "&"].contains(word)
    }
}

/// Acronyms keep their case, so that `AP` is not `ap`; other names lose it.
private func compared(_ text: some StringProtocol) -> String {
    let letters = text.unicodeScalars.filter { $0.properties.isAlphabetic }
    let isAcronym = letters.count <= 4 && letters.allSatisfy { !$0.properties.isLowercase }
    let joined = text.split { $0 == " " || $0 == "\u{A0}" || $0 == "\u{3000}" }.joined(separator: " ")
    return isAcronym ? joined : joined.lowercased()
}

// MARK: - Datelines

/// Credits at the head of a paragraph.
private func dateline(of paragraph: String, _ table: CreditTable) -> WireCredit? {
    guard mayHoldDateline(paragraph), table.mayOccur(in: paragraph.unicodeScalars.prefix(120)) else {
        return nil
    }
    let head = String(String.UnicodeScalarView(paragraph.unicodeScalars.prefix(120)))
    return bracketed(in: head, table) ?? slashed(in: head, table) ?? telegram(in: head, table)
        ?? dashed(in: head, table)
}

/// Whether a bracket, a slash, a dash or the sign for a telegram stands near the beginning.
private func mayHoldDateline(_ paragraph: String) -> Bool {
    let head = Array(paragraph.utf8.prefix(240))
    for (index, byte) in head.enumerated() {
        switch byte {
        case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "/"): return true
        case UInt8(ascii: "-"):
            if index > 0, head[index - 1] == 0x20 || index + 1 < head.count && head[index + 1] == 0x20 {
                return true
            }
        case 0xE2
        where index + 1 < head.count
            && (head[index + 1] == 0x80 && index + 2 < head.count && (0x90...0x95).contains(head[index + 2])
                || head[index + 1] == 0x88):
            return true
        // Brackets and the telegram of Chinese and Japanese.
        case 0xE3, 0xEF, 0xE7, 0xE9: return true
        default: break
        }
    }
    return false
}

/// `LONDON (Reuters) -`, `（共同）`, `【ロンドン時事】`, `［１３日　ロイター］`, `(서울=연합뉴스)`, `दिल्ली, 12 फरवरी (भाषा)`
private func bracketed(in head: String, _ table: CreditTable) -> WireCredit? {
    let scalars = Array(head.unicodeScalars)
    let pairs: [Unicode.Scalar: Unicode.Scalar] = [
        "(": ")", "（": "）", "[": "]", "［": "］", "【": "】", "〔": "〕",
    ]
    guard let open = scalars.firstIndex(where: { pairs[$0] != nil }), let closing = pairs[scalars[open]],
        let close = scalars[open...].firstIndex(of: closing), close - open <= 60
    else { return nil }
    let before = String(String.UnicodeScalarView(scalars[..<open]))
    // What comes before is a place and a date, not a sentence.
    guard before.unicodeScalars.count <= 60,
        !before.unicodeScalars.contains(where: { "。！？!?“”\"".unicodeScalars.contains($0) }),
        before.split(separator: " ").count <= 8
    else { return nil }
    let inside = String(String.UnicodeScalarView(scalars[(open + 1)..<close]))
    let isAtStart = before.allSatisfy(\.isWhitespace)
    let after = scalars[(close + 1)...].first { !isSpace($0) }
    let isFollowedByDash = after.map { isDash($0) || isStop($0) || $0 == ":" } ?? true
    let isWide = scalars[open].value > 0x2E80
    for part in inside.split(whereSeparator: { ",;=/＝、・\u{3000}".contains($0) }) + [Substring(inside)] {
        guard let agency = table.agency(named: part) ?? (isWide ? suffix(of: part, table) : nil) else {
            continue
        }
        // A bracket inside a sentence ("the agency (AP) said") is followed by more of it.
        guard isAtStart || isFollowedByDash || isWide || looksLikePlace(before) else { continue }
        return WireCredit(agency: agency, evidence: String(String.UnicodeScalarView(scalars[...close])))
    }
    return nil
}

/// `【ワシントン共同】`: the agency follows the place without a mark.
private func suffix(of text: Substring, _ table: CreditTable) -> String? {
    let scalars = Array(text.unicodeScalars)
    for start in scalars.indices.dropFirst() where scalars.count - start >= 2 && scalars.count - start <= 6 {
        if let agency = table.agency(named: String(String.UnicodeScalarView(scalars[start...]))) {
            return agency
        }
    }
    return nil
}

/// Words that all begin with a capital, or a script that has none; numbers and commas are fine.
private func looksLikePlace(_ text: String) -> Bool {
    var isAfterNumber = false
    return text.split { $0 == " " || $0 == "," || $0 == "." }.allSatisfy { word in
        guard let first = word.unicodeScalars.first else { return true }
        defer { isAfterNumber = first.properties.numericType != nil }
        // "12 февраля": a month may be small.
        return !first.properties.isLowercase || word.count <= 3 || isAfterNumber
    }
}

/// `МОСКВА, 12 февраля. /ТАСС/.`
private func slashed(in head: String, _ table: CreditTable) -> WireCredit? {
    let parts = head.split(separator: "/", maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].count <= 60, let agency = table.agency(named: parts[1]) else {
        return nil
    }
    return WireCredit(agency: agency, evidence: "\(parts[0])/\(parts[1])/")
}

/// `新华社北京2月13日电`, `中新社东京二月十二日电`, `路透社伦敦12日电`
private func telegram(in head: String, _ table: CreditTable) -> WireCredit? {
    let scalars = Array(head.unicodeScalars.prefix(40))
    guard let end = scalars.firstIndex(where: { $0 == "电" || $0 == "電" }), end >= 4 else { return nil }
    guard !scalars[..<end].contains(where: { "。，,".unicodeScalars.contains($0) }) else { return nil }
    let start = scalars.firstIndex { !isSpace($0) && !"（(【".unicodeScalars.contains($0) } ?? 0
    for count in stride(from: min(6, end - start), through: 2, by: -1) {
        let name = String(String.UnicodeScalarView(scalars[start..<(start + count)]))
        if let agency = table.agency(named: name) {
            return WireCredit(
                agency: agency, evidence: String(String.UnicodeScalarView(scalars[start...end])))
        }
    }
    return nil
}

/// `МОСКВА, 13 фев - РИА Новости.`, `Москва. 12 февраля. INTERFAX.RU -`, `AFP - `, `ΑΘΗΝΑ, Reuters —`
private func dashed(in head: String, _ table: CreditTable) -> WireCredit? {
    var rest = Substring(head)
    var position = head.startIndex
    for _ in 0..<3 {
        guard
            let cut = rest.firstIndex(where: {
                $0.unicodeScalars.allSatisfy(isDash) || $0 == "." || $0 == ","
            })
        else { break }
        let piece = rest[..<cut]
        let next = head.index(after: cut)
        // `INTERFAX.RU` has a stop inside.
        let whole = head[position...].prefix { !$0.unicodeScalars.allSatisfy(isDash) && $0 != "," }
        for candidate in [whole, piece] {
            let end = candidate.endIndex
            let following = head[end...].unicodeScalars.first { !isSpace($0) }
            let isClosed = following.map { isDash($0) || isStop($0) } ?? false
            if isClosed, head[..<position].count <= 40, let agency = table.agency(named: candidate),
                looksLikePlace(String(head[..<position]))
            {
                return WireCredit(agency: agency, evidence: String(head[..<end]))
            }
        }
        position = next
        rest = head[next...]
    }
    return nil
}

// MARK: - Credits at the end

/// `… a new form of cold war. REUTERS`, `-- SOUTH CHINA MORNING POST`, `（ロイター）`, `© AFP`, `(AP)`, `/ТАСС/`,
/// `Reporting by Jane Roe; Editing by John Doe` stands for nobody but Reuters.
private func tail(of paragraph: String, isLast: Bool, _ table: CreditTable) -> WireCredit? {
    guard table.mayEnd(paragraph) else { return nil }
    let scalars = Array(paragraph.unicodeScalars.suffix(80))
    var end = scalars.endIndex
    while end > 0,
        isSpace(scalars[end - 1]) || isStop(scalars[end - 1])
            || "\"”'".unicodeScalars.contains(scalars[end - 1])
    {
        end -= 1
    }
    guard end > 0 else { return nil }
    if let credit = bracketedTail(scalars[..<end], table) { return credit }
    guard table.mayEnd(scalars[..<end]) else { return nil }
    let isWhole = scalars.count < 80 || paragraph.unicodeScalars.dropFirst(80).isEmpty
    for start in 0..<end where end - start <= 40 {
        let isWordStart = start == 0 ? isWhole : !isLetter(scalars[start - 1]) && isLetter(scalars[start])
        guard isWordStart else { continue }
        let name = String(String.UnicodeScalarView(scalars[start..<end]))
        guard let agency = table.agency(named: name) else { continue }
        let before = scalars[..<start].last { !isSpace($0) }
        let isShouted = !name.unicodeScalars.contains { $0.properties.isLowercase }
        let isMarked =
            before.map {
                isDash($0) || "©|/:".unicodeScalars.contains($0) && !isSource($0, scalars[..<start])
            }
            ?? isWhole
        let isAfterSentence = before.map { isStop($0) || "”\"’)".unicodeScalars.contains($0) } ?? false
        if isMarked || isAfterSentence && (isShouted || isLast) {
            let from = max(0, start - 3)
            return WireCredit(
                agency: agency,
                evidence: String(String.UnicodeScalarView(scalars[from..<end])).trimmingSpaces)
        }
    }
    return nil
}

/// A colon makes a credit after a word for "source" alone; in "he told the agency: Reuters" it is prose.
private func isSource(_ mark: Unicode.Scalar, _ before: ArraySlice<Unicode.Scalar>) -> Bool {
    guard mark == ":" else { return false }
    return before.count > 24
}

private func bracketedTail(_ scalars: ArraySlice<Unicode.Scalar>, _ table: CreditTable) -> WireCredit? {
    let pairs: [Unicode.Scalar: Unicode.Scalar] = [
        ")": "(", "）": "（", "]": "[", "］": "［", "】": "【", "/": "/",
    ]
    guard let last = scalars.last, let opening = pairs[last],
        let open = scalars.dropLast().lastIndex(of: opening)
    else { return nil }
    let inside = String(String.UnicodeScalarView(scalars[(open + 1)..<(scalars.endIndex - 1)]))
    for part in inside.split(whereSeparator: { ",;=/＝、・+".contains($0) }) + [Substring(inside)] {
        guard let agency = table.agency(named: part) else { continue }
        // "the International Energy Agency (AP)" would be an abbreviation: a credit follows a finished sentence.
        let before = scalars[..<open].last { !isSpace($0) }
        guard before.map({ isStop($0) || "”\"’।॥".unicodeScalars.contains($0) }) ?? true else { continue }
        return WireCredit(agency: agency, evidence: String(String.UnicodeScalarView(scalars[open...])))
    }
    return nil
}

// MARK: - Letters

private func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x80
        ? scalar == " " || (0x09...0x0D).contains(scalar.value) : scalar.properties.isWhitespace
}

private func isDash(_ scalar: Unicode.Scalar) -> Bool {
    "-‐‑‒–—―−".unicodeScalars.contains(scalar)
}

private func isStop(_ scalar: Unicode.Scalar) -> Bool {
    ".。．!?！？…۔।".unicodeScalars.contains(scalar)
}

private func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar.properties.numericType != nil
}

extension StringProtocol {
    fileprivate func trimmed(_ isTrimmed: (Unicode.Scalar) -> Bool) -> String {
        var scalars = Array(unicodeScalars)[...]
        while let first = scalars.first, isTrimmed(first) { scalars.removeFirst() }
        while let last = scalars.last, isTrimmed(last) { scalars.removeLast() }
        return String(String.UnicodeScalarView(scalars))
    }

    fileprivate var trimmingSpaces: String { trimmed(isSpace) }
}
