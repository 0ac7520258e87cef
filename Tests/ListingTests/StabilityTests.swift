import Dates
import Listing
import Model
import Testing

/// What a page lists stays listed while its neighbours come and go.
@Suite struct StabilityTests {
    /// Words of headlines, and the names of a page's sections.
    struct Tongue: Sendable {
        var language: String
        var words: [String]
        var separator = " "
        var sections: [String]
    }

    static let tongues = [
        Tongue(
            language: "en",
            words: [
                "harbour", "council", "delays", "vote", "bridge", "repairs", "ferry", "winter", "budget",
            ],
            sections: ["Home", "World news", "Sport", "Privacy policy and terms of use"]),
        Tongue(
            language: "ru",
            words: [
                "порт", "городской", "совет", "отложил", "ремонт", "моста", "паром", "зимний", "бюджет",
            ],
            sections: ["Главная", "Новости", "Спорт", "Политика конфиденциальности"]),
        Tongue(
            language: "ar",
            words: ["الميناء", "مجلس", "المدينة", "يؤجل", "إصلاح", "الجسر", "العبارة", "الشتاء", "ميزانية"],
            sections: ["الرئيسية", "أخبار", "رياضة", "سياسة الخصوصية"]),
        Tongue(
            language: "he",
            words: ["הנמל", "מועצת", "העיר", "דחתה", "תיקון", "הגשר", "המעבורת", "החורף", "תקציב"],
            sections: ["דף הבית", "חדשות", "ספורט", "מדיניות פרטיות"]),
        Tongue(
            language: "hi",
            words: ["बंदरगाह", "परिषद", "नगर", "मतदान", "पुल", "मरम्मत", "नौका", "सर्दी", "बजट"],
            sections: ["होम", "समाचार", "खेल", "गोपनीयता नीति"]),
        Tongue(
            language: "th",
            words: ["ท่าเรือ", "สภาเมือง", "เลื่อน", "ลงมติ", "สะพาน", "ซ่อมแซม", "เรือข้ามฟาก", "ฤดูหนาว"],
            separator: "", sections: ["หน้าแรก", "ข่าว", "กีฬา", "นโยบายความเป็นส่วนตัว"]),
        Tongue(
            language: "zh", words: ["港口", "市议会", "推迟", "表决", "大桥", "维修", "渡轮", "冬季", "预算案"],
            separator: "", sections: ["首页", "国际", "体育", "隐私政策"]),
        Tongue(
            language: "ja", words: ["港湾局", "市議会", "採決を", "延期", "橋の", "修理", "渡し船", "冬の", "予算案"],
            separator: "", sections: ["ホーム", "国際", "スポーツ", "プライバシーポリシー"]),
    ]

    private static let slugWords = ["harbour", "council", "vote", "bridge", "ferry", "budget", "winter"]

    private func title(_ tongue: Tongue, _ number: Int) -> String {
        let count = 4 + number % 4
        return (0..<count).map { tongue.words[(number * 5 + $0 * (1 + number % 3)) % tongue.words.count] }
            .joined(separator: tongue.separator)
    }

    /// One to five words behind a section, as many sites write their addresses.
    private func path(_ number: Int) -> String {
        let words = (0..<1 + (number * 7) % 5).map { Self.slugWords[(number + $0 * 3) % 7] }
        return "/section\(number % 3)/" + words.joined(separator: "-")
            + ["", "-a", "-b", "-c"][number / 7 % 4]
    }

    private func page(_ tongue: Tongue, _ numbers: Range<Int>, heading: Bool) -> String {
        let sections = tongue.sections.enumerated().map { "<a href=/cat/part\($0)>\($1)</a>" }.joined()
        let entries = numbers.reversed().map { number in
            let link = "<a href=\"\(path(number))\">\(title(tongue, number))</a>"
            return heading ? "<div class=item><h3>\(link)</h3></div>" : "<li>\(link)</li>"
        }
        return "<html lang=\(tongue.language)><body><div>\(sections)</div><div>\(entries.joined())</div>"
            + "<div>\(sections)</div></body></html>"
    }

    private func links(_ html: String) throws -> [String] {
        try parsedListing(
            Array(html.utf8), contentType: nil, url: "https://hafen.example/", rules: ListingRules(),
            dates: DateReader(), now: now
        ).items.compactMap(\.link)
    }

    @Test(arguments: tongues, [true, false])
    func whateverItsNeighboursAreALinkStays(tongue: Tongue, heading: Bool) throws {
        for poll in 0..<6 {
            let numbers = poll * 3..<poll * 3 + 22
            let wanted = Set(numbers.map { "https://hafen.example" + path($0) })
            let found = try Set(links(page(tongue, numbers, heading: heading)))
            #expect(found == wanted, "poll \(poll)")
        }
    }

