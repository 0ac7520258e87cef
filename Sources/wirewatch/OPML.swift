import ArgumentParser
import Feed
import Model
import Settings

/// `wirewatch opml`: lists of feeds, to and from other programs.
struct OPML: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "opml", abstract: "Takes over lists of feeds from other programs, and gives them ours.",
        subcommands: [Import.self, Export.self])

    /// `wirewatch opml import`
    struct Import: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Adds the feeds of a list to the settings.",
            discussion: """
                Folders and categories become tags. What is watched already stays as it is. Comments and layout of \
                the settings stay too.

                  wirewatch opml import subscriptions.opml
                  wirewatch opml import --dry-run - < subscriptions.opml
                """)

        @OptionGroup var config: ConfigOption
        @Argument(help: "An OPML file, or - for standard input.") var path: String
        @Option(help: "One more tag for all of them; may be given several times.") var tag: [String] = []
        @Flag(help: "Print the entries and change nothing.") var dryRun = false

        func run() throws {
            do {
                let list = try subscriptionList(try inputBytes(at: path))
                let file = try SettingsFile(config)
                let sources = file.newSources(of: list.subscriptions.map(source))
                for note in list.diagnostics { say("\(safeText(path)): \(safeText(note))") }
                if dryRun {
                    for source in sources { print(settingsText(of: source)) }
                } else if !sources.isEmpty {
                    try file.add(sources)
                }
                let known = list.subscriptions.count - sources.count
                say(
                    "\(sources.count) sources \(dryRun ? "to add" : "added") to \(safeText(file.path)), "
                        + "\(known) watched already")
            } catch let error as FeedError {
                say("wirewatch: \(safeText(path)): \(safeText(error.description))")
                throw Exit.data
            } catch {
                throw Exit.saying(error)
            }
        }

        private func source(_ subscription: Subscription) -> Source {
            let kind = Source.Kind(rawValue: subscription.kind.rawValue) ?? .feed
            var source = Source(name: subscription.name, kind: kind, url: subscription.url)
            source.language = subscription.language
            source.tags = subscription.tags + tag.filter { !subscription.tags.contains($0) }
            return source
        }
    }

    /// `wirewatch opml export`
    struct Export: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Prints the sources as a list that feed readers import.",
            discussion: """
                Tags become folders; a source with two tags stands in two. Pages and sitemaps are outlines of types \
                that only wirewatch knows.

                  wirewatch opml export > wirewatch.opml
                """)

        @OptionGroup var config: ConfigOption
        @Option(help: "The title of the list.") var title = "wirewatch"

        func run() throws {
            let sources = try config.settings().sources
            let subscriptions = sources.map { source in
                Subscription(
                    kind: Subscription.Kind(rawValue: source.kind.rawValue) ?? .feed, name: source.name,
                    url: source.url, language: source.language, tags: source.tags)
            }
            print(opmlText(title: title, subscriptions), terminator: "")
        }
    }
}
