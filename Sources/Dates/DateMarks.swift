import Model

/// Joins numbers with the marks that say what they are: `2026年`, `令和8年`, `2월`, `tháng 2`, `2-р сар`.
///
/// Years become full ones; numbers of months become names of months, so that one reader serves all.
func markedTokens(_ tokens: [DateToken], now: Timestamp) -> [DateToken] {
    var marked: [DateToken] = []
    marked.reserveCapacity(tokens.count)
    var index = 0
    while index < tokens.count {
        let token = tokens[index]
        if case .era(let start) = token.role, index + 1 < tokens.count, tokens[index + 1].kind == .number {
            marked.append(year(start + tokens[index + 1].value, like: tokens[index + 1]))
            index += index + 2 < tokens.count && tokens[index + 2].role == .yearMark ? 3 : 2
            continue
        }
        if token.role == .monthWord, index + 1 < tokens.count,
            let month = month(tokens[index + 1], language: "vi")
        {
            marked.append(month)
            index += 2
            continue
        }
        guard token.kind == .number, let (mark, width) = mark(behind: index, in: tokens) else {
            marked.append(token)
            index += 1
            continue
        }
        switch mark {
        case .yearMark: marked.append(year(fullYear(token, now: now), like: token))
        case .monthMark: marked.append(month(token, language: language(of: tokens[index + width])) ?? token)
        case .dayMark:
            var day = token
            day.unit = .day
            marked.append(day)
        default:
            marked.append(token)
            index += 1
            continue
        }
        index += 1 + width
    }
    return marked
}

/// The mark behind a number, and how many pieces it takes: `月`, or `-р сар` with its dash.
private func mark(behind index: Int, in tokens: [DateToken]) -> (DateRole, Int)? {
    guard index + 1 < tokens.count else { return nil }
    if let role = tokens[index + 1].role { return (role, 1) }
    guard index + 2 < tokens.count, tokens[index + 1].kind == .sign, tokens[index + 1].sign == "-",
        tokens[index + 2].role == .monthMark
    else { return nil }
    return (.monthMark, 2)
}

private func year(_ value: Int, like number: DateToken) -> DateToken {
    var year = number
    year.value = value
    year.digits = 4
    year.unit = .year
    return year
}

private func fullYear(_ token: DateToken, now: Timestamp) -> Int {
    token.digits <= 2 ? fullYear(token.value, now: now) : token.value
}

private func month(_ number: DateToken, language: String) -> DateToken? {
    guard number.kind == .number, number.digits <= 2, (1...12).contains(number.value) else { return nil }
    let month = DateNames.Month(calendar: .gregorian, number: number.value, language: language)
    return DateToken(
        kind: .word, meaning: DateNames.Meaning(months: [month], role: nil),
        hasSpaceBefore: number.hasSpaceBefore)
}

/// The language of a mark: Han characters leave Chinese and Japanese open.
private func language(of mark: DateToken) -> String {
    guard let first = mark.letters.first else { return "" }
    return switch first.value {
    case 0xAC00...0xD7A3: "ko"
    case 0x400...0x4FF: "mn"
    default: "han"
    }
}
