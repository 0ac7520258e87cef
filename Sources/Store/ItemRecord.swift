import Model

/// An item as it is remembered: what makes it known at the next poll.
package struct ItemRecord: Sendable, Equatable {
    package var source: String
    /// ``Item/key``.
    package var key: String
    /// The link in the form in which twins compare equal; nil without a link.
    package var address: String?
    /// The feed's modification date.
    package var updated: Timestamp?
    /// What the feed says of it beside its id; see ``Store/rename(_:minimum:)``.
    package var twin: String?

    package init(source: String, key: String, address: String?, updated: Timestamp?, twin: String? = nil) {
        self.source = source
        self.key = key
        self.address = address
        self.updated = updated
        self.twin = twin
    }

    /// The item as it is whatever its id; nil when address, date and title do not tell.
    package var nameless: String? {
        if let address, let twin { "\(address) \(twin)" } else { nil }
    }
}

/// An item that stands for an article there is already.
package struct KnownItem: Sendable, Equatable {
    package var record: ItemRecord
    package var number: Int

    package init(record: ItemRecord, number: Int) {
        self.record = record
        self.number = number
    }
}

/// What an item is to the store.
package enum ItemStatus: Sendable, Equatable {
    case new
    /// Considered before, under this key or, as another source's item, at this address.
    case known
    /// Known, and modified since by its own account.
    case updated(number: Int?)
}

/// An item whose page could not be had, kept for the next polls.
package struct PendingItem: Sendable, Equatable {
    package var item: Item
    /// What the item will be known by.
    package var record: ItemRecord
    /// The number of the version we have, of an item that claims to have changed since.
    package var earlierNumber: Int?
    package var attempts: Int
    /// Why the last attempt failed.
    package var problem: String

    package init(
        item: Item, record: ItemRecord, earlierNumber: Int? = nil, attempts: Int, problem: String
    ) {
        self.item = item
        self.record = record
        self.earlierNumber = earlierNumber
        self.attempts = attempts
        self.problem = problem
    }
}
