import Model

/// An item while its element is open, with what decides between two values for one field.
struct ItemDraft {
    /// How near to the item a value stood; a lower one is believed over a higher one.
    struct Rank: Comparable {
        /// 0 for the item's own element, 1 for one that describes a picture, a podcast or the like.
        var isSecondary: Int
        var depth: Int

        static let none = Rank(isSecondary: 2, depth: .max)

        static func < (left: Rank, right: Rank) -> Bool {
            (left.isSecondary, left.depth) < (right.isSecondary, right.depth)
        }
    }

    /// What is known so far; its key, dates and author come last.
    var item = Item(key: "")
    /// The document ends inside it.
    var isUnfinished = false
    /// Some element of it had a text, whether that was kept or not.
    var hasText = false
    var idRank = Rank.none
    var isPermalink = false
    var titleRank = Rank.none
    var linkRank = Rank.none
    /// The link as written, where it could not be made absolute yet.
    var relativeLink: String?
    /// Where a link through FeedBurner leads, for want of any other.
    var originalLink: String?
    var published: ZonedDate?
    var updated: ZonedDate?
    var dublinCoreDate: ZonedDate?
    var created: ZonedDate?
    var summaryRank = Rank.none
    var contentRank = Rank.none
    var authors: [String] = []
    /// The element that ``authors`` come from.
    private var authorElement = FeedElement.unknown

    /// Whether the item began and nothing of it came.
    var isBlank: Bool {
        !hasText && item == Item(key: "") && publicationDate == nil && updated == nil && authors.isEmpty
    }

    // MARK: Which value wins

    /// The nearest title, and the first of two equally near.
    mutating func take(title: String, _ rank: Rank) {
        guard rank < titleRank else { return }
        item.title = title
        titleRank = rank
    }

    /// The nearest description, and the first of two equally near; a second one is the longer text.
    mutating func take(summary: String, _ rank: Rank) {
        if rank < summaryRank {
            item.summary = summary
            summaryRank = rank
        } else if item.content == nil, rank.isSecondary == 0 || summaryRank.isSecondary == 1 {
            take(content: summary, rank)
        }
    }

    mutating func take(content: String, _ rank: Rank) {
        guard rank < contentRank else { return }
        item.content = content
        contentRank = rank
    }

    /// The nearest id, and the last of two equally near.
    mutating func take(id: String, _ rank: Rank) {
        guard rank <= idRank else { return }
        item.id = id
        idRank = rank
    }

    /// The nearest link, and the last of two equally near.
    ///
    /// - Parameter absolute: nil where `written` could not be made absolute.
    mutating func take(link absolute: String?, written: ArraySlice<UInt8>, _ rank: Rank) {
        guard rank <= linkRank else { return }
        if let absolute {
            item.link = absolute
            relativeLink = nil
        } else if item.link == nil, !written.isEmpty {
            relativeLink = String(decoding: written, as: UTF8.self)
        } else {
            return
        }
        linkRank = rank
    }

    static let maxTags = 50
    static let maxAuthors = 20

    mutating func addTag(_ tag: String) {
        if !tag.isEmpty, item.tags.count < ItemDraft.maxTags, !item.tags.contains(tag) {
            item.tags.append(tag)
        }
    }

    /// Several authors stand in several elements of one kind. Another kind says the same once more, with more than an address
    /// of mail if it is to count.
    mutating func addAuthor(_ author: Person, from element: FeedElement) {
        guard !author.isEmpty, authors.count < ItemDraft.maxAuthors else { return }
        if element != authorElement {
            guard authors.isEmpty || !author.name.isEmpty else { return }
            authorElement = element
            authors = []
        }
        if !authors.contains(author.shown) { authors.append(author.shown) }
    }

    /// The date of publication: the one that says so, otherwise Dublin Core's, otherwise that of creation.
    var publicationDate: ZonedDate? {
        published ?? dublinCoreDate ?? (updated == nil ? created : nil)
    }

    /// The date of the last change, where another date already serves as that of publication.
    var changeDate: ZonedDate? {
        updated ?? (published == nil ? nil : dublinCoreDate)
    }
}
