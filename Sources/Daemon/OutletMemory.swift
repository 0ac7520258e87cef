import Extract
import Model
import Store
import Synchronization

/// What is known of each outlet's repeated lines, read from the store when an outlet is met and written back.
///
/// Holds at most ``limit`` outlets; the others wait in the store.
package final class OutletMemory: Sendable {
    /// Outlets held in memory.
    static let limit = 256

    private let store: Store
    private let known = Mutex<[String: OutletFurniture]>([:])

    package init(store: Store) {
        self.store = store
    }

    /// Learns from articles and cuts from each what its outlet repeats.
    ///
    /// All of an outlet's are learned from before the first is cut, so that already a first batch is freed of what
    /// its articles share.
    ///
    /// - Parameter articles: as they were extracted, each from its own page, with their outlets.
    /// - Parameter day: days since 1970-01-01.
    /// - Returns: the articles in their order.
    package func withoutFurniture(
        _ articles: [(outlet: String, article: Article)], day: Int
    ) throws(StoreError) -> [Article] {
        var cut = articles.map(\.article)
        var learned: [String: [UInt8]] = [:]
        let outlets = Dictionary(grouping: articles.indices) { articles[$0].outlet }
        for (outlet, indices) in outlets where !outlet.isEmpty {
            let stored = try held(outlet) == nil ? store.furniture(ofOutlet: outlet) : nil
            learned[outlet] = known.withLock { known in
                var furniture =
                    known[outlet] ?? stored.flatMap(OutletFurniture.init(bytes:)) ?? OutletFurniture()
                for index in indices { furniture.learn(articles[index].article, day: day) }
                if known[outlet] == nil, known.count >= Self.limit, let other = known.keys.first {
                    known[other] = nil
                }
                known[outlet] = furniture
                for index in indices { cut[index] = furniture.cut(articles[index].article) }
                return furniture.bytes
            }
        }
        try store.save(furniture: learned, day: day)
        return cut
    }

    private func held(_ outlet: String) -> OutletFurniture? {
        known.withLock { $0[outlet] }
    }
}
