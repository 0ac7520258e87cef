import Foundation
import GRDB
import Model

/// Everything wirewatch remembers besides the corpus, in one SQLite database in WAL mode.
///
/// Commits are synced to disk (`synchronous = FULL`): what a method has written survives a power cut.
package final class Store: Sendable {
    package let path: String
    let pool: DatabasePool

    /// Opens the database, creating or upgrading it.
    ///
    /// - Parameter path: of the file; its folder must exist.
    /// - Throws: ``StoreError`` when it is damaged, newer than this program or cannot be written.
    package init(path: String) throws(StoreError) {
        self.path = path
        var configuration = Configuration()
        configuration.busyMode = .timeout(10)
        configuration.maximumReaderCount = 4
        configuration.prepareDatabase { database in
            try database.execute(sql: "PRAGMA synchronous = FULL")
        }
        do {
            pool = try DatabasePool(path: path, configuration: configuration)
            let migrator = Store.migrator
            let isNewer = try pool.read { try migrator.hasBeenSuperseded($0) }
            if isNewer {
                throw StoreError(path: path, cause: .newer, detail: "it knows steps this version does not")
            }
            try migrator.migrate(pool)
        } catch let error as StoreError {
            throw error
        } catch {
            throw StoreError(path: path, error: error)
        }
    }

    /// The secret of this installation that keys the fingerprints: 16 random bytes, made at first use.
    package func secret() throws(StoreError) -> [UInt8] {
        try write { database in
            if let found = try Data.fetchOne(
                database, sql: "SELECT value FROM meta WHERE name = 'secret'")
            {
                return Array(found)
            }
            var generator = SystemRandomNumberGenerator()
            let fresh = (0..<16).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
            try database.execute(
                sql: "INSERT INTO meta (name, value) VALUES ('secret', ?)", arguments: [Data(fresh)])
            return fresh
        }
    }

    /// Runs `body` in one transaction: all of it or nothing is written.
    func write<Value>(_ body: (Database) throws -> Value) throws(StoreError) -> Value {
        do {
            return try pool.write(body)
        } catch {
            throw StoreError(path: path, error: error)
        }
    }

    /// Runs `body` on one unchanging state of the database.
    func read<Value>(_ body: (Database) throws -> Value) throws(StoreError) -> Value {
        do {
            return try pool.read(body)
        } catch {
            throw StoreError(path: path, error: error)
        }
    }
}

extension Database {
    /// Runs a statement that is run often: it is compiled once.
    func run(sql: String, arguments: StatementArguments = []) throws {
        try cachedStatement(sql: sql).execute(arguments: arguments)
    }
}

extension Store {
    /// The steps from an empty file to today's tables. Append only: a step that has run is never edited.
    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1") { database in
            try database.execute(
                sql: """
                    CREATE TABLE meta (name TEXT PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID;

                    -- One row a source: its health as JSON.
                    CREATE TABLE source (name TEXT PRIMARY KEY, health TEXT NOT NULL) WITHOUT ROWID;

                    -- Items that were considered; number is the article's they became.
                    CREATE TABLE item (
                        source TEXT NOT NULL, key TEXT NOT NULL, address TEXT, updated INTEGER,
                        number INTEGER, PRIMARY KEY (source, key)
                    ) WITHOUT ROWID;
                    CREATE INDEX item_address ON item (address) WHERE address IS NOT NULL;

                    -- Items whose page could not be had yet; kept even when their feed drops them.
                    CREATE TABLE pending (
                        source TEXT NOT NULL, key TEXT NOT NULL, item TEXT NOT NULL, address TEXT,
                        earlier INTEGER, attempts INTEGER NOT NULL, problem TEXT NOT NULL, PRIMARY KEY (source, key)
                    ) WITHOUT ROWID;

                    -- One row a decision; entry is its ledger line.
                    CREATE TABLE article (
                        number INTEGER PRIMARY KEY, file TEXT, digest TEXT NOT NULL, state TEXT NOT NULL,
                        source TEXT NOT NULL, outlet TEXT NOT NULL, story INTEGER NOT NULL, of INTEGER,
                        time INTEGER NOT NULL, entry TEXT NOT NULL
                    );
                    CREATE INDEX article_story ON article (story);
                    CREATE INDEX article_digest ON article (digest);

                    -- Sampled shingle hashes; day is days since 1970-01-01.
                    CREATE TABLE sketch (number INTEGER PRIMARY KEY, day INTEGER NOT NULL, bytes BLOB NOT NULL);
                    CREATE INDEX sketch_day ON sketch (day);

                    -- Alerts raised, and the deliveries still owed.
                    CREATE TABLE alert (
                        id INTEGER PRIMARY KEY AUTOINCREMENT, rule TEXT NOT NULL, story INTEGER NOT NULL,
                        number INTEGER NOT NULL, alert TEXT NOT NULL, laterCarriers INTEGER NOT NULL DEFAULT 0
                    );
                    CREATE INDEX alert_rule_story ON alert (rule, story);
                    CREATE TABLE outbox (
                        alert INTEGER NOT NULL REFERENCES alert (id), delivery TEXT NOT NULL,
                        PRIMARY KEY (alert, delivery)
                    ) WITHOUT ROWID;
                    """)
        }
        migrator.registerMigration("alerts that wait") { database in
            try database.execute(
                sql: """
                    -- When the alert was raised, and whether it is told once more when its story spreads.
                    ALTER TABLE alert ADD COLUMN time INTEGER NOT NULL DEFAULT 0;
                    ALTER TABLE alert ADD COLUMN escalates INTEGER NOT NULL DEFAULT 0;
                    CREATE INDEX alert_rule_time ON alert (rule, time);
                    CREATE INDEX alert_escalates ON alert (story) WHERE escalates = 1;

                    -- Released: decided on when to tell. Not before a time: held back, or failed and tried again.
                    ALTER TABLE outbox ADD COLUMN isReleased INTEGER NOT NULL DEFAULT 0;
                    ALTER TABLE outbox ADD COLUMN notBefore INTEGER NOT NULL DEFAULT 0;
                    ALTER TABLE outbox ADD COLUMN heldFor TEXT;
                    ALTER TABLE outbox ADD COLUMN attempts INTEGER NOT NULL DEFAULT 0;
                    ALTER TABLE outbox ADD COLUMN problem TEXT;
                    CREATE INDEX outbox_raised ON outbox (alert) WHERE isReleased = 0;
                    CREATE INDEX outbox_due ON outbox (delivery, notBefore);

                    -- Matches that were not told by themselves when they were found, and why.
                    CREATE TABLE suppressed (
                        id INTEGER PRIMARY KEY AUTOINCREMENT, time INTEGER NOT NULL, rule TEXT NOT NULL,
                        story INTEGER NOT NULL, number INTEGER NOT NULL, reason TEXT NOT NULL, until INTEGER
                    );
                    CREATE INDEX suppressed_time ON suppressed (time);
                    """)
        }
        migrator.registerMigration("furniture") { database in
            try database.execute(
                sql: """
                    -- What an outlet repeats on article after article; day is that of the last article, since 1970-01-01.
                    CREATE TABLE furniture (outlet TEXT PRIMARY KEY, day INTEGER NOT NULL, bytes BLOB NOT NULL)
                    WITHOUT ROWID;
                    CREATE INDEX furniture_day ON furniture (day);
                    """)
        }
        migrator.registerMigration("twins of items") { database in
            // Date and title of an item, by which it is known again under another id.
            try database.execute(sql: "ALTER TABLE item ADD COLUMN twin TEXT")
        }
        return migrator
    }
}
