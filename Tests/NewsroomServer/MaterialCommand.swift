import ArgumentParser
import Foundation
import Model
import Newsroom

struct MaterialCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "material",
        abstract: "Writes invented feeds, pages, texts and articles to measure with.",
        discussion: """
            feeds/ RSS, Atom and RDF, pages/ HTML with all that surrounds an article, texts/ plain text, and
            articles.jsonl: a stream in which most stories come from several outlets. The same seed gives the same
            on the same day.
            """)

    @Option(help: "Folder to write into; created.") var out: String
    @Option(help: "What is written follows from it.") var seed: UInt64 = 7
    @Option(help: "Number of feeds, each of a paper of its own.") var feeds = 1000
    @Option(help: "Number of pages.") var pages = 300
    @Option(help: "Number of plain texts.") var texts = 2000
    @Option(help: "Number of articles in articles.jsonl.") var articles = 30_000

    func validate() throws {
        guard feeds > 0, pages >= 0, texts >= 0, articles >= 0 else {
            throw ValidationError("at least one feed, and no negative numbers")
        }
    }

    func run() throws {
        let midnight = Timestamp(seconds: currentTime().seconds / 86_400 * 86_400)
        // A story comes from three papers, taken together.
        let material = try Material(
            seed: seed, paperCount: feeds, storyCount: max(1200, articles / 3 + 100), end: midnight)
        let folder = URL(fileURLWithPath: out)
        try write(feeds, to: folder.appendingPathComponent("feeds"), as: "xml") {
            Data(material.feed(ofPaper: $0))
        }
        try write(pages, to: folder.appendingPathComponent("pages"), as: "html") {
            Data(material.page(ofPaper: $0))
        }
        try write(texts, to: folder.appendingPathComponent("texts"), as: "txt") {
            Data(material.text(ofStory: $0).utf8)
        }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        var lines = Data()
        for article in material.articles(articles) {
            lines += try encoder.encode(article)
            lines.append(UInt8(ascii: "\n"))
        }
        try lines.write(to: folder.appendingPathComponent("articles.jsonl"))
    }

    /// Writes `00000.ending` and so on.
    private func write(_ count: Int, to folder: URL, as ending: String, _ content: (Int) -> Data) throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for number in 0..<count {
            let digits = "\(number)"
            let name = String(repeating: "0", count: max(0, 5 - digits.count)) + digits + "." + ending
            try content(number).write(to: folder.appendingPathComponent(name))
        }
    }
}
