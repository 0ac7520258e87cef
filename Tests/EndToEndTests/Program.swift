import Foundation

/// A built program of the package, run as a user would.
struct Program {
    struct Outcome {
        var status: Int32
        var output: String
        var errors: String
    }

    private let url: URL

    /// - Parameter name: of a product of the package, built beside the tests.
    init(_ name: String) throws {
        // The test bundle and the programs lie in one folder.
        let folder = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
        url = folder.appending(path: name)
        guard FileManager.default.isExecutableFile(atPath: url.path) else { throw Missing(path: url.path) }
    }

    /// A program of the system's.
    init(path: String) throws {
        url = URL(fileURLWithPath: path)
    }

    var path: String { url.path }

    /// Runs it to its end.
    func run(_ arguments: [String], input: String = "", in folder: String? = nil) throws -> Outcome {
        let process = Process()
        process.executableURL = url
        process.arguments = arguments
        if let folder { process.currentDirectoryURL = URL(fileURLWithPath: folder) }
        // Files, not pipes: neither side can fill one while the other waits.
        let scratch = try Scratch()
        let names = ["in", "out", "err"].map { scratch.path + "/" + $0 }
        try Data(input.utf8).write(to: URL(fileURLWithPath: names[0]))
        for name in names.dropFirst() { try Data().write(to: URL(fileURLWithPath: name)) }
        process.standardInput = FileHandle(forReadingAtPath: names[0])
        process.standardOutput = FileHandle(forWritingAtPath: names[1])
        process.standardError = FileHandle(forWritingAtPath: names[2])
        try process.run()
        process.waitUntilExit()
        return Outcome(
            status: process.terminationReason == .exit
                ? process.terminationStatus : -process.terminationStatus,
            output: try String(contentsOfFile: names[1], encoding: .utf8),
            errors: try String(contentsOfFile: names[2], encoding: .utf8))
    }

    private struct Missing: Error, CustomStringConvertible {
        var path: String
        var description: String { "\(path) is not built" }
    }
}

/// A folder that goes with the value.
final class Scratch {
    let path: String

    init() throws {
        path = FileManager.default.temporaryDirectory.path + "/wirewatch-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func write(_ name: String, _ text: String) throws {
        try Data(text.utf8).write(to: URL(fileURLWithPath: path + "/" + name))
    }

    func read(_ name: String) throws -> String {
        try String(contentsOfFile: path + "/" + name, encoding: .utf8)
    }
}

/// The repository's folder.
let repository = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
