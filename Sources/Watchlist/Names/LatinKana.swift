/// Sounds in katakana: consonants with their vowels, and alone as Japanese hears them.
extension LetterSpelling {
    static let katakana = LetterSpelling(.japanese, groups: syllables + " " + alone, atEnd: "v:フ ski:スキー")

    /// r behind a vowel only lengthens it.
    static let katakanaByEnglish = LetterSpelling(
        .japanese, groups: syllables + " " + alone + " ː:ー", atEnd: "v:フ ti:ティー ni:ニー ri:リー li:リー",
        prepare: lengthened)

    private static let syllables = rows.flatMap { consonant, row in
        zip(["a", "i", "u", "e", "o"], row.split(separator: " ")).map { "\(consonant)\($0):\($1)" }
            + [row.split(separator: " ").first.map { "\(consonant)ə:\($0)" } ?? ""]
    }.joined(separator: " ")

    /// `starmer` as `staːmaː`.
    @Sendable private static func lengthened(_ sounds: String) -> String {
        let letters = Array(sounds)
        var result = ""
        for (place, letter) in letters.enumerated() {
            let next = place + 1 < letters.count ? letters[place + 1] : nil
            let isLong = letter == "r" && !result.isEmpty && !(next.map { "aeiouəyr".contains($0) } ?? false)
            guard isLong, let vowel = result.last, "aeouə".contains(vowel) else {
                result.append(letter)
                continue
            }
            result = result.dropLast() + (vowel == "o" ? "o" : "a") + "ː"
        }
        return result
    }

    private static let rows: [(String, String)] = [
        ("", "ア イ ウ エ オ"), ("b", "バ ビ ブ ベ ボ"), ("p", "パ ピ プ ペ ポ"), ("m", "マ ミ ム メ モ"),
        ("f", "ファ フィ フ フェ フォ"), ("v", "ヴァ ヴィ ヴ ヴェ ヴォ"), ("d", "ダ ディ ドゥ デ ド"), ("t", "タ ティ トゥ テ ト"),
        ("n", "ナ ニ ヌ ネ ノ"), ("l", "ラ リ ル レ ロ"), ("r", "ラ リ ル レ ロ"), ("g", "ガ ギ グ ゲ ゴ"),
        ("k", "カ キ ク ケ コ"), ("h", "ハ ヒ フ ヘ ホ"), ("kh", "ハ ヒ フ ヘ ホ"), ("j", "ジャ ジ ジュ ジェ ジョ"),
        ("ch", "チャ チ チュ チェ チョ"), ("sh", "シャ シ シュ シェ ショ"), ("zh", "ジャ ジ ジュ ジェ ジョ"), ("s", "サ シ ス セ ソ"),
        ("z", "ザ ジ ズ ゼ ゾ"), ("y", "ヤ イ ユ イェ ヨ"), ("w", "ワ ウィ ウ ウェ ウォ"), ("ts", "ツァ ツィ ツ ツェ ツォ"),
    ]

    private static let alone = """
        b:ブ p:プ m:ム f:フ v:ヴ d:ド t:ト n:ン l:ル r:ル g:グ k:ク h: kh:フ j:ジ ch:チ sh:シュ zh:ジュ s:ス z:ズ y:イ w:ウ ts:ツ
        yo:ヨ myo:ミョ kyo:キョ hyo:ヒョ ryo:リョ pyo:ピョ kyu:キュ nyo:ニョ mp:ンプ mb:ンブ mba:ンバ mbi:ンビ mbo:ンボ mbe:ンベ mpa:ンパ mpi:ンピ mpe:ンペ mpo:ンポ shch:シチ
        """
}
