import Foundation
import GRDB
import Model

extension Store {
    /// The health of every source that was ever polled, by its name.
    package func healths() throws(StoreError) -> [String: SourceHealth] {
        try read { database in
            var found: [String: SourceHealth] = [:]
            for row in try Row.fetchAll(database, sql: "SELECT name, health FROM source") {
                let name: String = row[0]
                let json: String = row[1]
                found[name] = try JSONDecoder().decode(SourceHealth.self, from: Data(json.utf8))
            }
            return found
        }
    }

    /// Replaces the health of these sources, in one transaction.
    package func save(_ healths: [SourceHealth]) throws(StoreError) {
        guard !healths.isEmpty else { return }
        try write { database in
            let encoder = JSONEncoder()
            for health in healths {
                try database.run(
                    sql: "INSERT OR REPLACE INTO source (name, health) VALUES (?, ?)",
                    arguments: [health.source, String(decoding: try encoder.encode(health), as: UTF8.self)])
            }
        }
    }
}
