import Foundation
import GRDB
import Model

extension Store {
    /// What each of the items is to their source, in their order. An item that is new to its source may still be
    /// known from another: see ``adoptByAddress(_:)``.
    package func statuses(of items: [Item], source: String) throws(StoreError) -> [ItemStatus] {
        try read { database in
            let byKey = try database.cachedStatement(
                sql: "SELECT updated, number FROM item WHERE source = ? AND key = ?")
            return try items.map { item -> ItemStatus in
                guard let row = try Row.fetchOne(byKey, arguments: [source, item.key]) else { return .new }
                let known: Int64? = row[0]
                guard let known, let updated = item.updated?.instant.milliseconds, updated > known else {
                    return .known
                }
                return .updated(number: row[1])
            }
        }
    }

    /// Gives items that the source knows by their addresses and twins the keys that it lists them by now, if at least
    /// `minimum` are.
    ///
    /// - Parameter records: of one source; none of their keys is known.
    /// - Returns: how many were known.
    package func rename(_ records: [ItemRecord], minimum: Int) throws(StoreError) -> Int {
        let known: [(record: ItemRecord, oldKey: String)] = try read { database in
            let byAddress = try database.cachedStatement(
                sql: "SELECT key FROM item WHERE address = ? AND source = ? AND twin = ? LIMIT 1")
            return try records.compactMap { record in
                guard let address = record.address, let twin = record.twin else { return nil }
                return try String.fetchOne(byAddress, arguments: [address, record.source, twin]).map {
                    (record, $0)
                }
            }
        }
        guard known.count >= minimum else { return 0 }
        try write { database in
            for (record, oldKey) in known {
                try database.run(
                    sql: "UPDATE OR IGNORE item SET key = ? WHERE source = ? AND key = ?",
                    arguments: [record.key, record.source, oldKey])
            }
        }
        return known.count
    }

    /// Looks for items that are new to their source among those of other sources, by address, and remembers the
    /// ones it finds for this source too.
    ///
    /// - Returns: the keys that are known after all.
    package func adoptByAddress(_ records: [ItemRecord]) throws(StoreError) -> Set<String> {
        let found: [(ItemRecord, Int?)] = try read { database in
            let byAddress = try database.cachedStatement(
                sql: """
                    SELECT item.number FROM item JOIN article ON article.number = item.number
                    WHERE address = ? AND item.source <> ? AND article.state <> 'skipped' LIMIT 1
                    """)
            return try records.compactMap { record in
                guard let address = record.address else { return nil }
                return try Row.fetchOne(byAddress, arguments: [address, record.source])
                    .map { (record, $0[0]) }
            }
        }
        guard !found.isEmpty else { return [] }
        try write { database in
            for (record, number) in found { try Store.insert(record, number: number, into: database) }
        }
        return Set(found.map(\.0.key))
    }

    /// Whether an item with this key was ever considered for the source.
    package func isKnown(source: String, key: String) throws(StoreError) -> Bool {
        try read { database in
            try Bool.fetchOne(
                database, sql: "SELECT EXISTS (SELECT 1 FROM item WHERE source = ? AND key = ?)",
                arguments: [source, key]) ?? false
        }
    }

    /// Keeps an item for a later attempt, or raises the attempts of one that is kept already.
    package func keep(_ pending: PendingItem) throws(StoreError) {
        try write { database in
            let json = String(decoding: try JSONEncoder().encode(pending.item), as: UTF8.self)
            try database.run(
                sql: """
                    INSERT OR REPLACE INTO pending (source, key, item, address, earlier, attempts, problem)
                    VALUES (?, ?, ?, ?, ?, ?, ?)
                    """,
                arguments: [
                    pending.record.source, pending.record.key, json, pending.record.address,
                    pending.earlierNumber, pending.attempts, pending.problem,
                ])
        }
    }

    /// The items of one source that wait for another attempt, by key.
    package func pendingItems(of source: String) throws(StoreError) -> [PendingItem] {
        try read { database in
            try Row.fetchAll(
                database,
                sql: """
                    SELECT item, address, earlier, attempts, problem FROM pending WHERE source = ?
                    ORDER BY key
                    """,
                arguments: [source]
            ).map { row in
                let json: String = row[0]
                let item = try JSONDecoder().decode(Item.self, from: Data(json.utf8))
                let record = ItemRecord(
                    source: source, key: item.key, address: row[1], updated: item.updated?.instant)
                return PendingItem(
                    item: item, record: record, earlierNumber: row[2], attempts: row[3], problem: row[4])
            }
        }
    }

    /// How many items wait, for all sources together.
    package func pendingCount() throws(StoreError) -> Int {
        try read { database in
            try Int.fetchOne(database, sql: "SELECT COUNT(*) FROM pending") ?? 0
        }
    }

    /// Writes the record and ends its waiting.
    static func insert(_ record: ItemRecord, number: Int?, into database: Database) throws {
        try database.run(
            sql: """
                INSERT INTO item (source, key, address, updated, number, twin) VALUES (?, ?, ?, ?, ?, ?)
                ON CONFLICT (source, key) DO UPDATE SET
                    address = excluded.address, updated = excluded.updated, twin = excluded.twin,
                    number = COALESCE(excluded.number, number)
                """,
            arguments: [
                record.source, record.key, record.address, record.updated?.milliseconds, number,
                record.twin,
            ])
        try database.run(
            sql: "DELETE FROM pending WHERE source = ? AND key = ?", arguments: [record.source, record.key])
    }
}
