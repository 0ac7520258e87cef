import Foundation
import Model

/// Reads a settings file (JSON5), checks all of it and fills in what it leaves out.
///
/// - Parameter bytes: the file, at most 64 MB.
/// - Parameter path: its name, for messages; folders in it are relative to its folder.
/// - Parameter environment: of the process; with `STATE_DIRECTORY`, as systemd sets it, folders are relative to that.
/// - Throws: every problem at once.
package func settings(
    from bytes: [UInt8], path: String, environment: [String: String] = [:]
) throws(SettingsError) -> WirewatchSettings {
    var reader = SettingsReader(file: path, bytes: bytes)
    let document: JSON5Value
    do throws(JSON5Error) {
        document = try json5Value(bytes)
    } catch {
        // What concerns the whole file stands in no column.
        let column = error.offset.map { " in column \(reader.column(of: $0, in: bytes))" } ?? ""
        reader.report("", at: error.offset ?? 0, found: error.found + column, wanted: error.wanted)
        throw reader.error ?? SettingsError(problems: [])
    }
    let settings = reader.settings(
        document, base: baseFolder(of: path, environment: environment), path: path, environment: environment)
    if let error = reader.error { throw error }
    return settings
}

/// What relative folders are relative to.
private func baseFolder(of path: String, environment: [String: String]) -> String {
    // systemd separates several by colons; the first is the unit's own.
    if let folder = environment["STATE_DIRECTORY"]?.split(separator: ":").first { return String(folder) }
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
}

extension SettingsReader {
    fileprivate mutating func settings(
        _ document: JSON5Value, base: String, path: String, environment: [String: String]
    ) -> WirewatchSettings {
        let fields = fields(
            of: document, path: "",
            keys: [
                "corpus", "state", "defaults", "sources", "entities", "watchlist", "deliveries", "dedup",
                "web",
                "fetch",
            ])
        var settings = WirewatchSettings(
            path: path, corpus: folder("corpus", of: fields, base: base),
            state: folder("state", of: fields, base: base))
        if URL(filePath: settings.corpus).standardized == URL(filePath: settings.state).standardized {
            report(
                "state", at: fields.offset(of: "state"), found: quoted(settings.state),
                wanted: "another folder than corpus")
        }
        settings.sources = sources(of: fields)
        settings.entities = entities(of: fields)
        settings.deliveries = deliveries(of: fields, base: base, environment: environment)
        settings.watchlist = watchlist(of: fields, deliveries: settings.deliveries)
        (settings.entityLines, settings.watchlistLines) = watchlistLines(of: fields)
        if let dedup = fields.values["dedup"] {
            let dedup = self.fields(of: dedup, path: "dedup", keys: ["window", "prefer"])
            let window = duration(
                "window", of: dedup, wanted: "a duration such as 90d, from 1d to 400d",
                within: .seconds(86_400)...(.seconds(400 * 86_400)))
            settings.dedupWindow = window ?? settings.dedupWindow
            settings.preferredOutlets =
                texts("prefer", of: dedup, wanted: "an outlet such as \"example.org\", or \"wire\"") ?? []
        }
        if let web = fields.values["web"] {
            let web = self.fields(of: web, path: "web", keys: ["listen"])
            settings.webListen = parsed(
                "listen", of: web, wanted: "a loopback address and a port such as 127.0.0.1:8642",
                listenAddress)
        }
        settings.fetch = fetch(of: fields)
        return settings
    }

    private mutating func folder(_ key: String, of fields: SettingFields, base: String) -> String {
        let wanted = "a folder such as \(quoted(key)), without ~ or $"
        var folder = text(key, of: fields, wanted: wanted) ?? key
        if folder.hasPrefix("~") || folder.contains("$") {
            report(fields.path(of: key), at: fields.offset(of: key), found: quoted(folder), wanted: wanted)
        }
        while folder.count > 1, folder.hasSuffix("/") { folder.removeLast() }
        return resolved(folder, base: base)
    }

    /// A path as it stands in the settings, seen from their folder.
    func resolved(_ path: String, base: String) -> String {
        if path.hasPrefix("/") || base == "." { return path }
        return base.hasSuffix("/") ? base + path : "\(base)/\(path)"
    }

    private mutating func fetch(of fields: SettingFields) -> FetchSettings {
        var fetch = FetchSettings()
        guard let value = fields.values["fetch"] else { return fetch }
        let fields = self.fields(of: value, path: "fetch", keys: ["userAgent", "concurrency"])
        fetch.userAgent = text(
            "userAgent", of: fields, wanted: "a name such as \"wirewatch (+mailto:desk@example.org)\"")
        let wanted = "a number of transfers at once, from 1 to 1000"
        fetch.concurrency =
            parsed("concurrency", of: fields, wanted: wanted) { wholeNumber($0, in: 1...1000) }
            ?? fetch.concurrency
        return fetch
    }

    /// A duration within bounds; nil when the key is missing or its value is a problem.
    mutating func duration(
        _ key: String, of fields: SettingFields, wanted: String, within bounds: ClosedRange<Duration>
    ) -> Duration? {
        parsed(key, of: fields, wanted: wanted) { kind in
            guard case .string(let text) = kind, let duration = Settings.duration(text),
                bounds.contains(duration)
            else { return nil }
            return duration
        }
    }
}

/// `127.0.0.1:8642`, `[::1]:8642` or `localhost:8642`. Other addresses are refused: the pages have no login of
/// their own and belong behind a server that has one.
private func listenAddress(_ kind: JSON5Value.Kind) -> ListenAddress? {
    guard case .string(let text) = kind, let colon = text.lastIndex(of: ":") else { return nil }
    let port = text[text.index(after: colon)...]
    guard (1...5).contains(port.utf8.count), port.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
        let number = Int(port), number <= 65_535
    else { return nil }
    let host = text[..<colon]
    if host == "[::1]" { return ListenAddress(host: "::1", port: number) }
    if host == "localhost" { return ListenAddress(host: "localhost", port: number) }
    let bytes = host.split(separator: ".", omittingEmptySubsequences: false).map { UInt8($0) }
    guard bytes.count == 4, bytes[0] == 127, !bytes.contains(nil) else { return nil }
    return ListenAddress(host: String(host), port: number)
}
