import Foundation
import Testing

/// Texts of our own in one language, from `Fixtures/wire`: a wire story, an unrelated one, a long quote, and a market
/// report with places for figures.
struct WireText: CustomTestStringConvertible {
    var language: String
    /// Headline and six paragraphs.
    var story: [String] = []
    /// Headline and four paragraphs.
    var other: [String] = []
    var quote = ""
    var report = ""

    var testDescription: String { language }

    static let languages = [
        "ar", "de", "en", "es", "fr", "he", "hi", "ja", "ko", "ru", "th", "tr", "zh", "zh-Hant",
    ]

    init(_ language: String) throws {
        self.language = language
        let url = try #require(
            Bundle.module.url(forResource: "Fixtures/wire/\(language)", withExtension: "txt"))
        var section = ""
        for line in try String(contentsOf: url, encoding: .utf8).split(separator: "\n").map(String.init) {
            switch (line.hasPrefix("= "), section) {
            case (true, _): section = line
            case (_, "= story"): story.append(line)
            case (_, "= other"): other.append(line)
            case (_, "= quote"): quote = line
            default: report = line
            }
        }
    }

    var storyText: String { story.joined(separator: "\n\n") }
    var otherText: String { other.joined(separator: "\n\n") }

    /// The market report of one day.
    func report(_ figures: [Int]) -> String {
        var text = report
        for (index, figure) in figures.enumerated() {
            text = text.replacingOccurrences(of: "%\(index + 1)", with: String(figure))
        }
        return text
    }
}
