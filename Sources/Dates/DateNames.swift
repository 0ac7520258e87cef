/// What the words of dates mean, found by folded letters.
struct DateNames: Sendable {
    /// One month a name may stand for.
    struct Month: Sendable, Hashable {
        var calendar: DateCalendar
        /// 1…12, in the Ethiopic calendar 1…13.
        var number: Int
        var language: String
    }

    /// What a name says; most names say one thing.
    struct Meaning: Sendable {
        var months: [Month] = []
        var role: DateRole?

        func followed(by other: Meaning?) -> Meaning {
            guard let other else { return self }
            return Meaning(months: months + other.months, role: role ?? other.role)
        }
    }

    private var exact: [UInt64: Meaning] = [:]
    /// Names that may have an ending.
    private var stems: [UInt64: Meaning] = [:]

    init(english: EnglishNames) {
        exact.reserveCapacity(4096)
        for (language, months) in MonthNames.gregorian {
            add(months: months, calendar: .gregorian, language: language)
        }
        for (calendar, language, months) in MonthNames.others {
            add(months: months, calendar: calendar, language: language)
        }
        for (names, role) in DateRole.table {
            for name in names.split(separator: " ") { addRole(String(name), role) }
        }
        for (name, seconds) in english.zones { addRole(name, .zone(seconds)) }
        for (name, seconds) in english.seasonalZones { addRole(name, .seasonalZone(seconds)) }
    }

    /// - Parameter letters: folded; words of one name with a space between.
    /// - Returns: all it may mean, the names that fit most letters first.
    func meaning(of letters: ArraySlice<Unicode.Scalar>) -> Meaning? {
        var hash = NameHash()
        var found: Meaning?
        for letter in letters {
            if letter == " " {
                // An ending holds no space: what came before belongs to another word.
                found = nil
            } else if letters.count - hash.count <= 8, let stem = stems[hash.value] {
                found = stem.followed(by: found)
            }
            hash.append(letter)
        }
        if let stem = stems[hash.value] { found = stem.followed(by: found) }
        return exact[hash.value].map { $0.followed(by: found) } ?? found
    }

    private mutating func add(months: String, calendar: DateCalendar, language: String) {
        for (index, field) in months.split(separator: " ").enumerated() {
            let month = Month(calendar: calendar, number: index + 1, language: language)
            for name in field.split(separator: "|") {
                if name.hasSuffix("*") {
                    stems[Self.hash(name.dropLast()), default: Meaning()].months.append(month)
                } else {
                    exact[Self.hash(name), default: Meaning()].months.append(month)
                }
            }
        }
    }

    private mutating func addRole(_ name: String, _ role: DateRole) {
        exact[Self.hash(name[...]), default: Meaning()].role = role
    }

    private static func hash(_ name: Substring) -> UInt64 {
        var hash = NameHash()
        for scalar in name.unicodeScalars {
            if let folded = NameFolding.folded(scalar == "_" ? " " : scalar) { hash.append(folded) }
        }
        return hash.value
    }
}
