import Address
import ArgumentParser

/// `wirewatch inspect url`: what becomes of an address.
struct InspectURL: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "url",
        abstract: "Resolves and canonicalises an address, and names its outlet.")

    @Argument(help: "The address, or a reference relative to --base.")
    var url: String?

    @Option(help: "The page or feed that the reference stands in.")
    var base: String?

    @Flag(help: "Read `reference`, or `reference<TAB>base`, from each line of standard input.")
    var batch = false

    func validate() throws {
        guard batch != (url != nil) else {
            throw ValidationError("Give one address, or --batch.")
        }
    }

    func run() {
        let outlets = OutletNames()
        if let url { print(jsonLine(answer(url, base: base, outlets: outlets))) }
        guard batch else { return }
        answerBatchLines { line in
            let fields = line.split(separator: "\t", maxSplits: 1, omittingEmptySubsequences: false)
            let lineBase = fields.count > 1 ? String(fields[1]) : base
            return jsonLine(answer(String(fields.first ?? ""), base: lineBase, outlets: outlets))
        }
    }

    private struct Answer: Encodable {
        var resolved: String?
        var canonical: String?
        var key: String?
        var outlet: String?
        var logged: String?
        var error: String?
    }

    private func answer(_ reference: String, base: String?, outlets: OutletNames) -> Answer {
        guard let resolved = resolvedURL(reference, base: base) else {
            return Answer(error: "not an http or https address of at most \(maxURLBytes) bytes")
        }
        return Answer(
            resolved: resolved, canonical: canonicalURL(resolved), key: addressKey(resolved),
            outlet: outlets.outlet(of: resolved), logged: redactedURL(resolved))
    }
}