    @Test func sectionsBuiltLikeTheirArticlesStayOut() throws {
        let blocks = ["politics": "Politics", "world": "World", "economy": "Economy and business news"].map {
            section, name in
            let entries = (0..<6).map {
                "<li><h3><a href=/\(section)/council-delays-bridge-vote-\(Self.slugWords[$0])>"
                    + "Council delays the vote on \(Self.slugWords[$0]) once more</a></h3></li>"
            }
            return "<ul><li><h3><a href=/\(section)>\(name)</a></h3></li>\(entries.joined())</ul>"
        }
        let found = try links("<html lang=en><body>\(blocks.joined())</body></html>")
        #expect(found.count == 18)
        #expect(found.allSatisfy { $0.contains("council") })
    }

    @Test func aMenuOfTheSameMakeStaysOut() throws {
        let menu = ["about-us", "our-history", "contact-form", "press-office"].map {
            "<li><a href=/\($0)>\($0.replacing("-", with: " ").capitalized)</a></li>"
        }
        let entries = (0..<12).map {
            "<li><a href=/\(Self.slugWords[$0 % 7])-\(Self.slugWords[$0 % 5])-vote-again-\(1000 + $0)>"
                + "Council delays vote number \($0) on the old bridge</a></li>"
        }
        let found = try links("<body><ul>\(menu.joined())</ul><ul>\(entries.joined())</ul>")
        #expect(found.count == 12)
    }
}

/// Dates right behind a link, with nothing between that keeps the words apart.
@Suite struct DateBesideTests {
    @Test(arguments: [
        ("en", "Storm closes the harbour for two days", "November 2, 2025"),
        ("en", "Storm closes the harbour for two days", "2 Nov 2025"),
        ("ru", "Шторм закрыл порт на двое суток до среды", "2 ноября 2025"),
        ("ar", "العاصفة تغلق الميناء لمدة يومين كاملين", "2 نوفمبر 2025"),
        ("hi", "तूफान के कारण बंदरगाह दो दिन बंद रहेगा", "2 नवंबर 2025"),
        ("th", "พายุทำให้ท่าเรือปิดสองวันเต็ม", "2 พฤศจิกายน 2568"),
        ("zh", "暴风雨导致港口关闭两天渡轮停航", "2025年11月2日"),
        ("ja", "嵐のため港は二日間閉鎖される見通し", "2025年11月2日"),
        ("he", "הסערה סגרה את הנמל ליומיים תמימים", "2 בנובמבר 2025"),
    ])
    func areRead(language: String, title: String, date: String) throws {
        for tag in ["span", "i", "em"] {
            let entries = (0..<8).map {
                "<li><a href=/story/\(1000 + $0).html>\(title) \($0)</a><\(tag)>\(date)</\(tag)></li>"
            }
            let listing = try parsedListing(
                Array("<html lang=\(language)><body><ul>\(entries.joined())</ul>".utf8), contentType: nil,
                url: "https://hafen.example/", rules: ListingRules(), dates: DateReader(), now: now)
            #expect(listing.items.map { $0.published?.day.iso } == Array(repeating: "2025-11-02", count: 8))
        }
    }
}

/// Selectors for what stands around the links that have come to give nothing.
@Suite struct MissedSelectorTests {
    private let html = (0..<5).map {
        "<li><a href=/a/\(1000 + $0)>暴风雨导致港口关闭第\($0)天</a><i>三月里</i><b>2026-02-0\(1 + $0)</b></li>"
    }.joined()

    private func missed(_ change: (inout ListingRules) -> Void) throws -> [String] {
        var rules = ListingRules()
        change(&rules)
        return try parsedListing(
            Array("<ul>\(html)</ul>".utf8), contentType: nil, url: "https://hafen.example/", rules: rules,
            dates: DateReader(), now: now
        ).missedSelectors
    }

    @Test func areNamed() throws {
        for links in [nil, "li a"] {
            #expect(
                try missed {
                    $0.links = links; $0.date = "b"
                } == [])
            #expect(
                try missed {
                    $0.links = links; $0.date = "i"
                } == [
                    "date: \"i\" picks no date that can be read for any of the 5 items"
                ])
            #expect(
                try missed {
                    $0.links = links; $0.title = "h9"; $0.summary = "p.x"
                } == [
                    "title: \"h9\" picks nothing for any of the 5 items",
                    "summary: \"p.x\" picks nothing for any of the 5 items",
                ])
        }
    }
}
