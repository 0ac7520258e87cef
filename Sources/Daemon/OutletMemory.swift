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

    /// Learns from the articles of one outlet and cuts from each what the outlet repeats.
    ///
    /// All of them are learned from before the first is cut, so that already a first batch is freed of what its
    /// articles share.
    ///
    /// - Parameter articles: as they were extracted, each from its own page.
    /// - Parameter day: days since 1970-01-01.
    /// - Returns: the articles in their order.
    package func withoutFurniture(
        _ articles: [Article], outlet: String, day: Int
    ) throws(StoreError) -> [Article] {
        guard !outlet.isEmpty, !articles.isEmpty else { return articles }
        let stored = try held(outlet) == nil ? store.furniture(ofOutlet: outlet) : nil
        let (cut, bytes) = known.withLock { known in
            var furniture = known[outlet] ?? stored.flatMap(OutletFurniture.init(bytes:)) ?? OutletFurniture()
            for article in articles { furniture.learn(article, day: day) }
            if known[outlet] == nil, known.count >= Self.limit, let other = known.keys.first {
                known[other] = nil
            }
            known[outlet] = furniture
            return (articles.map(furniture.cut), furniture.bytes)
        }
        try store.save(furniture: [outlet: bytes], day: day)
        return cut
    }

    private func held(_ outlet: String) -> OutletFurniture? {
        known.withLock { $0[outlet] }
    }
}
