import Foundation
import GRDB

extension Store {
    /// Encoded sketches of some outlets' articles with numbers near to those given, or the latest when none are.
    ///
    /// - Parameter distance: numbers before and after each, and the number of the latest ones.
    /// - Returns: by number, at most 2,000.
    package func sketches(
        ofOutlets outlets: [String], around numbers: [Int], within distance: Int
    ) throws(StoreError) -> [[UInt8]] {
        guard !outlets.isEmpty else { return [] }
        return try read { database in
            let last = try Int.fetchOne(database, sql: "SELECT MAX(number) FROM article") ?? 0
            let places = numbers.isEmpty ? [last] : numbers
            let marks = Array(repeating: "?", count: outlets.count).joined(separator: ",")
            let statement = try database.cachedStatement(
                sql: """
                    SELECT sketch.number, sketch.bytes FROM article JOIN sketch USING (number)
                    WHERE article.number BETWEEN ? AND ? AND outlet IN (\(marks)) ORDER BY number DESC LIMIT 1000
                    """)
            var found: [Int: [UInt8]] = [:]
            for place in places {
                let arguments: [any DatabaseValueConvertible] =
                    [place - distance, place + distance] + outlets
                for row in try Row.fetchAll(statement, arguments: StatementArguments(arguments)) {
                    let bytes: Data = row[1]
                    found[row[0]] = Array(bytes)
                }
            }
            return found.sorted { $0.key < $1.key }.map(\.value)
        }
    }
}
