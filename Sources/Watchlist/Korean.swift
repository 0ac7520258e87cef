import Text

/// Whether a Korean term that begins within a word, with the rest of the word behind it, is meant.
///
/// Particles are written together with the noun, and nouns with each other. Three syllables are distinct
/// enough to be found anywhere; two only at a word's beginning and with known particles behind; one only by
/// itself.
struct Korean: Sendable {
    /// What makes another noun of a name: people, city, province, team.
    private let nouns: Endings
    private let cases: Endings
    /// What may stand behind a case.
    private let topics: Endings
    /// Forms of “to be”.
    private let copulas: Endings

    /// More particles are not one behind the other.
    private static let maxBytes = 36
    private static let syllableBytes = 3

    init(folding: Folding) {
        nouns = Endings(
            "- 들 시 도 군 팀 측 씨 님 내 산 발 식 형 계 인 어 당국 인들 군들 팀들 측근", folding: folding)
        cases = Endings(
            "은 는 이 가 을 를 의 에 에서 에게 에게서 한테 께 께서 와 과 로 으로 로서 으로서 로써 으로써 로부터 으로부터 에서부터 도 만 까지 부터 보다 처럼 이나 나 "
                + "이란 란 이든 든 밖에 조차 마저 뿐 뿐만 대로 같은 같이 하고 이랑 랑",
            folding: folding)
        topics = Endings("의 은 는 도 만 까지 이 나", folding: folding)
        copulas = Endings(
            "이다 이며 며 이고 고 인 이라 라 이라고 라고 이라는 라는 이라면 라면 이라도 라도 이지만 지만 이었다 였다 이었던 였던 이었고 였고 이던 이자 "
                + "이어서 여서 이므로 입니다 이었습니다 였습니다 이에요 예요 이야 인데",
            folding: folding)
    }

    func accepts(before: ByteSlice, after: ByteSlice, letters: Int) -> Bool {
        if letters >= 3 { return true }
        guard before.isEmpty else { return false }
        return after.isEmpty || (letters == 2 && areParticles(after))
    }

    /// Whether a rest is a noun's ending, a case, a topic or what the copula is, in this order; each may be missing.
    private func areParticles(_ rest: ByteSlice) -> Bool {
        guard rest.count <= Self.maxBytes else { return false }
        for noun in stride(from: 0, through: rest.count, by: Self.syllableBytes)
        where nouns.contains(rest.prefix(noun)) {
            let rest = rest.dropFirst(noun)
            if rest.isEmpty || cases.contains(rest) || copulas.contains(rest) { return true }
            for end in stride(from: Self.syllableBytes, to: rest.count, by: Self.syllableBytes)
            where cases.contains(rest.prefix(end)) && topics.contains(rest.dropFirst(end)) { return true }
        }
        return false
    }
}
