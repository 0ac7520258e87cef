import ArgumentParser
import Foundation
import Glibc
import Settings

/// `--config`, as every command takes it.
struct ConfigOption: ParsableArguments {
    private static let maxBytes = 16 << 20
    private static let places = ["feeds.json", "/etc/wirewatch/feeds.json"]

    @Option(help: "The settings file. Default: ./feeds.json, then /etc/wirewatch/feeds.json.")
    var config: String?

    /// The settings file to read.
    var path: String {
        if let config { return config }
        return Self.places.first { access($0, R_OK) == 0 } ?? Self.places[0]
    }

    /// Reads and checks the settings.
    ///
    /// - Throws: ``ExitCode`` after saying what is wrong.
    func settings() throws -> WirewatchSettings {
        do {
            return try readSettings()
        } catch {
            throw Exit.saying(error)
        }
    }

    /// The same without saying anything.
    func readSettings() throws -> WirewatchSettings { try settings(from: readBytes()) }

    /// The settings file as it is.
    func readBytes() throws -> [UInt8] {
        let path = path
        guard config != nil || access(path, F_OK) == 0 else {
            throw UnreadableInput(
                path: Self.places.joined(separator: " or "),
                reason: "there is no such settings file; name one with --config")
        }
        return try regularFileBytes(at: path, limit: Self.maxBytes)
    }

    /// Checks what was read.
    func settings(from bytes: [UInt8]) throws -> WirewatchSettings {
        try Settings.settings(
            from: bytes, path: path, environment: ProcessInfo.processInfo.environment)
    }
}
