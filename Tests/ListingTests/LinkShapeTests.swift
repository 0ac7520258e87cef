import Testing

@testable import Listing

@Suite struct LinkShapeTests {
    @Test(arguments: [
        "x.example/2026/02/13/council-votes-on-tram", "x.example/news/4711000",
        "x.example/a/council-votes-on-new-tram-line",
        "x.example/politik/council-votes-7001200.html", "x.example/xw/t20260213_56780.shtml",
        "x.example/view.php?idxno=881200",
        "x.example/news/world-asia-66012345", "x.example/articles/c4gzq8m7p2o",
        "x.example/20260213/council.html",
        "x.example/category/politics/council-votes-on-new-tram-12345",
        "x.example/news/%D8%B9%D8%A8%D8%A7%D8%B1%D8%A7%D8%AA-%D8%A7%D9%84%D9%85%D9%8A%D9%86%D8%A7%D8%A1",
    ])
    func articlesHaveTellingAddresses(key: String) {
        #expect(LinkShape(key: key).score >= 1)
    }

    @Test(arguments: [
        "x.example/", "x.example/world", "x.example/tag/city-council", "x.example/author/sam-field-123456",
        "x.example/page/2",
        "x.example/category/politics", "x.example/regio/Gro%C3%9Fbritannien",
        "x.example/files/report-of-the-year-2025.pdf",
        "x.example/privacy", "x.example/search?q=tram", "x.example/print.php?id=522721",
        "x.example/news?page=2",
    ])
    func sectionsAndFilesDoNot(key: String) {
        #expect(LinkShape(key: key).score < 0)
    }

    @Test func pagesOfOneKindShareAPattern() {
        #expect(
            LinkShape(key: "x.example/news/2026/02/13/council-votes").pattern
                == LinkShape(key: "x.example/news/2025/11/03/museum-opens").pattern)
        #expect(LinkShape(key: "x.example/news/1").pattern != LinkShape(key: "x.example/sport/1").pattern)
    }

    @Test(arguments: [
        ("", 0), ("Council votes!", 12), ("市议会推迟表决", 14), ("シティ", 6), ("시의회", 6), ("สภาเมือง", 14),
        ("Горсовет", 8),
        ("مجلس المدينة", 11), ("नगर परिषद", 14), ("2026", 4),
    ])
    func unitsCountWhatIsRead(text: String, units: Int) {
        #expect(textUnits(text) == units)
    }
}
