import ArgumentParser

/// `wirewatch inspect …`: one stage by itself.
struct Inspect: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Runs one stage by itself and prints what it saw as JSON.",
        subcommands: [
            InspectFeed.self, InspectLanguage.self, InspectListing.self, InspectMatch.self, InspectPage.self,
            InspectText.self,
            InspectURL.self,
        ])
}
