import Model

/// `… a new form of cold war. REUTERS`, `-- SOUTH CHINA MORNING POST`, `（ロイター）`, `© AFP`, `(AP)`, `/ТАСС/`.
func tail(of paragraph: String, isLast: Bool, _ table: CreditTable) -> WireCredit? {
    guard table.mayEnd(paragraph) else { return nil }
    let scalars = Array(paragraph.unicodeScalars.suffix(80))
    var end = scalars.endIndex
    while end > 0,
        isCreditSpace(scalars[end - 1]) || isStop(scalars[end - 1])
            || "\"”'".unicodeScalars.contains(scalars[end - 1])
    {
        end -= 1
    }
    guard end > 0 else { return nil }
    if let credit = bracketedTail(scalars[..<end], table) { return credit }
    guard table.mayEnd(scalars[..<end]) else { return nil }
    let isWhole = scalars.count < 80 || paragraph.unicodeScalars.dropFirst(80).isEmpty
    for start in 0..<end where end - start <= 40 {
        let isWordStart =
            start == 0 ? isWhole : !isCreditLetter(scalars[start - 1]) && isCreditLetter(scalars[start])
        guard isWordStart else { continue }
        let name = String(String.UnicodeScalarView(scalars[start..<end]))
        guard let agency = table.agency(named: name) else { continue }
        let before = scalars[..<start].last { !isCreditSpace($0) }
        let isShouted = !name.unicodeScalars.contains { $0.properties.isLowercase }
        let isMarked =
            before.map {
                isDash($0) || "©|/:：".unicodeScalars.contains($0) && mayMark($0, before: scalars[..<start])
            }
            ?? isWhole
        let isAfterSentence = before.map { isStop($0) || "”\"’)".unicodeScalars.contains($0) } ?? false
        if isMarked || isAfterSentence && (isShouted || isLast) {
            let from = evidenceStart(scalars[...], name: start)
            return WireCredit(
                agency: agency,
                evidence: String(String.UnicodeScalarView(scalars[from..<end])).trimmingSpaces)
        }
    }
    return nil
}

/// A colon makes a credit after a word for "source" alone; in "he told the agency: Reuters" it is prose.
private func mayMark(_ mark: Unicode.Scalar, before: ArraySlice<Unicode.Scalar>) -> Bool {
    guard mark == ":" || mark == "：" else { return true }
    let line = before.map(CreditTable.lowercased).compactMap(Unicode.Scalar.init)
    return before.count <= 24 && !namesPicture(line[...])
}

/// Where a credit's evidence begins: at its mark, with the whole word before a colon.
private func evidenceStart(_ scalars: ArraySlice<Unicode.Scalar>, name: Int) -> Int {
    var start = name
    while start > 0, !isCreditLetter(scalars[start - 1]), !isStop(scalars[start - 1]) { start -= 1 }
    if scalars[start..<name].contains(where: { $0 == ":" || $0 == "：" }) {
        while start > 0, isCreditLetter(scalars[start - 1]) || scalars[start - 1].properties.isGraphemeExtend
        {
            start -= 1
        }
    }
    return start
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
        let before = scalars[..<open].last { !isCreditSpace($0) }
        guard before.map({ isStop($0) || "”\"’।॥".unicodeScalars.contains($0) }) ?? true else { continue }
        return WireCredit(agency: agency, evidence: String(String.UnicodeScalarView(scalars[open...])))
    }
    return nil
}
