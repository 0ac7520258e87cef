import Foundation
import Testing

/// `explain`, `replay`, `entity` and `alerts`, as an analyst meets them.
@Suite struct WatchCommandTests {
    private let program: Program
    private let scratch: Scratch

    /// Eight articles, one a script, about the same spokesman or about something else.
    private let articles: [(outlet: String, day: String, language: String, title: String, text: String)] = [
        (
            "post.example", "2026-01-05", "en", "Spokesman speaks",
            "Lin Jian told reporters on Monday that the harbour of Qingdao would stay open for grain ships during the winter."
        ),
        ("bao.example", "2026-01-06", "zh", "发言人回应", "外交部发言人林剑星期二在记者会上表示，青岛港口冬季将继续开放，运粮船不受影响。"),
        (
            "gazeta.example", "2026-02-20", "ru", "Порт открыт",
            "Представитель министерства Линь Цзянь заявил, что порт Циндао останется открытым зимой для судов с зерном."
        ),
        (
            "jarida.example", "2026-02-20", "ar", "الميناء مفتوح",
            "قال المتحدث لين جيان للصحفيين إن الميناء سيبقى مفتوحا أمام سفن الحبوب طوال فصل الشتاء."
        ),
        (
            "shimbun.example", "2026-02-21", "ja", "港は開く",
            "林剣報道官は火曜日の記者会見で、港は冬の間も穀物船のために開かれると述べた。"
        ),
        (
            "khao.example", "2026-02-22", "th", "ท่าเรือเปิด",
            "โฆษกกระทรวงกล่าวกับผู้สื่อข่าวว่าท่าเรือจะเปิดให้เรือบรรทุกธัญพืชเข้าตลอดฤดูหนาว"
        ),
        (
            "samachar.example", "2026-02-23", "hi", "बंदरगाह खुला",
            "प्रवक्ता लिन जियान ने पत्रकारों से कहा कि बंदरगाह सर्दियों में अनाज के जहाज़ों के लिए खुला रहेगा।"
        ),
        (
            "post.example", "2026-02-24", "en", "Weather",
            "Rain is expected over the whole of the northern coast on Thursday, said the weather office in its bulletin."
        ),
    ]

    init() throws {
        program = try Program("wirewatch")
        scratch = try Scratch()
        try scratch.write(
            "feeds.json",
            """
            {
              sources: [{ name: "Post", feed: "https://post.example/feed", tags: ["world"] }],
              entities: { "lin-jian": ["Lin Jian", "林剑", "Линь Цзянь", "لين جيان", "लिन जियान"] },
              watchlist: [
                { name: "spokesman", query: "@lin-jian", severity: "high" },
                { name: "harbours", query: "harbour OR 港 OR порт OR ميناء OR ท่าเรือ OR बंदरगाह", escalate: { outlets: 3 } },
              ],
            }
            """)
    }

    private func run(_ arguments: String...) throws -> Program.Outcome {
        try program.run(arguments, in: scratch.path)
    }

