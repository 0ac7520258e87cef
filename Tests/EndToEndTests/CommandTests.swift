import Foundation
import Testing

/// The command line as a user meets it.
@Suite struct CommandTests {
    private let program: Program
    private let scratch: Scratch

    init() throws {
        program = try Program("wirewatch")
        scratch = try Scratch()
        try scratch.write("feeds.json", "{ sources: [] }")
    }

    private func run(_ arguments: String..., input: String = "") throws -> Program.Outcome {
        try program.run(arguments, input: input, in: scratch.path)
    }

    @Test(arguments: [
        "run", "poll", "check", "add", "opml", "status", "show", "compare", "backfill", "cluster",
        "inspect",
        "completions",
    ])
    func everyCommandHasHelpWithAnAbstract(command: String) throws {
        let help = try run(command, "--help")
        #expect(help.status == 0)
        #expect(help.output.hasPrefix("OVERVIEW: "))
        if command != "inspect" { #expect(help.output.contains("wirewatch \(command)")) }
    }

    @Test(arguments: ["bash", "zsh", "fish"])
    func completionsAreScripts(shell: String) throws {
        let script = try run("completions", shell)
        #expect(script.status == 0 && script.output.contains("wirewatch"))
    }

    @Test func missingSettingsAreNamed() throws {
        let outcome = try run("check", "--config", "nowhere.json")
        #expect(outcome.status == 66)
        #expect(outcome.errors.contains("nowhere.json"))
    }

    @Test func wrongSettingsAreToldAllAtOnceWithTheirLines() throws {
        try scratch.write(
            "feeds.json",
            """
            {
              sources: [
                { name: "A", feed: "ftp://example.org/", every: "5 minute" },
                { name: "B", fead: "https://example.org/rss" },
              ],
            }
            """)
        let outcome = try run("run")
        #expect(outcome.status == 78)
        #expect(outcome.errors.contains("feeds.json:3: sources[0].every: found \"5 minute\""))
        #expect(outcome.errors.contains("feeds.json:4:") && outcome.errors.contains("feed"))
        #expect(!FileManager.default.fileExists(atPath: scratch.path + "/state"))
    }

    @Test func theRepositorysOwnSettingsAreRight() throws {
        let outcome = try run("check", "--config", repository.appending(path: "feeds.json").path, "--json")
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(outcome.output.contains("\"problems\":[]"))
    }

    @Test func statusBeforeTheFirstRunSaysSo() throws {
        let outcome = try run("status")
        #expect(outcome.status == 66)
        #expect(outcome.errors.contains("nothing has run"))
    }

    @Test func aDamagedDatabaseIsNamedWithWhatToDo() throws {
        _ = try run("poll")
        try scratch.write("state/wirewatch.db", String(repeating: "no database\n", count: 1000))
        for suffix in ["-wal", "-shm"] {
            try? FileManager.default.removeItem(atPath: scratch.path + "/state/wirewatch.db" + suffix)
        }
        let outcome = try run("poll")
        #expect(outcome.status == 65)
        #expect(outcome.errors.contains("wirewatch.db") && outcome.errors.contains("move it away"))
    }

    /// What cannot be written is no success, whatever a command has to say.
    @Test(arguments: [["check"], ["status"], ["completions", "bash"], ["check", "--json"], ["--help"]])
    func lostOutputIsToldAndCounted(arguments: [String]) throws {
        _ = try run("poll")
        let command = (["exec", program.path] + arguments + [">/dev/full"]).joined(separator: " ")
        let full = try Program(path: "/bin/sh").run(["-c", command], in: scratch.path)
        #expect(full.status == 74)
        #expect(full.errors.contains("standard output could not be written: No space left"))
        let closed = command.replacingOccurrences(of: ">/dev/full", with: ">&-")
        #expect(try Program(path: "/bin/sh").run(["-c", closed], in: scratch.path).status == 74)
    }

    @Test(arguments: ["page", "feed", "listing", "text", "match"])
    func aFileThatCannotBeReadIsNamedWithTheReason(kind: String) throws {
        let address = kind == "listing" ? ["--url", "https://example.org/"] : []
        for (file, reason) in [("nowhere", "No such file or directory"), (".", "Is a directory")] {
            let outcome = try program.run(["inspect", kind, file] + address, in: scratch.path)
            #expect(outcome.status == 66)
            #expect(outcome.errors == "wirewatch: \(file): cannot be read: \(reason)\n")
        }
    }

    @Test func argumentsCannotSteerTheTerminal() throws {
        let outcome = try run("bad\u{1B}[31m\u{202E}")
        #expect(outcome.status == 64)
        #expect(outcome.errors.contains("bad\\u{1B}[31m\\u{202E}"))
        #expect(try run("inspect", "text", "--hint", "not a language", "x").status == 64)
    }

    @Test func anUnknownSourceOrArticleIsToldAsSuch() throws {
        #expect(try run("poll", "Nobody").status == 64)
        _ = try run("poll")
        let outcome = try run("show", "7")
        #expect(outcome.status == 66)
        #expect(outcome.errors.contains("there is no article 7"))
    }
}

/// Old material, end to end.
@Suite struct BackfillTests {
    private let program: Program
    private let scratch: Scratch

    init() throws {
        program = try Program("wirewatch")
        scratch = try Scratch()
        try scratch.write("feeds.json", "{ sources: [] }")
    }

    private func backfill(_ inputs: String...) throws -> Program.Outcome {
        try program.run(["backfill"] + inputs, in: scratch.path)
    }

