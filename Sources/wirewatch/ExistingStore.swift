import ArgumentParser
import Glibc
import Model
import Settings
import Store

/// The database of an installation that has run, for commands that only look.
///
/// - Throws: ``ExitCode`` after saying why there is none.
func existingStore(of settings: WirewatchSettings) throws -> Store {
    let path = settings.state + "/wirewatch.db"
    do {
        var status = stat()
        guard stat(path, &status) == 0 else {
            let code = errno
            if code == ENOENT { throw NothingHasRun(path: path) }
            throw UnreadableInput(path: path, code: code)
        }
        return try Store(path: path)
    } catch {
        throw Exit.saying(error)
    }
}

/// There is no database yet.
struct NothingHasRun: Error, CustomStringConvertible {
    var path: String

    var description: String { "\(path) does not exist yet: nothing has run with these settings" }
}
