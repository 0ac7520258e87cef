import ArgumentParser
import CMalloc
@preconcurrency import Glibc  // for `stdout`, which C declares a variable
import Model

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
            Run.self, Poll.self, Check.self, Add.self, OPML.self, Status.self, Show.self, Compare.self,
            Alerts.self, Explain.self, ReplayCommand.self, Entity.self, BackfillCommand.self, Cluster.self,
            Inspect.self, Completions.self,
        ])

    static func main() async {
        openStandardDescriptors()
        // Memory of one large page or feed goes back when it is done with: left alone, glibc raises the size above which it
        // gives memory back to that of the largest piece it has seen.
        mallopt(Int32(wirewatch_mmap_threshold), 128 << 10)
        do {
            var command = try parseAsRoot()
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
        } catch {
            end(with: error)
        }
        if !isOutputWritten() { Glibc.exit(Exit.input.rawValue) }
    }

    /// Says what ended the program, unless it has been said, and gives its code.
    private static func end(with error: any Error) -> Never {
        let code = exitCode(for: error)
        let message = fullMessage(for: error)
        if code.isSuccess {
            print(message)
        } else if !message.isEmpty {
            // It repeats arguments, which may come from anywhere.
            say(
                message.split(separator: "\n", omittingEmptySubsequences: false)
                    .map { safeText(String($0)) }.joined(separator: "\n"))
        }
        Glibc.exit(isOutputWritten() || !code.isSuccess ? code.rawValue : Exit.input.rawValue)
    }

    /// Whether all that was printed has left the program; says so when it has not.
    private static func isOutputWritten() -> Bool {
        errno = 0
        if fflush(stdout) == 0, ferror(stdout) == 0 { return true }
        // What an earlier, lost write said is forgotten by now.
        let reason = errno == 0 ? "" : ": \(String(cString: strerror(errno)))"
        say("wirewatch: standard output could not be written\(reason)")
        return false
    }

    /// A descriptor that the program was started without would otherwise be given to the first file opened.
    ///
    /// Its stand-in fails where the descriptor is used: an alert must not vanish into a null device.
    private static func openStandardDescriptors() {
        for (descriptor, mode) in [
            (STDIN_FILENO, O_WRONLY), (STDOUT_FILENO, O_RDONLY), (STDERR_FILENO, O_RDWR),
        ]
        where fcntl(descriptor, F_GETFD) == -1 {
            guard open("/dev/null", mode) == descriptor else { return }
        }
    }
}
