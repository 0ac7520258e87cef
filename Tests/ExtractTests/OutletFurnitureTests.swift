import Model
import Testing

@testable import Extract

/// An article with a text of its own around what its outlet repeats.
private func article(_ number: Int, furniture: [String], words: String = "harbour") -> Article {
    Article(
        title: "Story number \(letters(number)) of the \(words)",
        paragraphs: [
            "The \(words) council met on the matter of \(letters(number)) and heard from nine people who live beside it, none of whom agreed with another.",
            "What will become of \(letters(number * 7 + 3)) is to be decided in spring, when the money for \(letters(number * 3 + 1)) has been counted and the elections are over.",
        ] + furniture)
}

/// Figures count as one another, so that stories are told apart by letters.
private func letters(_ number: Int) -> String {
    String(String(number + 1000).utf8.map { Character(UnicodeScalar($0 + 0x31)) })
}

@Suite struct OutletFurnitureTests {
    @Test(arguments: [
        "Sign up now for what matters in the harbour",
        "Melden Sie sich zum Rundbrief aus dem Hafen an",
        "Получайте новости порта каждое утро первыми",
        "اقرأ أخبار الميناء كل صباح قبل الجميع",
        "每天早上第一时间获取港口新闻和深度报道",
        "港のニュースを毎朝いちばんにお届けします",
        "รับข่าวท่าเรือก่อนใครทุกเช้าทางแอปของเรา",
        "हर सुबह बंदरगाह की ख़बरें सबसे पहले पाएँ",
        "매일 아침 항구 소식을 가장 먼저 받아보세요",
    ])
    func whatThreeStoriesShareIsCut(line: String) {
        var furniture = OutletFurniture()
        for number in 0..<2 { furniture.learn(article(number, furniture: [line]), day: 20_000) }
        #expect(furniture.cut(article(1, furniture: [line])).paragraphs.contains(line))
        furniture.learn(article(2, furniture: [line]), day: 20_000)
        let cut = furniture.cut(article(3, furniture: [line]))
        #expect(cut.paragraphs == article(3, furniture: []).paragraphs)
    }

    /// Ten addresses of one story, with other titles and a sentence exchanged, are one story.
    @Test func copiesOfOneStoryTeachNothing() {
        var furniture = OutletFurniture()
        let text = article(
            5, furniture: ["Nobody was hurt, said the fire brigade.", "The road stays closed until noon."])
        for number in 0..<10 {
            var copy = text
            copy.title = "Update \(letters(number))"
            copy.paragraphs[0] += " Latest: \(letters(number))."
            furniture.learn(copy, day: 20_000)
        }
        #expect(furniture.repeated(in: text) == [])
    }

    /// A running matter has its background sentence in each of its articles.
    @Test func backgroundOfARunningMatterStays() {
        var furniture = OutletFurniture()
        let background =
            "The bridge was closed in February 2024, after divers had found cracks in the northern pillar, which carries both the tram and the road."
        for number in 0..<40 {
            furniture.learn(
                article(number, furniture: number % 8 == 0 ? [background] : []), day: 20_000 + number / 10)
        }
        #expect(furniture.repeated(in: article(41, furniture: [background])) == [])
    }

    @Test func aLongNoteOnMostPagesIsCut() {
        var furniture = OutletFurniture()
        let note =
            "The Harbour Post is an independent paper that belongs to its readers. If you value what we do, help us with what you can spare, each month or once, so that we can go on."
        for number in 0..<12 { furniture.learn(article(number, furniture: [note]), day: 20_000) }
        #expect(furniture.repeated(in: article(13, furniture: [note])) == [2])
    }

    @Test func aNewDesignReplacesTheOld() {
        var furniture = OutletFurniture()
        let old = "Follow the harbour on our old channel"
        let new = "The harbour has moved to a new channel"
        for number in 0..<20 { furniture.learn(article(number, furniture: [old]), day: 20_000) }
        for number in 20..<90 { furniture.learn(article(number, furniture: [new]), day: 20_010) }
        #expect(furniture.repeated(in: article(91, furniture: [old, new])) == [3])
    }

    @Test func anArticleIsNeverCutWhole() {
        var furniture = OutletFurniture()
        let line = "The page you look for is not here any more."
        for number in 0..<9 {
            furniture.learn(
                Article(title: letters(number), paragraphs: [line, "Text \(letters(number))"]), day: 20_000)
        }
        #expect(furniture.cut(Article(title: "x", paragraphs: [line])).paragraphs == [line])
    }

    @Test func memoryIsBounded() {
        var furniture = OutletFurniture()
        for number in 0..<500 {
            let lines = (0..<40).map {
                "Line \(letters(number * 41 + $0)) of a page that never repeats itself"
            }
            furniture.learn(article(number, furniture: lines), day: 20_000 + number)
        }
        #expect(furniture.lines.count <= OutletFurniture.lineLimit)
        #expect(furniture.stories.count <= OutletFurniture.storyLimit)
        #expect(furniture.bytes.count < 40_000)
    }

    @Test func bytesReadAsTheyWereWrittenAndDamageIsRefused() {
        var furniture = OutletFurniture()
        for number in 0..<7 {
            furniture.learn(article(number, furniture: ["Sign up for all of it"]), day: 20_000)
        }
        let bytes = furniture.bytes
        #expect(OutletFurniture(bytes: bytes) == furniture)
        for length in 0..<bytes.count { #expect(OutletFurniture(bytes: Array(bytes[..<length])) == nil) }
        #expect(OutletFurniture(bytes: [9] + bytes.dropFirst()) == nil)
        #expect(OutletFurniture(bytes: bytes + [0]) == nil)
    }
}
