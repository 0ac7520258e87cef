import Model

/// Credits at the head of a paragraph.
func dateline(of paragraph: String, _ table: CreditTable) -> WireCredit? {
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
    let after = scalars[(close + 1)...].first { !isCreditSpace($0) }
    let isFollowedByDash = after.map { isDash($0) || isStop($0) || $0 == ":" } ?? true
    let isWide = scalars[open].value > 0x2E80
    let words = inside.split { $0 == " " || $0 == "\u{3000}" }
    // `[パリ 13日 ロイター]`: the agency is what comes last.
    let last =
        isAtStart && words.count > 1
        ? [Substring(words.suffix(2).joined(separator: " ")), words[words.count - 1]] : []
    for part in inside.split(whereSeparator: { ",;=/＝、・\u{3000}".contains($0) }) + [Substring(inside)] + last
    {
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

/// `МОСКВА, 12 февраля. /ТАСС/.`, `وام / أبوظبي:`
private func slashed(in head: String, _ table: CreditTable) -> WireCredit? {
    let parts = head.split(separator: "/", maxSplits: 2, omittingEmptySubsequences: false)
    if parts.count == 2, parts[0].count <= 30, let agency = table.agency(named: parts[0]),
        let colon = parts[1].prefix(30).firstIndex(of: ":"), looksLikePlace(String(parts[1][..<colon]))
    {
        return WireCredit(agency: agency, evidence: "\(parts[0])/\(parts[1][..<colon])")
    }
    guard parts.count == 3, parts[0].count <= 60, let agency = table.agency(named: parts[1]) else {
        return nil
    }
    return WireCredit(agency: agency, evidence: "\(parts[0])/\(parts[1])/")
}

/// `新华社北京2月13日电`, `中新社东京二月十二日电`, `路透社伦敦12日电`
private func telegram(in head: String, _ table: CreditTable) -> WireCredit? {
    let scalars = Array(head.unicodeScalars.prefix(40))
    guard let end = scalars.firstIndex(where: { $0 == "电" || $0 == "電" }), end >= 4 else { return nil }
    guard !scalars[..<end].contains(where: { "。，,：:".unicodeScalars.contains($0) }) else { return nil }
    let start = scalars.firstIndex { !isCreditSpace($0) && !"（(【据據".unicodeScalars.contains($0) } ?? 0
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
                $0.unicodeScalars.allSatisfy(isDash) || ".,:".contains($0)
            })
        else { break }
        let piece = rest[..<cut]
        let next = head.index(after: cut)
        // `INTERFAX.RU` has a stop inside, `ИНТЕРФАКС-УКРАИНА` a hyphen.
        let whole = head[position...].prefix { character in
            character != "," && character != ":" && !character.unicodeScalars.allSatisfy(isDash)
        }
        let hyphenated =
            head[position...].prefix { $0 != "," && $0 != ":" && $0 != "–" && $0 != "—" }
            .split(separator: " ", omittingEmptySubsequences: true).first ?? piece
        for candidate in [hyphenated, whole, piece] {
            let end = candidate.endIndex
            let following = head[end...].unicodeScalars.first { !isCreditSpace($0) }
            // `باريس - رويترز:` has a colon behind the agency, never behind a name alone at the beginning.
            let isClosed =
                following.map { isDash($0) || isStop($0) || $0 == ":" && position > head.startIndex } ?? false
            if isClosed, head[..<position].count <= 40, let agency = table.agency(named: candidate),
                looksLikePlace(String(head[..<position]))
            {
                return WireCredit(agency: agency, evidence: String(head[..<end]).trimmed(isCreditSpace))
            }
        }
        position = next
        rest = head[next...]
    }
    return nil
}