    private func json(_ text: some StringProtocol) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    }

    private func file(alerting: Bool = false) throws {
        let lines = try articles.enumerated().map { index, article in
            let fields: [String: Any] = [
                "id": "\(index)", "url": "https://\(article.outlet)/\(index)", "date": article.day,
                "lang": article.language, "title": article.title, "text": article.text,
            ]
            return String(decoding: try JSONSerialization.data(withJSONObject: fields), as: UTF8.self)
        }
        try scratch.write("old.jsonl", lines.joined(separator: "\n"))
        let outcome =
            alerting ? try run("backfill", "old.jsonl", "--alerts") : try run("backfill", "old.jsonl")
        #expect(outcome.status == 0 && outcome.output.contains("8 filed"), "\(outcome)")
    }

    // MARK: explain

    @Test func aQueryIsSaidInWords() throws {
        let outcome = try run("explain", "@lin-jian NEAR/5 (CIA OR ЦРУ) NOT sport")
        #expect(outcome.status == 0 && outcome.errors.isEmpty)
        for part in ["Lin Jian", "林剑", "ЦРУ", "sport"] { #expect(outcome.output.contains(part)) }
        let answer = try json(try run("explain", "un", "--json").output)
        #expect(answer["query"] as? String == "un")
        let warnings = try #require(answer["warnings"] as? [[String: Any]])
        #expect(warnings.first?["kind"] as? String == "tooBroad")
    }

    @Test func everyRuleOfTheSettingsIsSaidWithoutAQuery() throws {
        let output = try run("explain").output
        #expect(output.contains("spokesman: @lin-jian") && output.contains("harbours: harbour OR 港"))
    }

    @Test(arguments: [
        (query: "(Hafen OR 港", column: 12), (query: "порт NEAR/0 зерно", column: 6),
        (query: "\"मौसम", column: 5),
        (query: "@lin-jian AND", column: 14),
    ])
    func whatCannotBeReadIsShownWithItsColumn(query: String, column: Int) throws {
        let outcome = try run("explain", query)
        #expect(outcome.status == 65 && outcome.output.isEmpty)
        #expect(outcome.errors.contains("column \(column):"), "\(outcome.errors)")
    }

    @Test func anUnknownEntityIsSaidWithTheOneThatWasMeant() throws {
        let explained = try run("explain", "@lin-jan")
        #expect(explained.errors.contains("the settings have no entity @lin-jan, perhaps @lin-jian"))
        try file()
        let replayed = try run("replay", "@lin-jan")
        #expect(replayed.status == 65)
        #expect(
            replayed.errors.contains(
                "column 1: found \"@lin-jan\"; expected a known entity, perhaps @lin-jian"))
    }

    // MARK: replay

    @Test func aRuleIsTriedOnWhatIsFiled() throws {
        try file()
        let outcome = try run("replay", "@lin-jian")
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(outcome.output.contains("5 of 8 articles match, in 5 stories"))
        #expect(outcome.output.contains("2026-01-05") && outcome.output.contains("2026-02-24"))
        for part in ["«Lin Jian»", "«林剑»", "«Линь Цзянь»", "«लिन जियान»", "bao.example"] {
            #expect(outcome.output.contains(part), "\(part)")
        }
        #expect(!outcome.output.contains("\u{1B}"), "no colours where nobody looks")
    }

    @Test func programsGetOneObject() throws {
        try file()
        let answer = try json(
            try run("replay", "--rule", "harbours", "--since", "2026-02-20", "--samples", "2", "--json")
                .output)
        #expect(answer["searched"] as? Int == 6 && answer["matched"] as? Int == 5)
        #expect(
            answer["matchedByDay"] as? [String: Int] == [
                "2026-02-20": 2, "2026-02-21": 1, "2026-02-22": 1, "2026-02-23": 1,
            ])
        #expect(
            (answer["matchedByLanguage"] as? [String: Int])?.keys.sorted() == ["ar", "hi", "ja", "ru", "th"])
        #expect((answer["samples"] as? [Any])?.count == 2)
    }

    @Test func aReplayChangesNothingAndMissesNothing() throws {
        try file()
        let ledger = try scratch.read("corpus/ledger.jsonl")
        #expect(try run("replay", "nothing-of-the-kind").output.hasPrefix("0 of 8 articles match"))
        #expect(try scratch.read("corpus/ledger.jsonl") == ledger)
        // A file that has gone is counted, not passed over.
        let names = try FileManager.default.contentsOfDirectory(atPath: scratch.path + "/corpus").sorted()
        try FileManager.default.removeItem(atPath: scratch.path + "/corpus/" + names[0])
        #expect(try json(try run("replay", "Lin", "--json").output)["unreadable"] as? Int == 1)
    }

    @Test func aReplayWithoutACorpusSaysSo() throws {
        #expect(try run("replay", "Lin").status == 66)
        #expect(try run("replay").status == 64)
        #expect(try run("replay", "--rule", "absent").status == 64)
        #expect(try run("replay", "Lin", "--since", "yesterday").status == 64)
    }

    // MARK: entity

    @Test func spellingsComeByRuleAndFromTheCorpus() throws {
        try file()
        let answer = try json(try run("entity", "Lin Jian", "--json").output)
        let rows = try #require(answer["spellings"] as? [[String: Any]])
        let names = rows.compactMap { $0["name"] as? String }
        for name in ["Lin Jian", "Линь Цзянь", "لين جيان", "लिन जियान", "リン・ジエン"] {
            #expect(names.contains(name), "\(name)")
        }
        #expect(Set(names).count == names.count, "nothing is proposed twice: \(names)")
        let seen = try #require(rows.first { $0["name"] as? String == "林剑" })
        #expect(seen["articles"] as? Int == 1 && (seen["why"] as? String)?.hasPrefix("in the corpus") == true)
        let russian = try #require(rows.first { $0["name"] as? String == "Линь Цзянь" })
        #expect(russian["articles"] as? Int == 1)
    }

    @Test func whatIsKeptIsAnEntityOfTheSettings() throws {
        let kept = try run("entity", "Lin Jian", "--rules-only", "--keep", "1,3")
        #expect(kept.output == "\"lin-jian\": [\"Lin Jian\", \"Линь Цзянь\"],\n")
        try scratch.write("feeds.json", "{ sources: [], entities: { \(kept.output) } }")
        #expect(try run("check").status == 0)
        let wrong = try run("entity", "Lin Jian", "--rules-only", "--keep", "0-99")
        #expect(wrong.status == 64 && wrong.errors.contains("--keep takes numbers from 1 to"))
        #expect(try run("entity", " ", "--rules-only").status == 65)
    }

    // MARK: alerts

    @Test func whatWasToldAndWhatWasNotIsListed() throws {
        try file(alerting: true)
        let told = try run("alerts")
        #expect(told.status == 0 && told.output.contains("«林剑»"))
        let lines = try run("alerts", "--rule", "spokesman", "--json").output.split(separator: "\n").map {
            try json($0)
        }
        #expect(lines.count == 5 && lines.allSatisfy { $0["severity"] as? String == "high" })
        #expect(lines.compactMap { $0["number"] as? Int } == [0, 1, 2, 3, 6])
        #expect(try run("alerts", "--owed").output.isEmpty)
        #expect(try run("alerts", "--limit", "2", "--json").output.split(separator: "\n").count == 2)
        #expect(try run("alerts", "--suppressed", "--owed").status == 64)
    }

    @Test func aCarrierIsCountedAndShownAsSuppressed() throws {
        try file(alerting: true)
        let copy: [String: Any] = [
            "id": "copy", "url": "https://spiegel.example/9", "date": "2026-01-05",
            "title": articles[0].title,
            "text": articles[0].text,
        ]
        try scratch.write(
            "copy.jsonl", String(decoding: try JSONSerialization.data(withJSONObject: copy), as: UTF8.self))
        #expect(try run("backfill", "copy.jsonl", "--alerts").output.contains("1 copies"))
        #expect(try run("alerts", "--rule", "spokesman").output.contains("1 later carriers"))
        let suppressed = try run("alerts", "--suppressed", "--json").output.split(separator: "\n").map {
            try json($0)
        }
        #expect(suppressed.contains { $0["rule"] as? String == "spokesman" && $0["number"] as? Int == 8 })
        #expect(suppressed.allSatisfy { ($0["reason"] as? String)?.isEmpty == false })
    }

    @Test func beforeTheFirstRunThereAreNoAlerts() throws {
        #expect(try run("alerts").status == 66)
    }
}
