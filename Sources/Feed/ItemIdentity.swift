import Address
import Model

/// The key under which an item is remembered from poll to poll.
///
/// A feed's own id comes first, where it can be trusted. Addresses are compared by the page they mean, so that neither a
/// change of scheme, host alias, fragment or tracking parameter nor an id that becomes the link makes an old item new. Without
/// either, title and date must do.
struct ItemIdentity {
    /// Bytes of a key that are kept as they are; the rest of a longer one is hashed.
    static let maxPlainBytes = 300

    /// Ids that more than one item of the document has.
    private var repeated: Set<String> = []
    private let feedAddresses: [String]

    init(ids: [String?], feedAddresses: [String?]) {
        self.feedAddresses = feedAddresses.compactMap { $0 }
        // Sorted hashes find repeated ids for a third of what a set of the ids costs; most documents have none.
        let hashes = ids.map { $0.map { stableHash($0.utf8) } ?? 0 }
        let sorted = hashes.sorted()
        let doubtful = Set(zip(sorted, sorted.dropFirst()).filter { $0 == $1 && $0 != 0 }.map(\.0))
        guard !doubtful.isEmpty else { return }
        var seen: Set<String> = []
        for (id, hash) in zip(ids, hashes) where doubtful.contains(hash) {
            if let id, !seen.insert(id).inserted { repeated.insert(id) }
        }
    }

    /// Whether an id belongs to one item for good: it is unique in its document, not the feed's own address, and no mere
    /// position.
    func isTrustworthy(_ id: String) -> Bool {
        if id.isEmpty || !repeated.isEmpty && repeated.contains(id) || feedAddresses.contains(id) {
            return false
        }
        return id.utf8.count > 3 || !id.utf8.allSatisfy { (0x30...0x39).contains($0) }
    }

    /// The key of one item, never empty, of bounded length.
    func key(id: String?, link: String?, title: String?, date: Int64?) -> String {
        if let id, isTrustworthy(id) {
            return addressKey(of: id).map { "url:" + $0 } ?? "id:" + bounded(id)
        }
        if let link { return "url:" + bounded(addressKey(of: link) ?? link) }
        if let id, !id.isEmpty { return "id:" + bounded(id + " " + (title ?? "")) }
        return "title:" + bounded([title ?? "", date.map { String($0) } ?? ""].joined(separator: " "))
    }

    private func addressKey(of text: String) -> String? {
        guard text.utf8.starts(with: "http".utf8) || text.utf8.starts(with: "HTTP".utf8) else { return nil }
        return Address.addressKey(text).map(bounded)
    }

    private func bounded(_ text: String) -> String {
        guard text.utf8.count > ItemIdentity.maxPlainBytes else { return text }
        let start = String(decoding: text.utf8.prefix(ItemIdentity.maxPlainBytes - 20), as: UTF8.self)
        return start + "…" + String(stableHash(text.utf8), radix: 16)
    }
}
