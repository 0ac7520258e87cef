import Foundation
import GRDB
import Model
import Store
import Testing

/// A database in a folder of its own that goes with the value.
private final class Folder {
    let path: String

    init() throws {
        path = FileManager.default.temporaryDirectory.path + "/store-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    var database: String { path + "/wirewatch.db" }
}

private func entry(
    _ number: Int, story: Int? = nil, state: LedgerEntry.State = .filed, title: String = "標題"
) -> LedgerEntry {
    LedgerEntry(
        number: number, file: state == .filed ? "\(number).txt" : nil, digest: "d\(number)", source: "Wire",
        outlet: "example.org", url: "https://example.org/\(number)", canonicalURL: nil, key: "k\(number)",
        title: title, byline: nil,
        published: ZonedDate(instant: Timestamp(seconds: 1_770_000_000), offsetSeconds: 28_800),
        language: "zh-Hant", wire: WireCredit(agency: "Reuters", evidence: "（路透）"), state: state, of: nil,
        share: nil, story: story ?? number, quotes: [], reason: "new", time: Timestamp(seconds: 1_770_000_100)
    )
}

private func alert(_ number: Int, rule: String = "rule", deliver: [String] = ["stdout", "log"]) -> Alert {
    Alert(
        time: Timestamp(seconds: 1), rule: rule, severity: .high, language: "ru", source: "Wire",
        outlet: "example.org", title: "Заголовок", url: nil, number: number, file: nil, story: number,
        matches: ["ЦРУ"], otherOutlets: 0, deliver: deliver)
}

private func record(_ entry: LedgerEntry, alerts: [Alert] = [], repeated: [String] = []) -> DecisionRecord {
    let item = ItemRecord(
        source: entry.source, key: entry.key ?? "", address: "example.org/\(entry.number)",
        updated: Timestamp(seconds: 10))
    return DecisionRecord(
        entry: entry, items: [item], sketch: [1, 2, UInt8(entry.number)], day: 20_000 + entry.number,
        alerts: alerts, repeatedRules: repeated)
}

/// After everything the tests raise.
private let later = Timestamp(seconds: 2_000_000_000)

@Suite struct StoreTests {
    private let folder: Folder
    private let store: Store

    init() throws {
        folder = try Folder()
        store = try Store(path: folder.database)
    }

    @Test func whatOutletsRepeatIsKeptAndForgottenAfterMonths() throws {
        try store.save(furniture: ["a.example": [1, 2, 3], "b.example": [4]], day: 20_000)
        try store.save(furniture: ["a.example": [5]], day: 20_100)
        #expect(try store.furniture(ofOutlet: "a.example") == [5])
        #expect(try store.furniture(ofOutlet: "b.example") == [4])
        #expect(try store.furniture(ofOutlet: "c.example") == nil)
        try store.save(furniture: ["c.example": [6]], day: 20_150)
        #expect(try store.furniture(ofOutlet: "b.example") == nil)
        #expect(try store.furniture(ofOutlet: "a.example") == [5])
    }

    @Test func decisionsComeBackAsTheyWereCommitted() throws {
        let first = entry(0)
        let second = entry(1, story: 0, state: .copy, title: "نسخة")
        try store.commit([record(first), record(second)])
        #expect(try store.entry(number: 0) == first)
        #expect(try store.entries(ofStory: 0) == [first, second])
        #expect(try store.entries(digest: "d1") == [second])
        #expect(try store.lastNumber() == 1)
        #expect(try store.counts() == [.filed: 1, .copy: 1])
        #expect(try store.countsBySource() == ["Wire": [.filed: 1, .copy: 1]])
        #expect(try store.entry(number: 2) == nil)
    }

    @Test func aBatchIsWrittenWholeOrNotAtAll() throws {
        try store.commit([record(entry(0))])
        #expect(throws: StoreError.self) {
            try store.commit([record(entry(1), alerts: [alert(1)]), record(entry(0))])
        }
        #expect(try store.lastNumber() == 0)
        #expect(try store.owedAlerts(delivery: "stdout", now: later, limit: 10).isEmpty)
        #expect(try !store.isKnown(source: "Wire", key: "k1"))
    }

