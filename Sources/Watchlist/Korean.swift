import Text

/// Whether a Korean term that begins within a word, with the rest of the word behind it, is meant.
///
/// Particles are written together with the noun, and nouns with each other. Three syllables are distinct
/// enough to be found anywhere; two only at a word's beginning and with a known particle behind; one only by
/// itself.
struct Korean: Sendable {
    private let particles: Endings

    init(folding: Folding) {
        particles = Endings(
            "은 는 이 가 을 를 의 에 에서 에게 에는 에도 에만 에선 에서는 에서도 와 과 도 만 로 으로 로는 으로는 로서 으로서 로부터 으로부터 까지 부터 "
                + "보다 처럼 이나 나 이라 라 이라고 라고 이라는 라는 이며 며 인 이고 고 이다 측 측은 측이 씨 씨는 씨가 님 들 들은 들이 들의 들을 한테 께 "
                + "께서 밖에 조차 마저 뿐 뿐만 대로 같은 이란 란 내 내에서 산 발 인의 인은 인이 인들 군 군은 군이 군의 어 어로 식 형 계 당국",
            folding: folding)
    }

    func accepts(before: ByteSlice, after: ByteSlice, letters: Int) -> Bool {
        if letters >= 3 { return true }
        guard before.isEmpty else { return false }
        return after.isEmpty || (letters == 2 && particles.contains(after))
    }
}
