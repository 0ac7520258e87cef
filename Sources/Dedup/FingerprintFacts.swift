/// What is remembered of one fingerprint, in 32 bits: when it was seen, by whom, and in how many stories.
///
/// Bits: last day modulo 1,024 (10), days from the first to the last (6, up to 63), number of different days (3, up to
/// 7), different stories of the first outlet (2, up to 3), hash of the first outlet (11).
struct FingerprintFacts: Equatable, BitwiseCopyable {
    private(set) var bits: UInt32

    /// Seen for the first time.
    init(day: Int, outlet: UInt32) {
        bits = UInt32(day & 1023) << 22 | 1 << 13 | 1 << 11 | outlet & 2047
    }

    init(bits: UInt32) {
        self.bits = bits
    }

    /// Days from the first to the last day seen, 0…63.
    var span: Int { Int(bits >> 16 & 63) }
    /// Different days seen, 1…7.
    var days: Int { Int(bits >> 13 & 7) }
    /// Different stories of the first outlet that had it, 1…3.
    var stories: Int { Int(bits >> 11 & 3) }

    /// Whether the outlet that had it first is, as far as eleven bits can say, `outlet`.
    func isOf(outlet: UInt32) -> Bool { bits & 2047 == outlet & 2047 }

    /// Whether it is boilerplate: three stories of one outlet have it, or at least four days over at least four days.
    var isStopped: Bool { stories >= 3 || (days >= 4 && span >= 4) }

    /// Days from the last day seen to `day`, −512…511.
    func daysSinceLast(_ day: Int) -> Int {
        let difference = (day - Int(bits >> 22)) & 1023
        return difference < 512 ? difference : difference - 1024
    }

    /// Days from the first day seen to `day`.
    func daysSinceFirst(_ day: Int) -> Int { daysSinceLast(day) + span }

    /// Seen on `day`, in whatever order days come. A day inside the known span counts as known.
    mutating func see(day: Int) {
        let since = daysSinceLast(day)
        if since > 0 {
            set(last: day, span: min(63, span + since), days: min(7, days + 1))
        } else if -since > span {
            set(last: Int(bits >> 22), span: min(63, -since), days: min(7, days + 1))
        }
    }

    /// Seen in one more story of the first outlet.
    mutating func seeAnotherStory() {
        if stories < 3 { bits += 1 << 11 }
    }

    private mutating func set(last: Int, span: Int, days: Int) {
        bits = UInt32(last & 1023) << 22 | UInt32(span) << 16 | UInt32(days) << 13 | bits & 8191
    }
}
