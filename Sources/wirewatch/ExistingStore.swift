import ArgumentParser
import Glibc
import Model
import Settings
import Store

/// The database of an installation that has run, for commands that only look.
///
/// - Throws: ``ExitCode`` after saying why there is none.
func existingStore(of settings: WirewatchSettings) throws -> Store {
    do {
        guard let store = try storeIfAny(of: settings) else {
            throw NothingHasRun(path: databasePath(of: settings))
        }
        return store
    } catch {
        throw Exit.saying(error)
    }
}

/// The same for commands that can do without: nil when nothing has run yet.
///
/// - Throws: ``UnreadableInput``, ``StoreError``; nothing is said.
func storeIfAny(of settings: WirewatchSettings) throws -> Store? {
    let path = databasePath(of: settings)
    var status = stat()
    guard stat(path, &status) == 0 else {
        let code = errno
        if code == ENOENT { return nil }
        throw UnreadableInput(path: path, code: code)
    }
    return try Store(path: path)
}

private func databasePath(of settings: WirewatchSettings) -> String { settings.state + "/wirewatch.db" }

/// There is no database yet.
struct NothingHasRun: Error, CustomStringConvertible {
    var path: String

    var description: String { "\(path) does not exist yet: nothing has run with these settings" }
}
