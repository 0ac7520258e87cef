import Address
import Foundation
import Model
import Settings

/// A settings file that sources are added to.
struct SettingsFile {
    let path: String
    private let bytes: [UInt8]
    /// What the file says now; nil when there is none yet.
    let settings: WirewatchSettings?

    /// Reads the file that `config` names; a missing one is a new one.
    init(_ config: ConfigOption) throws {
        path = URL(fileURLWithPath: config.path).resolvingSymlinksInPath().path
        guard FileManager.default.fileExists(atPath: path) else {
            bytes = []
            settings = nil
            return
        }
        bytes = try config.readBytes()
        settings = try config.settings(from: bytes)
    }

    /// The name of the source that watches an address already.
    func watcher(of url: String) -> String? {
        let key = addressKey(url)
        return settings?.sources.first { addressKey($0.url) == key }?.name
    }

    /// The sources that are not watched yet, each with a name that no other has.
    func newSources(of sources: [Source]) -> [Source] {
        var names = Set(settings?.sources.map(\.name) ?? [])
        var addresses: Set<String> = []
        return sources.compactMap { source in
            guard watcher(of: source.url) == nil, addresses.insert(addressKey(source.url) ?? "").inserted
            else {
                return nil
            }
            var source = source
            source.name = freeName(for: source, taken: names)
            names.insert(source.name)
            return source
        }
    }

    private func freeName(for source: Source, taken: Set<String>) -> String {
        let host = urlHost(source.url) ?? source.url
        var name = ""
        for character in source.name where name.utf8.count + character.utf8.count <= 120 {
            name.append(character)
        }
        if name.isEmpty { name = host }
        if !taken.contains(name) { return name }
        name += " (\(host.prefix(60)))"
        if !taken.contains(name) { return name }
        return (2...).lazy.map { "\(name) \($0)" }.first { !taken.contains($0) } ?? name
    }

    /// Writes the file with the sources added; all of it or nothing.
    func add(_ sources: [Source]) throws {
        guard let added = settingsBytes(adding: sources, to: bytes) else {
            throw UnwritableSettings(path: path, reason: "its list of sources was not found")
        }
        // What comes from outside must not make a file that the daemon then refuses.
        _ = try Settings.settings(from: added, path: path, environment: ProcessInfo.processInfo.environment)
        do {
            try write(added)
        } catch {
            throw UnwritableSettings(path: path, reason: (error as NSError).localizedDescription)
        }
    }

    /// Beside the file, then in its place, with its rights: a daemon that reloads sees the old one or the new one.
    private func write(_ added: [UInt8]) throws {
        let rights = try? FileManager.default.attributesOfItem(atPath: path)[.posixPermissions]
        try Data(added).write(to: URL(fileURLWithPath: path), options: .atomic)
        if let rights {
            try FileManager.default.setAttributes([.posixPermissions: rights], ofItemAtPath: path)
        }
    }
}

/// The settings could not be changed.
struct UnwritableSettings: Error, CustomStringConvertible {
    var path: String
    var reason: String

    var description: String { "\(path): cannot be changed: \(reason)" }
}
