import Testing
import Watchlist

private func names(_ name: String) -> [String] {
    NameProposals(name, folding: folding).proposals.map(\.name)
}

@Test(arguments: [
    (
        "Lin Jian",
        [
            "Линь Цзянь", "Лінь Цзянь", "Лин Дзиен", "Лин Ђен", "린젠", "リン・ジエン", "لين جيان", "לין ג'יאן",
            "लिन जियान",
        ]
    ),
    (
        "Xi Jinping",
        ["Си Цзиньпин", "Сі Цзіньпін", "시진핑", "シー・ジンピン", "شي جينبينغ", "शी जिनपिंग", "Hsi Chin-p'ing"]
    ),
    ("Wang Yi", ["Ван И", "Ван І", "왕이", "ワン・イー"]),
    ("Li Qiang", ["Ли Цян", "리창", "Li Ch'iang"]),
    ("Zhao Lijian", ["Чжао Лицзянь", "자오리젠", "Chao Li-chien"]),
    ("Mao Ning", ["Мао Нин", "마오닝"]),
    ("Hua Chunying", ["Хуа Чуньин", "화춘잉"]),
    ("Lü Yuan", ["Люй Юань", "뤼위안"]),
])
func chineseNamesGoByTheSystems(name: String, expected: [String]) {
    let proposed = names(name)
    for spelling in expected { #expect(proposed.contains(spelling), "\(spelling) among \(proposed)") }
}

@Test(arguments: [
    ("Trump", ["Трамп", "Трумп", "Τραμπ", "ترامب", "טראמפ", "ट्रंप", "트럼프", "トランプ"]),
    ("Putin", ["Путин", "Путін", "Πουτιν", "プティン", "پوتین", "पुतिन", "푸틴"]),
    ("Merkel", ["Меркель", "Μερκελ", "メルケル", "מרקל", "ميركل", "मर्केल", "메르켈"]),
])
func otherNamesGoByTheirLetters(name: String, expected: [String]) {
    let proposed = names(name)
    for spelling in expected { #expect(proposed.contains(spelling), "\(spelling) among \(proposed)") }
}

@Test(arguments: [
    ("Шойгу", ["Shoygu", "Schojgu", "Choïgou"]),
    ("Зеленський", ["Zelenskyy", "Zelenskij"]),
    ("Путин", ["Putin", "Poutin"]),
])
func cyrillicNamesAreRomanised(name: String, expected: [String]) {
    let proposed = names(name)
    for spelling in expected { #expect(proposed.contains(spelling), "\(spelling) among \(proposed)") }
}

@Test func aNameInCharactersIsReadAsPinyin() {
    let proposals = NameProposals("林剑", folding: folding)
    #expect(proposals.syllables == ["lin", "jian"])
    #expect(proposals.proposals.contains { $0.name == "Линь Цзянь" })
}

@Test(arguments: ["", "!!!", "x", String(repeating: "lin ", count: 1000), "\u{202E}abc", "٣٤٥", "🙂 jian"])
func strangeNamesGiveLittleAndNoTrouble(name: String) {
    #expect(names(name).count <= 30)
}

@Test func proposalsThatReadAlikeAreGivenOnce() {
    let proposed = NameProposals("LIN JIAN", folding: folding).proposals
    #expect(Set(proposed.map(\.name)).count == proposed.count)
    #expect(proposed.first?.system == "as given")
    #expect(!proposed.contains { $0.name == "Lin Jian" })
}

@Test func theCorpusShowsWhatStandsWhereTheNameIsExpected() {
    var sightings = NameSightings(NameProposals("Lin Jian", folding: folding), folding: folding)
    for text in [
        "外交部发言人林剑主持例行记者会。", "發言人林劍表示", "Как заявил Лин Цзянь на брифинге", "린지엔 대변인은",
        "Nothing of the kind", "林肯建议 这里 没有",
    ] {
        sightings.look(at: text)
    }
    let seen = sightings.sightings(limit: 10)
    #expect(seen.first?.text == "林剑")
    #expect(seen.first?.count == 2)
    #expect(seen.contains { $0.text == "Лин Цзянь" })
    #expect(!seen.contains { $0.text.contains("肯") })
}
