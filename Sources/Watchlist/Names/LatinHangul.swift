/// Sounds in Hangul: single letters first, then put together into syllables.
extension LetterSpelling {
    /// l between vowels closes one syllable and opens the next; a stop before another closes its syllable.
    static let hangul = LetterSpelling(
        .korean,
        groups: """
            a:ㅏ ə:ㅓ b:ㅂ d:ㄷ e:ㅔ f:ㅍ g:ㄱ h:ㅎ i:ㅣ j:ㅈ k:ㅋ l:ㄹ m:ㅁ n:ㄴ o:ㅗ p:ㅍ r:ㄹㅡ s:ㅅ t:ㅌ u:ㅜ v:ㅂ w:ㅜ y:ㅣ
            z:ㅈ ch:ㅊ sh:ㅅㅣ kh:ㅎ zh:ㅈ ts:ㅊ ng:ㅇㄱ nk:ㅇㅋ ya:ㅑ yu:ㅠ yo:ㅛ ye:ㅖ wa:ㅘ we:ㅞ wi:ㅟ wo:ㅝ
            sha:ㅅㅑ she:ㅅㅖ shi:ㅅㅣ sho:ㅅㅛ shu:ㅅㅠ shch:ㅅㅣㅊ iy:ㅣ kt:Kㅌ kd:Kㄷ ks:Kㅅ pt:Pㅌ
            la:ㄹㄹㅏ le:ㄹㄹㅔ li:ㄹㄹㅣ lo:ㄹㄹㅗ lu:ㄹㄹㅜ ra:ㄹㅏ re:ㄹㅔ ri:ㄹㅣ ro:ㄹㅗ ru:ㄹㅜ rə:ㄹㅓ lya:ㄹㄹㅑ lyu:ㄹㄹㅠ
            """,
        atStart: "la:ㄹㅏ le:ㄹㅔ li:ㄹㅣ lo:ㄹㅗ lu:ㄹㅜ sh:ㅅㅠ", atEnd: "ng:ㅇ er:ㅓ ov:ㅗㅍㅡ ev:ㅔㅍㅡ",
        finish: Hangul.composed)
}

enum Hangul {
    private static let initials = Array("ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ")
    private static let vowels = Array("ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ")
    /// Consonants that may close a syllable, with their numbers; of ㄱ and ㅂ only K and P, which always do.
    private static let finals: [Character: Int] = ["K": 1, "ㄴ": 4, "ㄹ": 8, "ㅁ": 16, "P": 17, "ㅇ": 21]

    /// K and P stand only behind a vowel; elsewhere they are what opens a syllable. What is no letter goes.
    private static func opened(_ letters: [Character]) -> [Character] {
        letters.enumerated().compactMap { place, letter in
            let isBehindVowel = place > 0 && vowels.contains(letters[place - 1])
            if letter == "K" { return isBehindVowel ? letter : "ㅋ" }
            if letter == "P" { return isBehindVowel ? letter : "ㅍ" }
            return initials.contains(letter) || vowels.contains(letter) ? letter : nil
        }
    }

    /// Compatibility jamo as syllables; a consonant without a vowel gets ㅡ.
    @Sendable static func composed(_ letters: String) -> String {
        let letters = opened(Array(letters))
        var result = ""
        var place = 0
        while place < letters.count {
            var initial = 11
            if let consonant = initials.firstIndex(of: letters[place]) {
                initial = consonant
                place += 1
            }
            var vowel = 18
            var hasVowel = false
            if place < letters.count, let found = vowels.firstIndex(of: letters[place]) {
                vowel = found
                hasVowel = true
                place += 1
            }
            var final = 0
            if place < letters.count, let closing = finals[letters[place]],
                place + 1 == letters.count || !vowels.contains(letters[place + 1]),
                // 블라: ㄹ closes also the syllable that has no vowel of its own.
                hasVowel || (letters[place] == "ㄹ" && place + 1 < letters.count && letters[place + 1] == "ㄹ")
            {
                final = closing
                place += 1
            }
            let code = 0xAC00 + UInt32(initial * 588 + vowel * 28 + final)
            if let scalar = Unicode.Scalar(code) { result.unicodeScalars.append(scalar) }
        }
        return result
    }
}
