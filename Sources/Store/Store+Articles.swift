import Foundation
import GRDB
import Model

/// Everything one decision leaves behind, written in one transaction with its batch.
package struct DecisionRecord: Sendable {
    package var entry: LedgerEntry
    package var items: [ItemRecord]
    /// An encoded sketch; nil for a text that is not to be compared with.
    package var sketch: [UInt8]?
    /// Days since 1970-01-01 the sketch counts for.
    package var day: Int
    /// Stories that turned out to be the entry's story.
    package var joins: [Int]
    package var alerts: [Alert]
    /// Rules that matched a story they had alerted before: their alert counts one more carrier.
    package var repeatedRules: [String]

    package init(
        entry: LedgerEntry, items: [ItemRecord], sketch: [UInt8]?, day: Int, joins: [Int] = [],
        alerts: [Alert], repeatedRules: [String]
    ) {
        self.entry = entry
        self.items = items
        self.sketch = sketch
        self.day = day
        self.joins = joins
        self.alerts = alerts
        self.repeatedRules = repeatedRules
    }
}

extension Store {
    /// Notes the names of a batch's files before they are filed: should the batch come to nothing, this is how
    /// they are told from files that are somebody else's.
    package func announce(_ names: [String]) throws(StoreError) {
        guard !names.isEmpty else { return }
        try write { database in
            let json = try JSONEncoder().encode(names)
            try database.run(
                sql: "INSERT OR REPLACE INTO meta (name, value) VALUES ('filing', ?)", arguments: [json])
        }
    }

    /// The files of the batch announced last.
    package func announcedFiles() throws(StoreError) -> [String] {
        try read { database in
            let json = try Data.fetchOne(database, sql: "SELECT value FROM meta WHERE name = 'filing'")
            return try json.map { try JSONDecoder().decode([String].self, from: $0) } ?? []
        }
    }

    /// Writes a batch of decisions with their items, sketches and pending alerts: all of it or nothing.
    ///
    /// - Parameter unchanged: items to remember besides.
    package func commit(_ records: [DecisionRecord], unchanged: [KnownItem] = []) throws(StoreError) {
        guard !records.isEmpty || !unchanged.isEmpty else { return }
        try write { database in
            for item in unchanged { try Store.insert(item.record, number: item.number, into: database) }
            for record in records {
                try Store.insert(record.entry, into: database)
                for item in record.items {
                    try Store.insert(item, number: record.entry.number, into: database)
                }
                if let sketch = record.sketch {
                    try database.run(
                        sql: "INSERT INTO sketch (number, day, bytes) VALUES (?, ?, ?)",
                        arguments: [record.entry.number, record.day, Data(sketch)])
                }
                for alert in record.alerts { try Store.insert(alert, into: database) }
                try Store.join(record.joins, into: record.entry.story, database)
                for rule in record.repeatedRules {
                    try Store.countCarrier(of: record.entry, rule: rule, into: database)
                }
                try Store.escalate(record.entry, into: database)
            }
        }
    }

    /// Takes over decisions from a ledger, for an index that is rebuilt; numbers that exist are left alone.
    package func adopt(_ records: [DecisionRecord]) throws(StoreError) {
        try write { database in
            for record in records {
                let isThere = try Bool.fetchOne(
                    database, sql: "SELECT EXISTS (SELECT 1 FROM article WHERE number = ?)",
                    arguments: [record.entry.number])
                if isThere == true { continue }
                try Store.insert(record.entry, into: database)
                for item in record.items {
                    try Store.insert(item, number: record.entry.number, into: database)
                }
                try Store.join(record.joins, into: record.entry.story, database)
                if let sketch = record.sketch {
                    try database.run(
                        sql: "INSERT INTO sketch (number, day, bytes) VALUES (?, ?, ?)",
                        arguments: [record.entry.number, record.day, Data(sketch)])
                }
            }
        }
    }

    /// The highest number given out so far; nil before the first.
    package func lastNumber() throws(StoreError) -> Int? {
        try read { try Int.fetchOne($0, sql: "SELECT MAX(number) FROM article") }
    }

    /// One decision.
    package func entry(number: Int) throws(StoreError) -> LedgerEntry? {
        try entries(sql: "SELECT entry, story FROM article WHERE number = ?", [number]).first
    }

    /// Whether a decision has this number.
    package func has(number: Int) throws(StoreError) -> Bool {
        try entry(number: number) != nil
    }

    /// All decisions of one story that can be read, in the order of their numbers.
    package func entries(ofStory story: Int) throws(StoreError) -> [LedgerEntry] {
        try entries(
            sql: "SELECT entry, story FROM article WHERE story = ? ORDER BY number", [story],
            passesOverDamage: true)
    }

    /// Decisions whose rendered text has this digest.
    package func entries(digest: String) throws(StoreError) -> [LedgerEntry] {
        try entries(sql: "SELECT entry, story FROM article WHERE digest = ? ORDER BY number", [digest])
    }

