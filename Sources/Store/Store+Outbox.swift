import Foundation
import GRDB
import Model

/// An alert with a delivery that is still owed.
package struct OwedAlert: Sendable, Equatable {
    package var id: Int64
    package var delivery: String
    package var alert: Alert
    /// Why it was held back until now; nil when it was not.
    package var heldFor: String?
    /// How often delivering it has failed.
    package var attempts: Int
}

/// An alert of which it is still open whether it is told at once.
package struct RaisedAlert: Sendable {
    package var id: Int64
    package var alert: Alert
    /// Alerts of its rule in the period of its burst limit before it.
    package var earlier: Int
}

/// When a raised alert is told.
package struct AlertRelease: Sendable {
    package var raised: RaisedAlert
    /// nil for now.
    package var heldUntil: Timestamp?
    /// Why it is held.
    package var reason: String?

    package init(_ raised: RaisedAlert, heldUntil: Timestamp? = nil, reason: String? = nil) {
        self.raised = raised
        self.heldUntil = heldUntil
        self.reason = reason
    }
}

/// The outbox: what is owed, from when on, and what stood in the way.
extension Store {
    /// Alerts that nobody has decided on when to tell, oldest first.
    package func raisedAlerts(limit: Int) throws(StoreError) -> [RaisedAlert] {
        try read { database in
            let rows = try Row.fetchAll(
                database,
                sql: """
                    SELECT id, alert FROM alert WHERE id IN (SELECT alert FROM outbox WHERE isReleased = 0)
                    ORDER BY id LIMIT ?
                    """, arguments: [limit])
            return try rows.map { row in
                let alert = try Store.alert(row[1])
                var earlier = 0
                if let burst = alert.policy?.burst {
                    let start = alert.time + .seconds(-burst.seconds)
                    earlier =
                        try Int.fetchOne(
                            database,
                            sql: "SELECT COUNT(*) FROM alert WHERE rule = ? AND time > ? AND id < ?",
                            arguments: [alert.rule, start.milliseconds, row[0] as Int64]) ?? 0
                }
                return RaisedAlert(id: row[0], alert: alert, earlier: earlier)
            }
        }
    }

    /// Lets alerts go out at once, or at a time; those held back are written down among what was suppressed.
    package func release(_ releases: [AlertRelease], now: Timestamp) throws(StoreError) {
        try write { database in
            for release in releases {
                let alert = release.raised.alert
                try database.execute(
                    sql: "UPDATE outbox SET isReleased = 1, notBefore = ?, heldFor = ? WHERE alert = ?",
                    arguments: [
                        release.heldUntil?.milliseconds ?? 0, release.reason, release.raised.id,
                    ])
                guard let until = release.heldUntil else { continue }
                try Store.insert(
                    SuppressedAlert(
                        time: now, rule: alert.rule, story: alert.story, number: alert.number,
                        reason: release.reason ?? "", until: until), into: database)
            }
        }
    }

    /// What one delivery owes by now, oldest first.
    package func owedAlerts(
        delivery: String, now: Timestamp, limit: Int
    ) throws(StoreError) -> [OwedAlert] {
        try read { database in
            try Row.fetchAll(
                database,
                sql: """
                    SELECT alert.id, outbox.delivery, alert.alert, outbox.heldFor, outbox.attempts FROM outbox
                    JOIN alert ON alert.id = outbox.alert
                    WHERE outbox.delivery = ? AND outbox.isReleased = 1 AND outbox.notBefore <= ?
                    ORDER BY alert.id LIMIT ?
                    """,
                arguments: [delivery, now.milliseconds, limit]
            ).map { row in
                OwedAlert(
                    id: row[0], delivery: row[1], alert: try Store.alert(row[2]), heldFor: row[3],
                    attempts: row[4])
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

    /// Notes that these could not be delivered, and when that is worth another try.
    package func postpone(
        _ owed: [OwedAlert], until: Timestamp, problem: String
    ) throws(StoreError) {
        try write { database in
            for each in owed {
                try database.execute(
                    sql: """
                        UPDATE outbox SET attempts = attempts + 1, notBefore = ?, problem = ?
                        WHERE alert = ? AND delivery = ?
                        """,
                    arguments: [until.milliseconds, problem, each.id, each.delivery])
            }
        }
    }

    static func alert(_ json: String) throws -> Alert {
        try JSONDecoder().decode(Alert.self, from: Data(json.utf8))
    }
}
