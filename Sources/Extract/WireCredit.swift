import Model

/// The agency that an article is credited to, where credits customarily stand.
///
/// Looked at are the byline, the dateline at the head of the first paragraphs, and what stands alone, after a
/// dash, in brackets or in capitals at the end of a paragraph. A name in running text is a mention, not a credit:
/// "told Reuters" and "according to Reuters." give nothing.
///
/// - Parameter headLines: short lines around the title that are no text; only a word for "source" counts in them.
/// - Returns: the agency, with the words that say so.
/// - Complexity: O(paragraphs), a bounded piece of each.
package func wireCredit(
    title: String?, byline: String?, paragraphs: [String], headLines: [String] = []
) -> WireCredit? {
    let table = CreditTable.standard
    for paragraph in paragraphs.prefix(3) {
        if let credit = dateline(of: paragraph, table) { return credit }
    }
    if let byline, let credit = table.credit(inByline: byline) { return credit }
    if let title, let credit = tail(of: title, isLast: false, table), paragraphs.count > 1 { return credit }
    // The last credit wins: what stands under the article itself, not under a quoted box.
    for (index, paragraph) in paragraphs.enumerated().reversed() {
        if let credit = tail(of: paragraph, isLast: index == paragraphs.count - 1, table) { return credit }
        if index >= paragraphs.count - creditLineLimit, CreditLine.mayCredit(paragraph),
            let credit = CreditLine(paragraph, table).credit
        {
            return credit
        }
    }
    // Without a colon, ASCII's or the wide one, there is no word for "source" in it.
    for line in headLines where line.utf8.contains(where: { $0 == UInt8(ascii: ":") || $0 == 0xEF }) {
        if let credit = CreditLine(line, table).sourceCredit { return credit }
    }
    return nil
}

/// Lines at the end that are looked at for words around an agency's name.
private let creditLineLimit = 10

/// Names of agencies by the form a credit compares them in.
struct CreditTable {
    private var agencies: [String: String] = [:]
    private(set) var longest = 0
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

    static func lowercased(_ scalar: Unicode.Scalar) -> UInt32 {
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
            isCreditSpace($0) || isDash($0) || isStop($0) || "©/|:*・".unicodeScalars.contains($0)
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
