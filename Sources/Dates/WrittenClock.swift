/// Reads the time of day that belongs to a date, before or behind it.
struct WrittenClock {
    let tokens: [DateToken]

    /// Puts the time nearest to the date at `range` into `fields`.
    ///
    /// - Returns: the language the words of the time are in, when they tell.
    func read(near range: Range<Int>, into fields: inout DateFields) -> String? {
        readBehind(range.upperBound, into: &fields) ?? readBefore(range.lowerBound, into: &fields) ?? nil
    }

    /// - Returns: nil when there is no time there.
    private func readBehind(_ start: Int, into fields: inout DateFields) -> String?? {
        var index = start
        var strangers = 0
        while index < tokens.count, index < start + 9, strangers <= 3 {
            if tokens[index].kind == .number || tokens[index].role == .morning
                || tokens[index].role == .afternoon
            {
                var clock = fields
                // Hours and minutes may be parted by a dot only right behind a date.
                if let end = readClock(at: index, allowsDot: strangers == 0, into: &clock) {
                    fields = clock
                    readZone(at: end, into: &fields)
                    return .some(language(around: index..<end))
                }
                if tokens[index].kind == .number { return nil }
            }
            if tokens[index].kind == .word, !isKnown(index) { strangers += 1 }
            index += 1
        }
        return nil
    }

    private func readBefore(_ end: Int, into fields: inout DateFields) -> String?? {
        for start in max(0, end - 12)..<max(0, end) {
            let isMeridiem = tokens[start].role == .morning || tokens[start].role == .afternoon
            guard isMeridiem || tokens[start].kind == .number else { continue }
            var clock = fields
            guard let clockEnd = readClock(at: start, allowsDot: false, into: &clock), clockEnd <= end else {
                continue
            }
            let zoneEnd = readZone(at: clockEnd, into: &clock)
            let between = zoneEnd..<max(zoneEnd, end)
            let strangers = between.count { tokens[$0].kind == .word && !isKnown($0) }
            guard zoneEnd <= end, strangers <= 1, !between.contains(where: { tokens[$0].kind == .number })
            else { continue }
            fields = clock
            return .some(language(around: start..<clockEnd))
        }
        return nil
    }

    private func isKnown(_ index: Int) -> Bool {
        tokens[index].meaning != nil
    }

    /// - Returns: the piece behind the time; nil when none begins at `start`.
    private func readClock(at start: Int, allowsDot: Bool, into fields: inout DateFields) -> Int? {
        var index = start
        let early = tokens[index].role
        if early == .morning || early == .afternoon { index += 1 }
        guard index < tokens.count, tokens[index].kind == .number, tokens[index].digits <= 2,
            tokens[index].value <= 24,
            tokens[index].unit == nil
        else { return nil }
        fields.hour = tokens[index].value
        var isCertain = early == .morning || early == .afternoon
        index += 1
        if let minute = number(behindSignAt: index, ":")
            ?? (allowsDot ? number(behindSignAt: index, ".") : nil),
            minute.digits == 2, minute.value < 60
        {
            let sign = tokens[index].sign
            fields.minute = minute.value
            index += 2
            isCertain = true
            if let second = number(behindSignAt: index, sign), second.digits == 2, second.value <= 60 {
                fields.second = second.value
                index += 2
            }
            if role(at: index) == .hourMark { index += 1 }
        } else if role(at: index) == .hourMark {
            index += 1
            isCertain = true
            if index < tokens.count, tokens[index].kind == .number, tokens[index].digits <= 2,
                tokens[index].value < 60
            {
                fields.minute = tokens[index].value
                index += 1
                if role(at: index) == .minuteMark { index += 1 }
                if index + 1 < tokens.count, tokens[index].kind == .number, role(at: index + 1) == .secondMark
                {
                    fields.second = tokens[index].value
                    index += 2
                }
            }
        }
        if let (late, end) = meridiem(at: index) {
            isCertain = true
            index = end
            fields.setHour(isAfternoon: late == .afternoon)
        } else if let early, isCertain, early == .morning || early == .afternoon {
            fields.setHour(isAfternoon: early == .afternoon)
        }
        return isCertain ? index : nil
    }

    /// `pm`, `p. m.`, `م`
    private func meridiem(at index: Int) -> (DateRole, Int)? {
        guard index < tokens.count else { return nil }
        if let role = tokens[index].role, role == .morning || role == .afternoon {
            return (role, index + 1)
        }
        // `a. m.`: letter, dot, letter.
        let letters = tokens[index...].prefix(3).filter { $0.kind == .word }.map(\.letters)
        guard letters.count == 2, letters[1] == ["m"], tokens[index].kind == .word,
            letters[0] == ["a"] || letters[0] == ["p"]
        else { return nil }
        return (letters[0] == ["a"] ? .morning : .afternoon, index + 3)
    }

    private func role(at index: Int) -> DateRole? {
        index < tokens.count ? tokens[index].role : nil
    }

    private func number(behindSignAt index: Int, _ sign: Unicode.Scalar) -> DateToken? {
        guard index + 1 < tokens.count, tokens[index].kind == .sign, tokens[index].sign == sign,
            tokens[index + 1].kind == .number
        else { return nil }
        return tokens[index + 1]
    }

    /// - Returns: the piece behind the zone, or `start` when there is none.
    @discardableResult
    private func readZone(at start: Int, into fields: inout DateFields) -> Int {
        var index = start
        while index < tokens.count, index < start + 3 {
            if case .zone(let seconds) = tokens[index].role {
                fields.offsetSeconds = seconds
                if seconds == 0, let (offset, end) = signedOffset(at: index + 1) {
                    fields.offsetSeconds = offset
                    return end
                }
                return index + 1
            }
            if case .seasonalZone(let seconds) = tokens[index].role {
                fields.seasonalOffset = seconds
                return index + 1
            }
            if let (offset, end) = signedOffset(at: index) {
                fields.offsetSeconds = offset
                return end
            }
            let isPassable =
                tokens[index].kind == .sign
                ? "(.,|".unicodeScalars.contains(tokens[index].sign)
                : tokens[index].role == .filler
            guard isPassable else { return start }
            index += 1
        }
        return start
    }

    /// `+7`, `+0700`, `-05:00`; a sign with a space behind it only parts things.
    private func signedOffset(at index: Int) -> (Int, Int)? {
        guard index + 1 < tokens.count, tokens[index].kind == .sign, tokens[index + 1].kind == .number,
            !tokens[index + 1].hasSpaceBefore, tokens[index + 1].digits <= 4, tokens[index + 1].digits != 3
        else { return nil }
        let direction: Int
        switch tokens[index].sign {
        case "+": direction = 1
        case "-", "\u{2212}", "\u{2013}": direction = -1
        default: return nil
        }
        let value = tokens[index + 1].value
        if tokens[index + 1].digits == 4 {
            return (direction * (value / 100 * 3600 + value % 100 * 60), index + 2)
        }
        guard value <= 14 else { return nil }
        if let minutes = number(behindSignAt: index + 2, ":"), minutes.value < 60 {
            return (direction * (value * 3600 + minutes.value * 60), index + 4)
        }
        return (direction * value * 3600, index + 2)
    }

    /// The language that the words of a time give away.
    private func language(around range: Range<Int>) -> String? {
        for token in tokens[range] where token.kind == .word {
            guard let first = token.letters.first else { continue }
            if (0xAC00...0xD7A3).contains(first.value) { return "ko" }
            let word = String(String.UnicodeScalarView(token.letters))
            if word == "午前" || word == "午後" { return "ja" }
            if word == "上午" || word == "下午" { return "zh" }
        }
        return nil
    }
}
