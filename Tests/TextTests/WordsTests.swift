import Testing

@testable import Text

func wordTexts(_ text: String) -> [String] {
    let bytes = folding.foldedBytes(Array(text.utf8))
    return words(in: bytes).map { String(decoding: bytes[$0.range], as: UTF8.self) }
}

struct WordsTests {
    @Test(arguments: [
        ("The CIA's report, 3.14 of 1,000 (G20).", "the cia s report 3.14 of 1,000 g20"),
        ("l’ONU d'Iran 5G COVID-19", "l onu d iran 5g covid 19"),
        ("МИД России: комп'ютер С400", "мид россии комп'ютер с400"),
        ("ב2026 עד ٢٠٢٦م", "ב 2026 עד 2026 م"),
        ("وقالت المحكمة العُليا، اليوم", "وقالت المحكمه العليا اليوم"),
        ("דובר צה״ל אמר", "דובר צה\"ל אמר"),
        ("दिल्ली में प्रधानमंत्री।", "दिल्ली में प्रधानमंत्री"),
        ("প্রধানমন্ত্রী ঢাকায়", "প্রধানমন্ত্রী ঢাকায়"),
        ("தமிழ்நாடு அரசு", "தமிழ்நாடு அரசு"),
        ("서울에서 CIA가 2026년", "서울에서 cia 가 2026 년"),
        ("林剑2026年CIA", "林 剑 2026 年 cia"),
        ("東京タワー・です", "东 京 タ ワ ー で す"),
        ("น้ำ", "น ้ ำ"),
        ("ສະ ខ្ម မြ", "ສ ະ ខ ្ ម မ ြ"),
        ("", ""), ("… — !?", ""),
    ])
    func wordsOf(_ text: String, are expected: String) {
        #expect(wordTexts(text) == expected.unicodeScalars.split(separator: " ").map(String.init))
    }

    @Test(arguments: [
        ("word", ScriptClass.latin), ("слово", .cyrillic), ("كلمة", .arabic), ("शब्द", .devanagari),
        ("শব্দ", .bengali),
        ("சொல்", .indic), ("词", .han), ("ことば", .kana), ("คำ", .thai), ("단어", .hangul), ("2026", .number),
        ("5g", .latin),
        ("ቃል", .ethiopic), ("λέξη", .greek), ("מילה", .hebrew), ("բառ", .armenian), ("სიტყვა", .georgian),
        ("𠀀", .han), ("ཚིག", .tibetan),
        ("ຄໍາ", .lao), ("ពាក្យ", .khmer), ("စကား", .burmese),
    ])
    func scriptOf(_ text: String, is expected: ScriptClass) {
        #expect(words(in: folding.foldedBytes(Array(text.utf8))).first?.script == expected)
    }

    @Test func equalWordsHaveEqualHashes() {
        let tokens = words(in: folding.foldedBytes(Array("Paris, PARIS and París; Part".utf8)))
        #expect(Set(tokens.prefix(2).map(\.hash)).count == 1)
        #expect(tokens[0].hash == tokens[3].hash)
        #expect(tokens[0].hash != tokens[4].hash)
    }

    /// Sketches are stored: a change of the hash would make every installation forget its articles.
    @Test func hashesNeverChange() {
        #expect(wordHash(of: Array("wirewatch".utf8)) == 8_715_663_601_352_439_983)
        #expect(wordHash(of: Array("林".utf8)) == 16_108_546_180_063_759_043)
    }

    @Test func reusedArrayKeepsWhatItHad() {
        var tokens: [WordToken] = []
        appendWords(in: Array("one two".utf8).span, to: &tokens)
        appendWords(in: Array("three".utf8).span, to: &tokens)
        #expect(tokens.count == 3)
    }
}
