/// What the newsroom knows of everything it published: the measure of whoever reads it.
package struct Truth: Sendable, Codable, Equatable {
    /// One outlet's printing of a story.
    package struct Carrier: Sendable, Codable, Equatable {
        package var outlet: String
        package var edit: Edit
        /// The address of the article; ``link`` leads to it.
        package var url: String
        /// The address in the outlet's listing.
        package var link: String
    }

    /// One story and all who carry it.
    package struct PublishedStory: Sendable, Codable, Equatable {
        package var number: Int
        package var language: String
        /// The agency under its usual English name.
        package var wire: String
        package var headline: String
        /// Milliseconds since 1970.
        package var published: Int64
        /// Names of the watch rules that must fire for it: what they look for survived in some carrier's copy.
        package var rules: [String]
        package var carriers: [Carrier]
    }

    /// What one outlet's server was asked and answered.
    package struct Traffic: Sendable, Codable, Equatable {
        package var polls = 0
        package var notModified = 0
        package var throttled = 0
        package var failures = 0
        package var pages = 0
        package var bytes = 0
    }

    package var seed: UInt64
    package var stories: [PublishedStory]
    /// By outlet.
    package var traffic: [String: Traffic]
}
