import Foundation
import Testing

/// The unit file as systemd's own tools judge it.
@Suite(
    .enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/systemd-analyze"), "needs systemd"))
struct UnitTests {
    private let unit: String

    init() throws {
        let root = URL(fileURLWithPath: #filePath)
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        let text = try String(
            contentsOf: root.appending(path: "systemd/wirewatch.service"), encoding: .utf8)
        let folder = FileManager.default.temporaryDirectory.appending(path: "unit-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        unit = folder.appending(path: "wirewatch.service").path
        // A command that exists, since the program is not installed here.
        try text.replacingOccurrences(of: "@prefix@/bin/wirewatch", with: "/bin/true")
            .replacingOccurrences(of: "@prefix@", with: "/usr")
            .write(toFile: unit, atomically: true, encoding: .utf8)
    }

    private func analyze(_ arguments: [String]) throws -> (status: Int32, output: String, errors: String) {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/systemd-analyze")
        process.arguments = arguments + [unit]
        let output = Pipe()
        let errors = Pipe()
        process.standardOutput = output
        process.standardError = errors
        try process.run()
        let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        let complaints = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        return (process.terminationStatus, text, complaints)
    }

    @Test func verifyIsSilent() throws {
        let result = try analyze(["verify", "--man=no", "--recursive-errors=no"])
        #expect(result.status == 0)
        #expect(result.output + result.errors == "")
    }

    @Test func exposureIsAtMostOnePointTwo() throws {
        let result = try analyze(["security", "--offline=true", "--threshold=12", "--no-pager"])
        #expect(result.status == 0, "\(result.output)\(result.errors)")
    }
}
