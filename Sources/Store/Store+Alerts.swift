import Foundation
import GRDB
import Model

/// An alert with a delivery that is still owed.
package struct OwedAlert: Sendable, Equatable {
    package var id: Int64
    package var delivery: String
    package var alert: Alert
}

extension Store {
    /// What is still owed by one delivery, oldest first.
    package func owedAlerts(delivery: String, limit: Int) throws(StoreError) -> [OwedAlert] {
        try read { database in
            try Row.fetchAll(
                database,
                sql: """
                    SELECT alert.id, outbox.delivery, alert.alert FROM outbox
                    JOIN alert ON alert.id = outbox.alert WHERE outbox.delivery = ?
                    ORDER BY alert.id LIMIT ?
                    """,
                arguments: [delivery, limit]
            ).map { row in
                let json: String = row[2]
                let alert = try JSONDecoder().decode(Alert.self, from: Data(json.utf8))
                return OwedAlert(id: row[0], delivery: row[1], alert: alert)
            }
        }
    }

    /// Notes that these were delivered.
    package func settle(_ owed: [OwedAlert]) throws(StoreError) {
        try write { database in
            for each in owed {
                try database.execute(
                    sql: "DELETE FROM outbox WHERE alert = ? AND delivery = ?",
                    arguments: [each.id, each.delivery])
            }
        }
    }

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
            ).map { row in
                let json: String = row[0]
                return (try JSONDecoder().decode(Alert.self, from: Data(json.utf8)), row[1])
            }
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
        try database.execute(
            sql: "INSERT INTO alert (rule, story, number, alert) VALUES (?, ?, ?, ?)",
            arguments: [alert.rule, alert.story, alert.number, json])
        let id = database.lastInsertedRowID
        for delivery in Set(alert.deliver) {
            try database.execute(
                sql: "INSERT INTO outbox (alert, delivery) VALUES (?, ?)", arguments: [id, delivery])
        }
    }
}
