import ArgumentParser

@main
struct Wirewatch: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "wirewatch",
        abstract: "Watches the world's news in every language.",
        subcommands: [
            Run.self, Poll.self, Check.self, Status.self, Show.self, BackfillCommand.self, Cluster.self,
            Inspect.self,
            Completions.self,
        ])
}
