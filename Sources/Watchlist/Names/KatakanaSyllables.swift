/// The syllables of Mandarin in katakana, made from the rows of the syllabary.
enum KatakanaSyllables {
    /// `b+an:バン …`, every initial with every final.
    static let written = table(rows)

    /// The same with the rows of p, t, k, ch and c for b, d, g, j, zh and z.
    static let unvoiced = table(
        rows.map { initial, row in
            let other = ["b": "p", "d": "t", "g": "k", "j": "q", "zh": "ch", "z": "c"][initial]
            return (initial, rows.first { $0.0 == other }?.1 ?? row)
        })

    private static func table(_ rows: [(String, [String])]) -> String {
        (rows.flatMap { initial, row in
            finals.compactMap { final, spelling in
                let parts = spelling.split(separator: "+", maxSplits: 1, omittingEmptySubsequences: false)
                guard let vowel = parts.first.flatMap({ Int($0) }), row.indices.contains(vowel) else {
                    return nil
                }
                return "\(initial)+\(final):\(row[vowel])\(parts.count > 1 ? String(parts[1]) : "")"
            }
        } + withoutInitial.map { "+\($0):\($1)" }).joined(separator: " ")
    }

    /// Syllables that begin with y or w in pinyin.
    private static let withoutInitial = pairs(
        """
        i:イー ia:ヤー ie:イエ iao:ヤオ iu:ヨウ ian:イエン in:イン iang:ヤン ing:イン iong:ヨン u:ウー ua:ワ uo:ウォ uai:ワイ ui:ウェイ
        uan:ワン un:ウェン uang:ワン ueng:ウォン ü:ユー üe:ユエ üan:ユエン ün:ユン
        """)

    /// Before a, i, u, e, o; ü is written like yu.
    private static let rows: [(String, [String])] = [
        ("", "ア イ ウ エ オ"), ("b", "バ ビ ブ ベ ボ"), ("p", "パ ピ プ ペ ポ"), ("m", "マ ミ ム メ モ"),
        ("f", "ファ フィ フ フェ フォ"), ("d", "ダ ディ ドゥ デ ド"), ("t", "タ ティ トゥ テ ト"),
        ("n", "ナ ニ ヌ ネ ノ"), ("l", "ラ リ ル レ ロ"), ("g", "ガ ギ グ ゲ ゴ"), ("k", "カ キ ク ケ コ"),
        ("h", "ハ ヒ フ ヘ ホ"), ("j", "ジャ ジ ジュ ジェ ジョ"), ("q", "チャ チ チュ チェ チョ"),
        ("x", "シャ シ シュ シェ ショ"), ("zh", "ジャ ジ ジュ ジェ ジョ"), ("ch", "チャ チ チュ チェ チョ"),
        ("sh", "シャ シ シュ シェ ショ"), ("r", "ラ リ ル レ ロ"), ("z", "ザ ズ ズ ゼ ゾ"), ("c", "ツァ ツ ツ ツェ ツォ"),
        ("s", "サ ス ス セ ソ"),
    ].map { ($0, $1.split(separator: " ").map(String.init)) }

    /// The vowel of the row, 0…4, and what follows it.
    private static let finals = pairs(
        """
        a:0+ー o:4+ー e:0+ー ai:0+イ ei:3+イ ao:0+オ ou:4+ウ an:0+ン en:3+ン ang:0+ン eng:4+ン ong:4+ン er:0+ル i:1+ー
        ia:1+ア ie:1+エ iao:1+アオ iu:1+ウ ian:1+エン in:1+ン iang:1+アン ing:1+ン iong:1+オン u:2+ー ua:2+ア uo:2+オ
        uai:2+アイ ui:2+イ uan:2+アン un:2+ン uang:2+アン ü:2+ー üe:2+エ üan:2+アン ün:2+ン
        """)
}
