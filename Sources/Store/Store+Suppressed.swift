import Foundation
import GRDB
import Model

/// A match that was not told by itself when it was found.
package struct SuppressedAlert: Sendable, Equatable, Encodable {
    package var time: Timestamp
    package var rule: String
    package var story: Int
    /// The article that matched.
    package var number: Int
    /// For people: `the story was told before`, `quiet hours`.
    package var reason: String
    /// When it was or will be told; nil for never: its story's alert counts it.
    package var until: Timestamp?

    package init(
        time: Timestamp, rule: String, story: Int, number: Int, reason: String, until: Timestamp? = nil
    ) {
        self.time = time
        self.rule = rule
        self.story = story
        self.number = number
        self.reason = reason
        self.until = until
    }
}

/// An alert as it is listed: what it said, and what became of it.
package struct AlertRecord: Sendable, Equatable {
    /// One way out that has not taken it.
    package struct Debt: Sendable, Equatable, Encodable {
        package var delivery: String
        package var attempts: Int
        package var problem: String?
        package var heldFor: String?
        /// Not before then; nil when it is owed now.
        package var notBefore: Timestamp?
    }

    package var alert: Alert
    /// Carriers of the story that matched after it.
    package var laterCarriers: Int
    package var owed: [Debt]
}

extension Store {
    /// The newest alerts, newest first.
    ///
    /// - Parameter rule: only of this one; nil for all.
    /// - Parameter onlyOwed: only what some delivery has not taken.
    package func alertRecords(
        rule: String? = nil, onlyOwed: Bool = false, limit: Int
    ) throws(StoreError) -> [AlertRecord] {
        try read { database in
            let rows = try Row.fetchAll(
                database,
                sql: """
                    SELECT id, alert, laterCarriers FROM alert WHERE (? IS NULL OR rule = ?)
                    AND (? = 0 OR id IN (SELECT alert FROM outbox)) ORDER BY id DESC LIMIT ?
                    """, arguments: [rule, rule, onlyOwed, limit])
            return try rows.map { row in
                let debts = try Row.fetchAll(
                    database,
                    sql: """
                        SELECT delivery, attempts, problem, heldFor, notBefore FROM outbox WHERE alert = ?
                        ORDER BY delivery
                        """, arguments: [row[0] as Int64])
                return AlertRecord(
                    alert: try Store.alert(row[1]), laterCarriers: row[2],
                    owed: debts.map { debt in
                        let notBefore: Int64 = debt[4]
                        return AlertRecord.Debt(
                            delivery: debt[0], attempts: debt[1], problem: debt[2], heldFor: debt[3],
                            notBefore: notBefore > 0 ? Timestamp(milliseconds: notBefore) : nil)
                    })
            }
        }
    }

    /// The newest of what was suppressed, newest first.
    package func suppressedAlerts(
        rule: String? = nil, limit: Int
    ) throws(StoreError) -> [SuppressedAlert] {
        try read { database in
            try Row.fetchAll(
                database,
                sql: """
                    SELECT time, rule, story, number, reason, until FROM suppressed
                    WHERE (? IS NULL OR rule = ?) ORDER BY id DESC LIMIT ?
                    """, arguments: [rule, rule, limit]
            ).map { row in
                let until: Int64? = row[5]
                return SuppressedAlert(
                    time: Timestamp(milliseconds: row[0]), rule: row[1], story: row[2], number: row[3],
                    reason: row[4], until: until.map(Timestamp.init(milliseconds:)))
            }
        }
    }

    /// Forgets what was suppressed before a time; the alerts themselves stay.
    package func forgetSuppressed(before time: Timestamp) throws(StoreError) {
        try write {
            try $0.execute(
                sql: "DELETE FROM suppressed WHERE time < ?", arguments: [time.milliseconds])
        }
    }

    static func insert(_ suppressed: SuppressedAlert, into database: Database) throws {
        try database.execute(
            sql: """
                INSERT INTO suppressed (time, rule, story, number, reason, until)
                VALUES (?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                suppressed.time.milliseconds, suppressed.rule, suppressed.story, suppressed.number,
                suppressed.reason, suppressed.until?.milliseconds,
            ])
    }
}
