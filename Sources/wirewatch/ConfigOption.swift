import ArgumentParser
import Foundation
import Glibc
import Settings

/// `--config`, as every command takes it.
struct ConfigOption: ParsableArguments {
    private static let maxBytes = 64 << 20

    @Option(help: "The settings file. Default: ./feeds.json, then /etc/wirewatch/feeds.json.")
    var config: String?

    /// The settings file to read.
    var path: String {
        if let config { return config }
        let candidates = ["feeds.json", "/etc/wirewatch/feeds.json"]
        return candidates.first { access($0, R_OK) == 0 } ?? candidates[0]
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
    func readSettings() throws -> WirewatchSettings {
        let path = path
        let bytes: [UInt8]
        do {
            let handle = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
            defer { try? handle.close() }
            bytes = Array(try handle.read(upToCount: Self.maxBytes + 1) ?? Data())
        } catch {
            throw UnreadableSettings(path: path, reason: (error as NSError).localizedDescription)
        }
        guard bytes.count <= Self.maxBytes else {
            throw UnreadableSettings(
                path: path, reason: "more than \(Self.maxBytes) bytes is no settings file")
        }
        return try Settings.settings(
            from: bytes, path: path, environment: ProcessInfo.processInfo.environment)
    }
}

/// There is no settings file, or none that can be read.
struct UnreadableSettings: Error, CustomStringConvertible {
    var path: String
    var reason: String

    var description: String { "\(path): cannot be read: \(reason)" }
}