    @Test func anItemIsNewThenKnownThenUpdated() throws {
        var item = Item(key: "k0")
        item.updated = ZonedDate(instant: Timestamp(seconds: 10))
        #expect(try store.statuses(of: [item], source: "Wire") == [.new])
        try store.commit([record(entry(0))])
        #expect(try store.statuses(of: [item], source: "Wire") == [.known])
        #expect(try store.statuses(of: [item], source: "Other") == [.new])
        item.updated = ZonedDate(instant: Timestamp(seconds: 11))
        #expect(try store.statuses(of: [item], source: "Wire") == [.updated(number: 0)])
        item.updated = nil
        #expect(try store.statuses(of: [item], source: "Wire") == [.known])
    }

    @Test func theSameAddressInAnotherSourceIsKnownAndAdopted() throws {
        try store.commit([record(entry(0))])
        let twin = ItemRecord(source: "Other", key: "x", address: "example.org/0", updated: nil)
        let stranger = ItemRecord(source: "Other", key: "y", address: "example.org/9", updated: nil)
        #expect(try store.adoptByAddress([twin, stranger]) == ["x"])
        #expect(try store.isKnown(source: "Other", key: "x"))
        #expect(try !store.isKnown(source: "Other", key: "y"))
    }

    @Test func aPendingItemStaysUntilItIsConsidered() throws {
        var item = Item(key: "k0")
        item.title = "หัวข้อข่าว"
        let known = ItemRecord(source: "Wire", key: "k0", address: "example.org/0", updated: nil)
        var pending = PendingItem(item: item, record: known, attempts: 1, problem: "timed out")
        try store.keep(pending)
        pending.earlierNumber = 7
        pending.attempts = 2
        try store.keep(pending)
        #expect(try store.pendingItems(of: "Wire") == [pending])
        #expect(try store.pendingCount() == 1)
        try store.commit([record(entry(0))])
        #expect(try store.pendingItems(of: "Wire").isEmpty)
    }

    @Test func alertsAreOwedUntilSettledEachDeliveryByItself() throws {
        try store.commit([record(entry(0), alerts: [alert(0)])])
        #expect(try store.owedAlerts(delivery: "log", now: later, limit: 10).isEmpty)
        try store.release(store.raisedAlerts(limit: 10).map { AlertRelease($0) }, now: later)
        #expect(try store.raisedAlerts(limit: 10).isEmpty)
        let owed = try store.owedAlerts(delivery: "log", now: later, limit: 10)
        #expect(owed.map(\.alert) == [alert(0)])
        try store.settle(owed)
        #expect(try store.owedAlerts(delivery: "log", now: later, limit: 10).isEmpty)
        #expect(try store.owedAlerts(delivery: "stdout", now: later, limit: 10).map(\.alert) == [alert(0)])
        let counts = try store.alertCounts()
        #expect(counts.raised == 1 && counts.owed == 1)
    }

    @Test func aHeldAlertIsOwedWhenItsTimeHasComeAndIsListedUntilThen() throws {
        try store.commit([record(entry(0), alerts: [alert(0, deliver: ["log"])])])
        let until = later + .seconds(60)
        let raised = try store.raisedAlerts(limit: 10)
        try store.release(
            raised.map { AlertRelease($0, heldUntil: until, reason: "quiet hours") }, now: later)
        #expect(try store.owedAlerts(delivery: "log", now: later, limit: 10).isEmpty)
        let owed = try store.owedAlerts(delivery: "log", now: until, limit: 10)
        #expect(owed.map(\.heldFor) == ["quiet hours"])
        let suppressed = try store.suppressedAlerts(limit: 10)
        #expect(suppressed.map(\.reason) == ["quiet hours"] && suppressed.map(\.until) == [until])
        let listed = try store.alertRecords(onlyOwed: true, limit: 10)
        #expect(listed.first?.owed.first?.notBefore == until)
        try store.settle(owed)
        #expect(try store.alertRecords(onlyOwed: true, limit: 10).isEmpty)
        #expect(try store.alertRecords(rule: "rule", limit: 10).count == 1)
        try store.forgetSuppressed(before: until)
        #expect(try store.suppressedAlerts(limit: 10).isEmpty)
    }

