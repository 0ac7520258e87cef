/// What deduplication needs to know of one article.
package struct SketchInput: Sendable, Equatable {
    /// The article's corpus number, 0 ..< 2³².
    package var number: Int
    /// Who publishes it: the registrable domain, or any name that stays the same.
    package var outlet: String
    /// The day it counts for, in days since 1970-01-01: when it was published, as far as that is believed.
    package var day: Int
    /// Headline and paragraphs as valid UTF-8, one line each.
    package var text: [UInt8]

    package init(number: Int, outlet: String, day: Int, text: [UInt8]) {
        self.number = number
        self.outlet = outlet
        self.day = day
        self.text = text
    }
}
