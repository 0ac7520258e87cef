import Model

/// A source's own place in 0..<1: the same on every machine and after every start, different from its
/// neighbours', and different for each attempt.
///
/// FNV-1a over the name, mixed by the finaliser of SplitMix64 (Steele, Lea, Flood, 2014), because names that
/// differ only in their last letter must land far apart.
package func jitter(of name: String, attempt: Int = 0) -> Double {
    var hash = stableHash(name.utf8) &+ UInt64(truncatingIfNeeded: attempt) &* 0x9E37_79B9_7F4A_7C15
    hash = (hash ^ (hash >> 30)) &* 0xBF58_476D_1CE4_E5B9
    hash = (hash ^ (hash >> 27)) &* 0x94D0_49BB_1331_11EB
    hash ^= hash >> 31
    return Double(hash >> 11) / Double(1 << 53)
}

/// A wait for people: `45 s`, `15 min`, `2 h 30 min`, `3 d`. Parts too small to matter are left out.
package func intervalText(_ interval: Duration) -> String {
    let seconds = max(interval.components.seconds, 0)
    switch seconds {
    case ..<120: return seconds % 60 == 0 && seconds > 0 ? "\(seconds / 60) min" : "\(seconds) s"
    case ..<7200: return "\((seconds + 30) / 60) min"
    case ..<172_800:
        let minutes = (seconds + 30) / 60
        return minutes % 60 == 0 ? "\(minutes / 60) h" : "\(minutes / 60) h \(minutes % 60) min"
    default: return "\((seconds + 43_200) / 86_400) d"
    }
}