    @Test func aFailedDeliveryWaitsAndSaysWhy() throws {
        try store.commit([record(entry(0), alerts: [alert(0)])])
        try store.release(store.raisedAlerts(limit: 10).map { AlertRelease($0) }, now: later)
        let owed = try store.owedAlerts(delivery: "log", now: later, limit: 10)
        try store.postpone(owed, until: later + .seconds(15), problem: "it hangs")
        #expect(try store.owedAlerts(delivery: "log", now: later, limit: 10).isEmpty)
        #expect(try store.owedAlerts(delivery: "stdout", now: later, limit: 10).count == 1)
        let again = try store.owedAlerts(delivery: "log", now: later + .seconds(15), limit: 10)
        #expect(again.map(\.attempts) == [1])
        #expect(try store.alertRecords(limit: 10).first?.owed.first?.problem == "it hangs")
    }

    @Test func aRepeatedMatchIsListedAsSuppressed() throws {
        try store.commit([record(entry(0), alerts: [alert(0)])])
        try store.commit([record(entry(1, story: 0, state: .copy), repeated: ["rule"])])
        let suppressed = try store.suppressedAlerts(rule: "rule", limit: 10)
        #expect(suppressed.map(\.number) == [1])
        #expect(suppressed.first?.reason == "the story was told before")
        #expect(suppressed.first?.until == nil)
    }

    @Test func aStoryThatSpreadsIsToldOnceMoreAndLouder() throws {
        var first = alert(0)
        first.policy = AlertPolicy(escalation: Escalation(outlets: 3))
        try store.commit([record(entry(0), alerts: [first])])
        func carrier(_ number: Int, outlet: String) -> LedgerEntry {
            var entry = entry(number, story: 0, state: .copy)
            entry.outlet = outlet
            return entry
        }
        // The same outlet twice, then two others, then one more.
        try store.commit([record(carrier(1, outlet: "example.org")), record(carrier(2, outlet: "b.example"))])
        #expect(try store.alerts(ofStory: 0).count == 1)
        try store.commit([record(carrier(3, outlet: "c.example")), record(carrier(4, outlet: "d.example"))])
        let told = try store.alerts(ofStory: 0).map(\.alert)
        #expect(told.count == 2)
        #expect(told.last?.escalated == StorySpread(outlets: 3, languages: 1))
        #expect(told.last?.severity == .critical)
        #expect(told.last?.otherOutlets == 2)
    }

    @Test func varietiesOfALanguageDoNotMakeAStoryInternational() throws {
        var first = alert(0)
        first.policy = AlertPolicy(escalation: Escalation(languages: 2, severity: .low))
        try store.commit([record(entry(0), alerts: [first])])
        var simplified = entry(1, story: 0)
        simplified.language = "zh-Hans"
        try store.commit([record(simplified)])
        #expect(try store.alerts(ofStory: 0).count == 1)
        var russian = entry(2, story: 0)
        russian.language = "ru"
        try store.commit([record(russian)])
        #expect(try store.alerts(ofStory: 0).map(\.alert.severity) == [.high, .low])
    }

    @Test func laterCarriersAreCountedOnTheFirstAlert() throws {
        try store.commit([record(entry(0), alerts: [alert(0)])])
        try store.commit([record(entry(1, story: 0, state: .copy), repeated: ["rule"])])
        let found = try store.alerts(ofStory: 0)
        #expect(found.count == 1)
        #expect(found.first?.laterCarriers == 1)
        #expect(try store.hasAlert(rule: "rule", story: 0))
        #expect(try !store.hasAlert(rule: "rule", story: 1))
    }

