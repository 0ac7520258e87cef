/// Latin letters in Hangul: single letters first, then put together into syllables.
enum LatinHangul {
    /// Jamo of the compatibility block for each group.
    static let groups = """
        a:ㅏ b:ㅂ c:ㅋ d:ㄷ e:ㅔ f:ㅍ g:ㄱ h:ㅎ i:ㅣ j:ㅈ k:ㅋ l:ㄹ m:ㅁ n:ㄴ o:ㅗ p:ㅍ q:ㅋ r:ㄹ s:ㅅ t:ㅌ u:ㅜ v:ㅂ w:ㅇ y:ㅣ z:ㅈ
        x:ㄱㅅ ch:ㅊ sh:ㅅ zh:ㅈ kh:ㅋ ph:ㅍ th:ㅅ ck:ㅋ sch:ㅅ oo:ㅜ ee:ㅣ ou:ㅜ ts:ㅊ tz:ㅊ qu:ㅋㅜ ce:ㅅㅔ ci:ㅅㅣ ya:ㅑ yu:ㅠ yo:ㅛ
        wa:ㅘ we:ㅞ wi:ㅟ um:ㅓㅁ er:ㅓ ar:ㅏ
        """

    private static let initials = Array("ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ")
    private static let vowels = Array("ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ")
    /// Consonants that may close a syllable, with their numbers.
    private static let finals: [Character: Int] = ["ㄱ": 1, "ㄴ": 4, "ㄹ": 8, "ㅁ": 16, "ㅂ": 17, "ㅇ": 21]

    /// Letters as syllables; a consonant without a vowel gets ㅡ.
    @Sendable static func composed(_ letters: String) -> String {
        let letters = Array(letters)
        var result = ""
        var place = 0
        while place < letters.count {
            var initial = 11
            if let consonant = initials.firstIndex(of: letters[place]) {
                initial = consonant
                place += 1
            }
            var vowel = 18
            if place < letters.count, let found = vowels.firstIndex(of: letters[place]) {
                vowel = found
                place += 1
            }
            var final = 0
            if vowel != 18, place < letters.count, let closing = finals[letters[place]],
                place + 1 == letters.count || !vowels.contains(letters[place + 1])
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
