/// An entry of a feed, a sitemap or a listing page: a pointer to an article, with what it says of it.
package struct Item: Sendable, Equatable, Codable {
    /// Stable from poll to poll: the identity under which the item is remembered for its source.
    package var key: String
    /// The feed's own guid or id, as written.
    package var id: String?
    /// Plain text.
    package var title: String?
    /// Absolute, not canonicalised.
    package var link: String?
    package var published: ZonedDate?
    package var updated: ZonedDate?
    /// As the feed gave it: HTML or plain text.
    package var summary: String?
    /// The full text where the feed carries it: HTML or plain text.
    package var content: String?
    package var author: String?
    /// BCP 47, of the item or else of its feed.
    package var language: String?
    package var tags: [String] = []
    /// Where the feed has it from, when that is another's: the `source` of RSS and Atom.
    package var origin: Origin?

    /// Another feed that an item was taken over from.
    package struct Origin: Sendable, Equatable, Codable {
        package var name: String?
        /// Absolute.
        package var url: String?

        package init(name: String? = nil, url: String? = nil) {
            self.name = name
            self.url = url
        }
    }

    package init(key: String) {
        self.key = key
    }
}