    /// The newest decisions, newest first.
    package func latestEntries(limit: Int) throws(StoreError) -> [LedgerEntry] {
        try entries(sql: "SELECT entry, story FROM article ORDER BY number DESC LIMIT ?", [limit])
    }

    /// Decisions from a number on, in order: what a ledger that lost its end is completed from.
    package func entries(from number: Int, limit: Int) throws(StoreError) -> [LedgerEntry] {
        try entries(
            sql: "SELECT entry, story FROM article WHERE number >= ? ORDER BY number LIMIT ?",
            [number, limit])
    }

    /// Calls `body` with all decisions from a number on, in order, some hundreds at a time; it may write.
    package func forEachBatch(from number: Int, _ body: ([LedgerEntry]) throws -> Void) throws {
        var next = number
        while case let batch = try entries(from: next, limit: 500), let last = batch.last {
            try body(batch)
            next = last.number + 1
        }
    }

    /// How many decisions there are of each state.
    package func counts() throws(StoreError) -> [LedgerEntry.State: Int] {
        try read { database in
            var counts: [LedgerEntry.State: Int] = [:]
            for row in try Row.fetchAll(database, sql: "SELECT state, COUNT(*) FROM article GROUP BY state") {
                if let state = LedgerEntry.State(rawValue: row[0]) { counts[state] = row[1] }
            }
            return counts
        }
    }

    /// How many articles each source brought, by state.
    package func countsBySource() throws(StoreError) -> [String: [LedgerEntry.State: Int]] {
        try read { database in
            var counts: [String: [LedgerEntry.State: Int]] = [:]
            let rows = try Row.fetchAll(
                database, sql: "SELECT source, state, COUNT(*) FROM article GROUP BY source, state")
            for row in rows {
                guard let state = LedgerEntry.State(rawValue: row[1]) else { continue }
                counts[row[0], default: [:]][state] = row[2]
            }
            return counts
        }
    }

    /// Calls `body` with the number and bytes of every stored sketch from `day` and from `number` on, by number.
    package func forEachSketch(
        since day: Int, from number: Int = 0, _ body: (Int, [UInt8]) throws -> Void
    ) throws(StoreError) {
        try read { database in
            let cursor = try Row.fetchCursor(
                database,
                sql: "SELECT number, bytes FROM sketch WHERE number >= ? AND +day >= ? ORDER BY number",
                arguments: [number, day])
            while let row = try cursor.next() {
                let bytes: Data = row[1]
                try body(row[0], Array(bytes))
            }
        }
    }

    /// The stored sketch of one article.
    package func sketch(number: Int) throws(StoreError) -> [UInt8]? {
        try read { database in
            try Data.fetchOne(database, sql: "SELECT bytes FROM sketch WHERE number = ?", arguments: [number])
                .map(Array.init)
        }
    }

    /// Forgets sketches of days before `day` that were considered before `time`: old material stays for what comes after it.
    package func deleteSketches(before day: Int, consideredBefore time: Timestamp) throws(StoreError) {
        try write { database in
            try database.execute(
                sql: """
                    DELETE FROM sketch WHERE day < ?
                    AND (SELECT time FROM article WHERE article.number = sketch.number) < ?
                    """,
                arguments: [day, time.milliseconds])
        }
    }

    private func entries(
        sql: String, _ arguments: StatementArguments, passesOverDamage: Bool = false
    ) throws(StoreError) -> [LedgerEntry] {
        try read { database in
            let decoder = JSONDecoder()
            return try Row.fetchAll(database, sql: sql, arguments: arguments).compactMap { row in
                let json: String = row[0]
                var entry: LedgerEntry
                do { entry = try decoder.decode(LedgerEntry.self, from: Data(json.utf8)) } catch {
                    if passesOverDamage { return nil }
                    throw error
                }
                // Stories are joined after their entries were written.
                entry.story = row[1]
                return entry
            }
        }
    }

    /// Puts what belonged to other stories into one. Ledger lines stay as they were written.
    private static func join(_ stories: [Int], into story: Int, _ database: Database) throws {
        for other in stories where other != story {
            try database.run(
                sql: "UPDATE article SET story = ? WHERE story = ?", arguments: [story, other])
            try database.run(
                sql: "UPDATE alert SET story = ? WHERE story = ?", arguments: [story, other])
        }
    }

    private static func insert(_ entry: LedgerEntry, into database: Database) throws {
        let json = String(decoding: try JSONEncoder().encode(entry), as: UTF8.self)
        try database.run(
            sql: """
                INSERT INTO article
                    (number, file, digest, state, source, outlet, story, of, time, entry)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                entry.number, entry.file, entry.digest, entry.state.rawValue, entry.source, entry.outlet,
                entry.story, entry.of, entry.time.milliseconds, json,
            ])
    }
}
