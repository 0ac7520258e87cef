import ArgumentParser
import Foundation
import Newsroom

struct SettingsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "settings", abstract: "Writes a feeds.json with which wirewatch follows the newsroom.")

    @Option(help: "Port of the newsroom.") var port = 8643
    @Option(help: "Folder to write feeds.json into; created.") var out: String
    @Option(help: "Time between two polls of a source.") var every = "2s"
    @Option(help: "Where wirewatch shows its own pages, host:port.") var web: String?

    func run() async throws {
        let desk = try Newsdesk(seed: 0, now: currentTime)
        await desk.open(at: port)
        let folder = URL(fileURLWithPath: out)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let file = folder.appendingPathComponent("feeds.json")
        try await settingsText(for: desk, every: every, web: web)
            .write(to: file, atomically: true, encoding: .utf8)
        say("\(file.path)\n")
    }
}
