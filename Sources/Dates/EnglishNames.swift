/// The English month, weekday and zone names that machines write, by packed word.
struct EnglishNames: Sendable {
    enum Meaning: Sendable {
        case month(Int)
        case weekday
        /// Seconds east of UTC.
        case zone(Int)
        /// A North American zone without season; its standard offset.
        case seasonalZone(Int)
        /// A word that says nothing, such as `at`, or the ending of `13th`.
        case filler
    }

    /// Seconds east of UTC by lower-case name.
    let zones = Self.zoneHours.map { (name: $0, seconds: Int(($1 * 3600).rounded())) }
    let seasonalZones = [("et", -5), ("ct", -6), ("mt", -7), ("pt", -8)].map {
        (name: $0, seconds: $1 * 3600)
    }
    private let meanings: [PackedWord: Meaning]

    init() {
        var meanings: [PackedWord: Meaning] = [:]
        let months = [
            "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
            "november", "december",
        ]
        for (index, name) in months.enumerated() {
            // Every abbreviation from three letters up.
            for length in 3...name.utf8.count {
                meanings[PackedWord(String(name.prefix(length)))] = .month(index + 1)
            }
        }
        for name in ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"] {
            for length in 2...name.utf8.count { meanings[PackedWord(String(name.prefix(length)))] = .weekday }
        }
        for name in ["at", "on", "of", "the", "st", "nd", "rd", "th", "time", "date"] {
            meanings[PackedWord(name)] = .filler
        }
        for (name, seconds) in zones { meanings[PackedWord(name)] = .zone(seconds) }
        for (name, seconds) in seasonalZones { meanings[PackedWord(name)] = .seasonalZone(seconds) }
        self.meanings = meanings
    }

    func meaning(of word: PackedWord) -> Meaning? {
        meanings[word]
    }

    /// Hours east of UTC. Where two places share an abbreviation the one that dates are more often written in wins:
    /// CST and AST are American, IST is Indian, BST is British, SST is Samoan.
    private static let zoneHours: [(String, Double)] = [
        ("z", 0), ("ut", 0), ("utc", 0), ("gmt", 0), ("uct", 0), ("wet", 0), ("west", 1), ("bst", 1),
        ("cet", 1), ("cest", 2), ("met", 1), ("mest", 2), ("mez", 1), ("mesz", 2), ("eet", 2), ("eest", 3),
        ("msk", 3), ("msd", 4), ("trt", 3), ("sast", 2), ("cat", 2), ("wat", 1), ("eat", 3), ("gst", 4),
        ("irst", 3.5), ("irdt", 4.5), ("pkt", 5), ("ist", 5.5), ("npt", 5.75), ("mmt", 6.5), ("ict", 7),
        ("wib", 7), ("wita", 8), ("wit", 9), ("hkt", 8), ("sgt", 8), ("pht", 8), ("myt", 8), ("awst", 8),
        ("jst", 9), ("kst", 9), ("acst", 9.5), ("acdt", 10.5), ("aest", 10), ("aedt", 11), ("nzst", 12),
        ("nzdt", 13), ("nst", -3.5), ("ndt", -2.5), ("ast", -4), ("adt", -3), ("est", -5), ("edt", -4),
        ("cst", -6), ("cdt", -5), ("mst", -7), ("mdt", -6), ("pst", -8), ("pdt", -7), ("akst", -9),
        ("akdt", -8),
        ("hst", -10), ("sst", -11), ("brt", -3), ("art", -3), ("clt", -4), ("clst", -3), ("cot", -5),
        ("pet", -5),
    ]
}
