import Model
import Text

/// Well-known words that hold a shorter one which is not meant by them, in languages whose words are found within
/// others: 印度 is India, 印度尼西亚 Indonesia.
struct LongerWords: Sendable {
    /// What stands before and behind the shorter word.
    private struct Surroundings: Sendable {
        var before: [UInt8]
        var after: [UInt8]
    }

    /// By hash of the shorter word: the list is ours, so nobody chooses words to collide.
    private let surroundings: [UInt64: [Surroundings]]

    init(folding: Folding) {
        var surroundings: [UInt64: [Surroundings]] = [:]
        for line in Self.list.split(separator: "\n") {
            let words = line.split(whereSeparator: { $0 == " " || $0 == ":" }).map {
                folding.foldedBytes(Array($0.utf8))
            }
            guard let short = words.first else { continue }
            for long in words.dropFirst() {
                for start in long.indices where long[start...].starts(with: short) {
                    surroundings[stableHash(short), default: []].append(
                        Surroundings(
                            before: Array(long[..<start]), after: Array(long[(start + short.count)...])))
                }
            }
        }
        self.surroundings = surroundings
    }

    /// Whether a word at a place of a text is a part of a longer one.
    ///
    /// - Parameter word: folded, as it stands there.
    func hold(_ word: ByteSlice, at place: Int, in text: WatchedText.View) -> Bool {
        guard let found = surroundings[stableHash(word)] else { return false }
        let before = text.bytes[..<place]
        let after = text.bytes[(place + word.count)...]
        return found.contains {
            before.suffix($0.before.count).elementsEqual($0.before) && after.starts(with: $0.after)
        }
    }

    /// A short word, then the longer ones.
    private static let list = """
        印度: 印度尼西亚 印度支那 印度洋
        马里: 马里兰 马里乌波尔 马里亚纳 索马里
        中国: 发展中国家 其中国
        日本: 今日本 昨日本 近日本 即日本 毎日本 每日本 本日本
        京都: 東京都
        罗马: 罗马尼亚
        蒙古: 内蒙古
        苏丹: 南苏丹
        几内亚: 巴布亚新几内亚 新几内亚 赤道几内亚 几内亚比绍 几内亚湾
        爱尔兰: 北爱尔兰
        英格兰: 新英格兰
        墨西哥: 新墨西哥
        海地: 上海地 沿海地 近海地 大海地 珠海地 渤海地 黄海地 东海地 南海地 北海地
        波斯: 波斯尼亚
        马来: 马来西亚
        南非: 越南非 云南非 河南非 海南非 湖南非
        南美: 越南美 云南美 河南美 海南美 湖南美
        中美: 其中美
        美洲: 拉丁美洲
        アメリカ: ラテンアメリカ 南アメリカ 北アメリカ 中央アメリカ
        ギニア: パプアニューギニア ニューギニア 赤道ギニア ギニアビサウ
        スーダン: 南スーダン
        アイルランド: 北アイルランド
        イングランド: ニューイングランド
        メキシコ: ニューメキシコ
        モンゴル: 内モンゴル
        ローマ: ローマ字
        그리스: 그리스도
        아일랜드: 북아일랜드 뉴아일랜드
        잉글랜드: 뉴잉글랜드
        멕시코: 뉴멕시코
        아메리카: 라틴아메리카 남아메리카 북아메리카 중앙아메리카
        러시아: 벨라러시아 백러시아
        ลาว: ลาวา
        อินเดีย: อินเดียน
        มาลี: โซมาลี
        ชาด: ชาดก
        โรม: โรมัน โรมาเนีย โรมานซ์
        กินี: นิวกินี อิเควทอเรียลกินี กินีบิสเซา
        รัส: รัสเซีย
        ซูดาน: ซูดานใต้ เซาท์ซูดาน
        ไอร์แลนด์: ไอร์แลนด์เหนือ
        อเมริกา: ละตินอเมริกา ลาตินอเมริกา
        ລາວ: ລາວາ
        ອິນເດຍ: ອິນເດຍນາ
        ໂຣມ: ໂຣມັນ ໂຣມາເນຍ
        ມາລີ: ໂຊມາລີ
        ອາເມລິກາ: ລາຕິນອາເມລິກາ
        """
}
