import ArgumentParser
import Glibc

@main
struct Wirewatch: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "wirewatch",
        abstract: "Watches the world's news in every language.",
        discussion: """
            Start with the settings: wirewatch check. Then look once: wirewatch poll. Then watch: wirewatch run.
            """,
        version: version,
        subcommands: [
            Run.self, Poll.self, Check.self, Status.self, Show.self, BackfillCommand.self, Cluster.self,
            Inspect.self, Completions.self,
        ])

    static func main() async {
        openStandardDescriptors()
        await main(nil)
    }

    /// A program started with its output closed would otherwise write alerts into whatever file is opened first.
    private static func openStandardDescriptors() {
        for descriptor in STDIN_FILENO...STDERR_FILENO where fcntl(descriptor, F_GETFD) == -1 {
            guard open("/dev/null", O_RDWR) == descriptor else { return }
        }
    }
}
