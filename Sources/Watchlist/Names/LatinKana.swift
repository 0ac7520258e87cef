/// Latin letter groups in katakana: consonants with their vowels, and alone as Japanese hears them.
enum LatinKana {
    static let groups: String = syllables + " " + alone

    private static let syllables = rows.flatMap { consonant, row in
        zip(["a", "i", "u", "e", "o"], row.split(separator: " ")).map { "\(consonant)\($0):\($1)" }
    }.joined(separator: " ")

    private static let rows: [(String, String)] = [
        ("", "ア イ ウ エ オ"), ("b", "バ ビ ブ ベ ボ"), ("p", "パ ピ プ ペ ポ"), ("m", "マ ミ ム メ モ"),
        ("f", "ファ フィ フ フェ フォ"), ("ph", "ファ フィ フ フェ フォ"), ("v", "ヴァ ヴィ ヴ ヴェ ヴォ"),
        ("d", "ダ ディ ドゥ デ ド"), ("t", "タ ティ トゥ テ ト"), ("th", "サ シ ス セ ソ"), ("n", "ナ ニ ヌ ネ ノ"),
        ("l", "ラ リ ル レ ロ"), ("r", "ラ リ ル レ ロ"), ("g", "ガ ギ グ ゲ ゴ"), ("k", "カ キ ク ケ コ"),
        ("c", "カ シ ク セ コ"), ("h", "ハ ヒ フ ヘ ホ"), ("kh", "ハ ヒ フ ヘ ホ"), ("j", "ジャ ジ ジュ ジェ ジョ"),
        ("ch", "チャ チ チュ チェ チョ"), ("sh", "シャ シ シュ シェ ショ"), ("zh", "ジャ ジ ジュ ジェ ジョ"),
        ("s", "サ シ ス セ ソ"), ("z", "ザ ジ ズ ゼ ゾ"), ("y", "ヤ イ ユ イェ ヨ"), ("w", "ワ ウィ ウ ウェ ウォ"),
        ("ts", "ツァ ツィ ツ ツェ ツォ"),
    ]

    private static let alone = """
        b:ブ p:プ m:ム f:フ ph:フ v:ヴ d:ド t:ト th:ス n:ン l:ル r:ル g:グ k:ク c:ク ck:ック h: kh:フ j:ジ ch:チ sh:シュ zh:ジュ
        s:ス z:ズ y:イ w:ウ x:クス q:ク qu:ク ts:ツ um:アム ee:イー oo:ウー ar:アー er:アー or:オー ur:アー mp:ンプ
        tru:トラ
        """
}
