import ArgumentParser

/// `wirewatch completions SHELL`.
struct Completions: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Prints the completion script for a shell.",
        discussion: """
              wirewatch completions bash > /etc/bash_completion.d/wirewatch
              wirewatch completions zsh > ~/.zfunc/_wirewatch
              wirewatch completions fish > ~/.config/fish/completions/wirewatch.fish
            """)

    enum Shell: String, ExpressibleByArgument, CaseIterable {
        case bash, zsh, fish
    }

    @Argument(help: "bash, zsh or fish.") var shell: Shell

    func run() throws {
        let completion: CompletionShell =
            switch shell {
            case .bash: .bash
            case .zsh: .zsh
            case .fish: .fish
            }
        print(Wirewatch.completionScript(for: completion))
    }
}
