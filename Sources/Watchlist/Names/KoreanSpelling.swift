/// Chinese names in Hangul, after the rules of the National Institute of Korean Language.
enum KoreanSpelling {
    /// - Returns: nil for a syllable the rules do not have.
    static func name(_ words: [[PinyinSyllable]]) -> String? {
        let syllables = words.joined().map(syllable)
        guard !syllables.contains(nil) else { return nil }
        return syllables.compactMap { $0 }.joined()
    }

    private static func syllable(_ syllable: PinyinSyllable) -> String? {
        if let whole = special["\(syllable.initial)+\(syllable.final)"] { return whole }
        if syllable.initial.isEmpty { return withoutInitial[syllable.final] ?? finals[syllable.final] }
        let palatal = "jq".contains(syllable.initial) ? afterPalatal[syllable.final] : nil
        guard let written = palatal ?? finals[syllable.final], let first = written.unicodeScalars.first,
            let initial = initials[syllable.initial].flatMap({ UInt32($0) }),
            // The finals are written with the silent initial, number 11 of 19, each of which has 588 syllables.
            let changed = Unicode.Scalar((initial * 588) + 0xAC00 + (first.value - 0xAC00) % 588)
        else { return nil }
        return String(changed) + String(written.dropFirst())
    }

    /// Numbers of the initial consonants in Unicode's order.
    private static let initials = pairs(
        "b:7 p:17 m:6 f:17 d:3 t:16 n:2 l:5 g:0 k:15 h:18 j:12 q:14 x:9 zh:12 ch:14 sh:9 r:5 z:13 c:14 s:10")

    private static let finals = pairs(
        """
        a:아 o:오 e:어 ai:아이 ei:에이 ao:아오 ou:어우 an:안 en:언 ang:앙 eng:엉 ong:웅 er:얼 i:이 ia:야 ie:예 iao:야오 iu:유
        ian:옌 in:인 iang:양 ing:잉 iong:융 u:우 ua:와 uo:워 uai:와이 ui:우이 uan:완 un:운 uang:왕 ueng:웡 ü:위 üe:웨
        üan:위안 ün:윈
        """)

    private static let withoutInitial = pairs("ui:웨이 un:원")
    private static let afterPalatal = pairs("ia:아 ie:에 iao:아오 iu:우 ian:엔 iang:앙 iong:웅")
    private static let special = pairs("zh+i:즈 ch+i:츠 sh+i:스 r+i:르 z+i:쯔 c+i:츠 s+i:쓰")
}
