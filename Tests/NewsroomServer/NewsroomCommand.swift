import ArgumentParser

@main
struct NewsroomCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "newsroom",
        abstract: "Invented papers on loopback that carry invented wires' stories.",
        subcommands: [Serve.self, SettingsCommand.self, Demo.self, MaterialCommand.self])
}