    @Test func joinedStoriesBecomeOne() throws {
        try store.commit([record(entry(0)), record(entry(1), alerts: [alert(1)])])
        var third = record(entry(2, story: 0, state: .copy))
        third.joins = [1]
        try store.commit([third])
        #expect(try store.entries(ofStory: 0).map(\.number) == [0, 1, 2])
        #expect(try store.entries(ofStory: 1).isEmpty)
        #expect(try store.hasAlert(rule: "rule", story: 0))
    }

    @Test func aLedgerThatLostItsEndIsCompletedFromTheStore() throws {
        try store.commit([record(entry(0)), record(entry(1)), record(entry(2))])
        #expect(try store.entries(from: 1, limit: 10).map(\.number) == [1, 2])
        #expect(try store.entries(from: 1, limit: 1).map(\.number) == [1])
    }

    @Test func adoptingLeavesKnownNumbersAlone() throws {
        try store.commit([record(entry(0, title: "kept"))])
        try store.adopt([record(entry(0, title: "other")), record(entry(5))])
        #expect(try store.entry(number: 0)?.title == "kept")
        #expect(try store.lastNumber() == 5)
    }

    @Test func sketchesComeInOrderAndAreForgottenByDay() throws {
        try store.commit([record(entry(0)), record(entry(1)), record(entry(2))])
        // Old material that was considered today stays for what is still to come of it.
        try store.deleteSketches(before: 20_001, consideredBefore: Timestamp(seconds: 1_770_000_100))
        #expect(try store.sketch(number: 0) == [1, 2, 0])
        try store.deleteSketches(before: 20_001, consideredBefore: Timestamp(seconds: 1_770_000_101))
        var seen: [Int] = []
        try store.forEachSketch(since: 20_002) { number, bytes in
            seen.append(number)
            #expect(bytes == [1, 2, UInt8(number)])
        }
        #expect(try store.sketch(number: 1) == [1, 2, 1])
        #expect(try store.sketch(number: 0) == nil)
        #expect(seen == [2])
    }

    @Test func healthIsRemembered() throws {
        var health = SourceHealth(source: "外交部")
        health.failures = 3
        health.problem = "timed out"
        try store.save([health])
        health.failures = 4
        try store.save([health])
        #expect(try store.healths() == ["外交部": health])
    }

    @Test func theSecretStaysTheSame() throws {
        let secret = try store.secret()
        #expect(secret.count == 16)
        #expect(try Store(path: folder.database).secret() == secret)
    }

    @Test func aFileThatIsNoDatabaseIsNamedAndLeftAlone() throws {
        let path = folder.path + "/other.db"
        let bytes = Data(String(repeating: "not a database\n", count: 100).utf8)
        try bytes.write(to: URL(fileURLWithPath: path))
        let error = #expect(throws: StoreError.self) { _ = try Store(path: path) }
        #expect(error?.cause == .damaged)
        #expect(error?.description.contains(path) == true)
        #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == bytes)
    }

    @Test func aDatabaseOfANewerVersionIsRefused() throws {
        let path = folder.path + "/newer.db"
        _ = try Store(path: path)
        try DatabaseQueue(path: path).write {
            try $0.execute(sql: "INSERT INTO grdb_migrations (identifier) VALUES ('999')")
        }
        let error = #expect(throws: StoreError.self) { _ = try Store(path: path) }
        #expect(error?.cause == .newer)
    }

    @Test func oneLockPerFolder() throws {
        #expect(!StateLock.isHeld(folder: folder.path))
        let lock = try StateLock(folder: folder.path)
        #expect(StateLock.isHeld(folder: folder.path))
        #expect(throws: StateLock.Refusal.taken(path: folder.path + "/lock")) {
            _ = try StateLock(folder: folder.path)
        }
        withExtendedLifetime(lock) {}
    }

    @Test func aLockInAMissingFolderSaysSo() {
        let error = #expect(throws: StateLock.Refusal.self) {
            _ = try StateLock(folder: folder.path + "/missing")
        }
        #expect(error?.description.contains("No such file") == true)
    }
}
