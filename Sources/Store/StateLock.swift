import Glibc

/// The right to be the one daemon on a state folder; given back when the value goes, or the process dies.
package final class StateLock: Sendable {
    /// Why the right was not to be had.
    package enum Refusal: Error, Equatable, CustomStringConvertible {
        /// Another process holds it.
        case taken(path: String)
        case unavailable(path: String, reason: String)

        package var description: String {
            switch self {
            case .taken(let path):
                "\(path) is held by another wirewatch: one daemon per state folder; stop that one or "
                    + "give this one a state folder of its own"
            case .unavailable(let path, let reason): "\(path): \(reason)"
            }
        }
    }

    private let descriptor: Int32

    /// Takes the lock in `folder`, without waiting.
    package init(folder: String) throws(Refusal) {
        let path = folder + "/lock"
        let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else {
            throw .unavailable(path: path, reason: String(cString: strerror(errno)))
        }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            let code = errno
            close(descriptor)
            if code == EWOULDBLOCK { throw .taken(path: path) }
            throw .unavailable(path: path, reason: String(cString: strerror(code)))
        }
        self.descriptor = descriptor
    }

    /// Whether some process holds the lock of `folder` now.
    package static func isHeld(folder: String) -> Bool {
        let descriptor = open(folder + "/lock", O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        return flock(descriptor, LOCK_SH | LOCK_NB) != 0
    }

    deinit { close(descriptor) }
}
