/// The figures by which articles are told apart. The defaults are measured; tests change them.
package struct DedupOptions: Sendable, Equatable {
    /// Share of one text's own words, in several common runs, that makes two texts one story.
    package var containment = 0.45
    /// The same when all common words are one run: a long quote is no copy.
    package var containmentInOneRun = 0.5
    /// The same when the one run begins with the text it is part of.
    package var containmentOfLead = 0.4
    /// The same when both are of one outlet and days lie between them.
    package var containmentOfColumns = 0.75
    /// The same for four runs or more of at least eight words.
    package var containmentInManyRuns = 0.3

    /// Common words without which nothing is the same story, but for identical texts.
    package var fewestCommonWords = 12
    /// Words of identical texts that make them one story.
    package var identicalWords = 4
    /// Common words at the beginning of both that make a brief and its story one.
    package var leadRunWords = 12
    /// Words of a brief, at most; what an outlet adds to it may be among them.
    package var briefWords = 260
    /// Words of a brief whose full text is taken for the story itself, not for something that embeds it.
    package var grownBriefWords = 90
    /// Common words of two texts of one outlet that do not begin alike: fewer may be what it prints below everything.
    package var outletCommonWords = 150
    /// Words of a quote that is worth showing.
    package var quoteWords = 20
    /// Share of an article's own words in another below which it is filed all the same.
    package var filedBelow = 0.6

    /// Days between two articles that are compared, at most ``longestWindow``.
    package var windowDays = longestWindow
    /// The longest window: days are told apart modulo 1,024.
    package static let longestWindow = 400
    /// Within so many days a second text of the same outlet and story does not make its shingles boilerplate.
    package var sameStoryDays = 3
    /// Articles listed for a fingerprint, at most; later ones are found by their other fingerprints.
    package var mostPostings = 64
    /// The same for articles of one story.
    package var mostPostingsOfStory = 6
    /// Common fingerprints that make a text worth comparing.
    package var fewestVotes = 2
    /// Texts compared with one article.
    package var mostComparisons = 24
    /// The same within one story.
    package var mostComparisonsOfStory = 3
    /// Quotes shown of one article.
    package var mostQuotes = 8
    /// Whether quotes are looked for.
    package var findsQuotes = true
    /// Whether decisions say in words why.
    package var givesReasons = true
    /// Sketches kept in memory, the latest: at least as many as are decided before they can be fetched.
    package var recentSketches = 1024

    package init() {}
}
