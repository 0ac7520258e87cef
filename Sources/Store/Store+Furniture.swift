import Foundation
import GRDB

extension Store {
    /// Days after which an outlet that brought nothing is forgotten.
    private static let furnitureDays = 120

    /// What was learned of an outlet's repeated lines, as ``save(furniture:day:)`` was given it.
    package func furniture(ofOutlet outlet: String) throws(StoreError) -> [UInt8]? {
        try read { database in
            try Data.fetchOne(
                database, sql: "SELECT bytes FROM furniture WHERE outlet = ?", arguments: [outlet]
            ).map(Array.init)
        }
    }

    /// Keeps what was learned of outlets' repeated lines, all of it or nothing; drops outlets not heard of for months.
    ///
    /// - Parameter day: today, days since 1970-01-01.
    package func save(furniture: [String: [UInt8]], day: Int) throws(StoreError) {
        guard !furniture.isEmpty else { return }
        try write { database in
            for (outlet, bytes) in furniture {
                try database.execute(
                    sql: "INSERT OR REPLACE INTO furniture (outlet, day, bytes) VALUES (?, ?, ?)",
                    arguments: [outlet, day, Data(bytes)])
            }
            try database.execute(
                sql: "DELETE FROM furniture WHERE day < ?", arguments: [day - Self.furnitureDays])
        }
    }
}
