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
            say("wirewatch: \(path): cannot be read: \((error as NSError).localizedDescription)")
            throw Exit.noInput
        }
        guard bytes.count <= Self.maxBytes else {
            say("wirewatch: \(path): more than \(Self.maxBytes) bytes; this is no settings file")
            throw Exit.settings
        }
        return try Settings.settings(
            from: bytes, path: path, environment: ProcessInfo.processInfo.environment)
    }
}
