import Glibc

/// The service manager that started this process, told of its state by datagrams: the `sd_notify` protocol.
///
/// Without `NOTIFY_SOCKET` in the environment every call does nothing.
package struct ServiceManager: Sendable {
    private let socketPath: [UInt8]?
    /// Half of the time after which a silent process is taken for dead; nil when no watchdog is set.
    package let watchdogInterval: Duration?

    /// - Parameter environment: of the process: `NOTIFY_SOCKET`, `WATCHDOG_USEC`, `WATCHDOG_PID`.
    package init(environment: [String: String]) {
        let path = environment["NOTIFY_SOCKET"].map { Array($0.utf8) } ?? []
        let fits = path.count < MemoryLayout.size(ofValue: sockaddr_un().sun_path)
        // "/" is a file, "@" an abstract name; anything else is not for us.
        socketPath = fits && (path.first == 0x2F || path.first == 0x40) ? path : nil
        let isForUs = environment["WATCHDOG_PID"].map { $0 == String(getpid()) } ?? true
        if isForUs, let microseconds = environment["WATCHDOG_USEC"].flatMap(Int64.init), microseconds > 0 {
            watchdogInterval = .microseconds(microseconds / 2)
        } else {
            watchdogInterval = nil
        }
    }

    package func ready(status: String) { send("READY=1\nSTATUS=\(oneLine(status))") }
    package func status(_ text: String) { send("STATUS=\(oneLine(text))") }
    package func stopping(status: String) { send("STOPPING=1\nSTATUS=\(oneLine(status))") }
    package func alive() { send("WATCHDOG=1") }

    /// Announces a reload; ``ready(status:)`` ends it.
    package func reloading() {
        var now = timespec()
        clock_gettime(CLOCK_MONOTONIC, &now)
        let microseconds = UInt64(now.tv_sec) * 1_000_000 + UInt64(now.tv_nsec) / 1000
        send("RELOADING=1\nMONOTONIC_USEC=\(microseconds)")
    }

    private func oneLine(_ text: String) -> String {
        String(text.map { $0.isNewline ? " " : $0 })
    }

    private func send(_ message: String) {
        guard let socketPath else { return }
        let descriptor = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { return }
        defer { close(descriptor) }
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        var name = socketPath
        let isAbstract = name[0] == 0x40
        if isAbstract { name[0] = 0 }
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: name) }
        let length = MemoryLayout<sa_family_t>.size + name.count + (isAbstract ? 0 : 1)
        let bytes = Array(message.utf8)
        _ = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                sendto(descriptor, bytes, bytes.count, Int32(MSG_NOSIGNAL), $0, socklen_t(length))
            }
        }
    }
}
