import Foundation
import GRDB
import Model

extension Store {
    /// Whether the rule has alerted this story.
    package func hasAlert(rule: String, story: Int) throws(StoreError) -> Bool {
        try read { database in
            try Bool.fetchOne(
                database, sql: "SELECT EXISTS (SELECT 1 FROM alert WHERE rule = ? AND story = ?)",
                arguments: [rule, story]) ?? false
        }
    }

    /// The alerts of one story with the number of carriers that came after each.
    package func alerts(ofStory story: Int) throws(StoreError) -> [(alert: Alert, laterCarriers: Int)] {
        try read { database in
            try Row.fetchAll(
                database, sql: "SELECT alert, laterCarriers FROM alert WHERE story = ? ORDER BY id",
                arguments: [story]
            ).map { row in (try Store.alert(row[0]), row[1]) }
        }
    }

    /// How many alerts were raised, and how many deliveries are owed.
    package func alertCounts() throws(StoreError) -> (raised: Int, owed: Int) {
        try read { database in
            (
                try Int.fetchOne(database, sql: "SELECT COUNT(*) FROM alert") ?? 0,
                try Int.fetchOne(database, sql: "SELECT COUNT(*) FROM outbox") ?? 0
            )
        }
    }

    static func insert(_ alert: Alert, into database: Database) throws {
        let json = String(decoding: try JSONEncoder().encode(alert), as: UTF8.self)
        let escalates = alert.policy?.escalation != nil && alert.escalated == nil
        try database.run(
            sql: "INSERT INTO alert (rule, story, number, alert, time, escalates) VALUES (?, ?, ?, ?, ?, ?)",
            arguments: [
                alert.rule, alert.story, alert.number, json, alert.time.milliseconds, escalates,
            ])
        let id = database.lastInsertedRowID
        for delivery in Set(alert.deliver) {
            try database.run(
                sql: "INSERT INTO outbox (alert, delivery) VALUES (?, ?)", arguments: [id, delivery])
        }
    }

    /// Counts one more carrier for a rule that had told of the story.
    static func countCarrier(of entry: LedgerEntry, rule: String, into database: Database) throws {
        try database.run(
            sql: """
                UPDATE alert SET laterCarriers = laterCarriers + 1
                WHERE id = (SELECT MIN(id) FROM alert WHERE rule = ? AND story = ?)
                """,
            arguments: [rule, entry.story])
        try insert(
            SuppressedAlert(
                time: entry.time, rule: rule, story: entry.story, number: entry.number,
                reason: "the story was told before"), into: database)
    }

    /// Tells once more, and louder, of a story that has just spread as far as the rules ask.
    ///
    /// - Parameter entry: the article by which it spread; already written.
    static func escalate(_ entry: LedgerEntry, into database: Database) throws {
        let waiting = try Row.fetchAll(
            database, sql: "SELECT alert FROM alert WHERE story = ? AND escalates = 1 ORDER BY id",
            arguments: [entry.story])
        guard !waiting.isEmpty, let spread = try spread(ofStory: entry.story, database) else { return }
        var told: Set<String> = []
        for row in waiting {
            var alert = try alert(row[0])
            guard let escalation = alert.policy?.escalation, escalation.isReached(by: spread),
                told.insert(alert.rule).inserted
            else { continue }
            alert.time = entry.time
            alert.story = entry.story
            alert.severity = escalation.severity ?? alert.severity.louder
            alert.escalated = spread
            alert.otherOutlets = spread.outlets - 1
            try insert(alert, into: database)
            try database.run(
                sql: "UPDATE alert SET escalates = 0 WHERE story = ? AND rule = ?",
                arguments: [entry.story, alert.rule])
        }
    }

    /// Varieties of a language count once.
    private static func spread(ofStory story: Int, _ database: Database) throws -> StorySpread? {
        try Row.fetchOne(
            database,
            sql: """
                SELECT COUNT(DISTINCT outlet), COUNT(DISTINCT substr(language, 1, instr(language || '-', '-') - 1))
                FROM (SELECT outlet, json_extract(entry, '$.language') AS language FROM article
                    WHERE story = ? AND state != 'skipped')
                """, arguments: [story]
        ).map { StorySpread(outlets: $0[0], languages: $0[1]) }
    }
}
