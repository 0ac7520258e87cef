import Address
import ArgumentParser
import Daemon
import Dates
import Fetch
import Foundation
import Model
import Settings

/// `wirewatch add`: finds what can be watched at an address and adds it to the settings.
struct Add: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Finds the feed of an address and adds it to the settings.",
        discussion: """
            The address may be a feed's, a sitemap's or a page's. Of a page the feeds it advertises are tried, then \
            the usual places; a page without any is watched itself when it lists articles. Comments and layout of \
            the settings stay as they are. Exits with 69 when nothing came, or a login or challenge, and with 65 \
            when there is nothing to watch.

              wirewatch add example.org
              wirewatch add https://example.org/ --tag world --dry-run
            """)

    @OptionGroup var config: ConfigOption
    @Argument(help: "An address; https:// is understood.") var url: String
    @Option(help: "What to call the source, instead of what it calls itself.") var name: String?
    @Option(help: "A tag for it; may be given several times.") var tag: [String] = []
    @Option(help: "Its language (BCP 47), instead of the one it names.") var language: LanguageTag?
    @Flag(help: "Add every feed that is found, not only the best.") var all = false
    @Flag(help: "Let it be on a private network or on this machine.") var allowPrivate = false
    @Flag(help: "Print the entry and change nothing.") var dryRun = false

    func validate() throws {
        guard name == nil || !all else {
            throw ValidationError("--name names one source, --all adds several.")
        }
        guard resolvedURL(address, base: nil) != nil else {
            throw ValidationError("\(safeText(url)) is no address of the web.")
        }
    }

    private var address: String { url.contains("://") ? url : "https://" + url }

    func run() async throws {
        do {
            let file = try SettingsFile(config)
            let found = try await findings(for: file.settings?.fetch ?? FetchSettings())
            for finding in found {
                if let watcher = file.watcher(of: finding.source.url) {
                    say("\(safeText(finding.source.url)) is watched already: \(safeText(watcher))")
                    if !all { return }
                }
            }
            let chosen = all ? found[...] : found.prefix(1)
            let sources = file.newSources(of: chosen.map { completed($0.source) })
            if !dryRun, !sources.isEmpty { try file.add(sources) }
            for source in sources { print(settingsText(of: source)) }
            for finding in chosen { say(describe(finding)) }
            for other in found.dropFirst(chosen.count) { say("also found: " + describe(other)) }
            if found.count > chosen.count { say("--all adds all of them") }
            if !dryRun, !sources.isEmpty {
                say("added to \(safeText(file.path)); a running daemon reads it on SIGHUP")
            }
        } catch let failure as Discovery.Failure {
            say("wirewatch: \(safeText(address)): \(safeText(failure.description))")
            if case .nothing = failure { throw Exit.data }
            throw Exit.unavailable
        } catch {
            throw Exit.saying(error)
        }
    }

    private func findings(for settings: FetchSettings) async throws -> [Discovery.Finding] {
        try await withFetcher(for: settings) { fetcher, clock in
            try await Discovery(
                dates: DateReader(), fetcher: fetcher, clock: clock, allowPrivateAddresses: allowPrivate
            ).findings(at: address)
        }
    }

    private func completed(_ source: Source) -> Source {
        var source = source
        source.name = name ?? source.name
        source.language = language?.tag ?? source.language
        source.tags = tag
        return source
    }

    private func describe(_ finding: Discovery.Finding) -> String {
        let notes = finding.notes.prefix(3).map { "; " + $0 }.joined()
        return safeText("\(finding.format), \(finding.items) items: \(finding.source.url)\(notes)")
    }
}