    @Test func jsonLinesAreFiledOnceAndDamageIsNamedByLine() throws {
        let lines = [
            #"{"id":"a","t":1770000000,"outlet":"example.org","lang":"hi","title":"बंदरगाह में देरी","text":"#
                + #""वर्णा बंदरगाह प्राधिकरण ने गुरुवार को कहा कि उत्तरी नहर की खुदाई अप्रैल में शुरू होगी।\nइंजीनियरों ने "#
                + #"पाया कि समुद्र तल में अधिक चट्टान है।"}"#,
            #"{"id":"b", broken"#,
            #"{"id":"c","title":"no text"}"#, "[1,2]",
            #"{"id":"d","date":"12 февраля 2026","title":"Порт ждёт","text":"Портовое управление сообщило, что "#
                + #"углубление северного канала начнётся в апреле.\nИнженеры нашли больше скал, чем ожидали."}"#,
        ]
        try scratch.write("old.jsonl", lines.joined(separator: "\n"))
        let first = try backfill("old.jsonl")
        #expect(first.status == 65)
        #expect(first.output.contains("2 filed") && first.output.contains("3 problems"))
        #expect(first.errors.contains("old.jsonl:4: is not a JSON object"))
        #expect(
            first.errors.contains("old.jsonl:2:") && first.errors.contains("old.jsonl:3: has no \"text\""))
        let second = try backfill("old.jsonl")
        #expect(second.output.contains("0 filed") && second.output.contains("2 known before"))
        let names = try FileManager.default.contentsOfDirectory(atPath: scratch.path + "/corpus").sorted()
        #expect(names.count == 3)
        let russian = try scratch.read("corpus/" + names[1])
        #expect(russian.hasPrefix(" date 2026-02-12 Порт ждёт\n\n"))
    }

    @Test func savedFeedsAndPagesAreFiledWithoutAnyNetwork() throws {
        try scratch.write(
            "saved.xml",
            """
            <rss version="2.0"><channel><title>灯台新聞</title><link>https://todai.example/</link><item>
            <guid>1</guid><title>港の浚渫が遅れる</title><link>https://todai.example/1</link>
            <pubDate>Thu, 12 Feb 2026 10:05:00 +0900</pubDate>
            <description>港湾局は木曜日、北側航路の浚渫を四月に始めると発表した。海底の岩が予想より多く、費用は約十一億円増える。</description>
            </item></channel></rss>
            """)
        let paragraphs = [
            "นักดนตรีของวงแชมเบอร์ลิสบอนยุติการประท้วงเมื่อเย็นวันพุธ หลังจากเมืองตกลงจ่ายค่าซ้อมนอกฤดูกาลแสดง",
            "ข้อตกลงครอบคลุมนักดนตรีสี่สิบเอ็ดคนและมีผลจนถึงฤดูร้อนปี 2571 โดยจะทบทวนเมื่อหอแสดงใหม่ริมแม่น้ำเปิดทำการ",
            "วาทยกรกล่าวว่าข้อตกลงนี้เป็นธรรม และการแสดงที่ยกเลิกไปจะจัดขึ้นใหม่ในเดือนพฤษภาคม",
        ]
        try scratch.write(
            "saved.html",
            """
            <!doctype html><html lang="th"><head><meta charset="utf-8"><title>ยุติการประท้วง</title></head><body>
            <article><h1>นักดนตรียุติการประท้วง</h1><p>\(paragraphs.joined(separator: "</p><p>"))</p></article>
            </body></html>
            """)
        let outcome = try backfill("saved.xml", "saved.html")
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(outcome.output.contains("2 filed"))
        let ledger = try scratch.read("corpus/ledger.jsonl")
        #expect(ledger.contains("港の浚渫が遅れる") && ledger.contains("\"language\":\"th\""))
    }

    @Test func whatIsMissingIsNamed() throws {
        let outcome = try backfill("nowhere")
        #expect(outcome.status == 66)
        #expect(outcome.errors.contains("nowhere: no such file or folder"))
    }
}

private let seeds = repository.deletingLastPathComponent().appending(path: "shared/seeds").path

/// Three real files, where they are at hand.
@Suite(.enabled(if: FileManager.default.fileExists(atPath: seeds), "the three seeds are not here"))
struct SeedTests {
    @Test func theThreeSeedsAreThreeStoriesThatShareAQuote() throws {
        let program = try Program("wirewatch")
        let scratch = try Scratch()
        try scratch.write("feeds.json", "{ sources: [] }")
        let first = try program.run(["backfill", seeds], in: scratch.path)
        #expect(first.output.contains("3 filed, 0 copies"))
        for name in try FileManager.default.contentsOfDirectory(atPath: seeds) {
            let original = FileManager.default.contents(atPath: seeds + "/" + name)
            #expect(FileManager.default.contents(atPath: scratch.path + "/corpus/" + name) == original)
        }
        let second = try program.run(["backfill", seeds], in: scratch.path)
        #expect(second.output.contains("0 filed") && second.output.contains("3 known before"))
        let shown = try program.run(["show", "1"], in: scratch.path).output
        #expect(shown.contains("shares a quote  with 0, 32 words"))
        let ledger = try scratch.read("corpus/ledger.jsonl")
        #expect(ledger.contains("\"agency\":\"Reuters\""))
        #expect(ledger.contains("\"agency\":\"South China Morning Post\""))
    }
}
