import Foundation

/// A web server of few virtues: each connection is answered by a function that may do anything to its socket.
final class LoopbackServer: Sendable {
    let port: UInt16
    private let listener: Int32
    private let accepted = Guarded(0)
    private let lines = Guarded<[String]>([])

    /// Starts listening on all of 127/8.
    /// - Parameter answer: called on a thread of its own for each connection; the socket is closed after it.
    init(_ answer: @escaping @Sendable (Connection) -> Void) throws {
        let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let bound = withUnsafeMutablePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                bind(listener, address, length) == 0 && listen(listener, 512) == 0
                    && getsockname(listener, address, &length) == 0
            }
        }
        guard bound else { throw POSIXError(.EADDRINUSE) }
        self.listener = listener
        port = UInt16(bigEndian: address.sin_port)
        Thread.detachNewThread { [self] in
            while case let client = accept(listener, nil, nil), client >= 0 {
                accepted.withLock { $0 += 1 }
                Thread.detachNewThread { [self] in
                    answer(Connection(socket: client, server: self))
                    close(client)
                }
            }
            // Not before: the number may be another socket's the moment it is free.
            close(listener)
        }
    }

    /// Starts listening; each request is answered with what `reply` makes of its header.
    static func replying(_ reply: @escaping @Sendable (_ header: String) -> [UInt8]) throws -> LoopbackServer
    {
        try LoopbackServer { connection in
            while let header = connection.request() { connection.send(reply(header)) }
        }
    }

    /// From here on nobody is listening at the port.
    func stop() { shutdown(listener, Int32(SHUT_RDWR)) }

    var connections: Int { accepted.withLock { $0 } }

    /// Headers of all requests so far.
    var requests: [String] { lines.withLock { $0 } }

    func url(_ path: String = "/", host: String = "127.0.0.1") -> String { "http://\(host):\(port)\(path)" }

    fileprivate func note(_ header: String) { lines.withLock { $0.append(header) } }
}

/// One accepted connection.
struct Connection: Sendable {
    let socket: Int32
    let server: LoopbackServer

    /// The next request's header; nil at the end.
    func request() -> String? {
        var header: [UInt8] = []
        var byte: UInt8 = 0
        while !header.suffix(4).elementsEqual("\r\n\r\n".utf8) {
            guard read(socket, &byte, 1) == 1 else { return nil }
            header.append(byte)
        }
        let text = String(decoding: header, as: UTF8.self)
        server.note(text)
        return text
    }

    /// - Returns: whether the client still listens.
    @discardableResult
    func send(_ bytes: [UInt8]) -> Bool {
        var sent = 0
        while sent < bytes.count {
            let count = bytes[sent...].withUnsafeBytes {
                Glibc.send(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
            guard count > 0 else { return false }
            sent += count
        }
        return true
    }

    @discardableResult
    func send(_ text: String) -> Bool { send(Array(text.utf8)) }

    /// Waits for the client to hang up, or so long.
    /// - Returns: whether it hung up.
    func waitForEnd(milliseconds: Int32 = -1) -> Bool {
        var poller = pollfd(fd: socket, events: Int16(POLLIN), revents: 0)
        return poll(&poller, 1, milliseconds) > 0
    }

    /// Closes with a reset instead of an orderly end.
    func reset() {
        var option = linger(l_onoff: 1, l_linger: 0)
        setsockopt(socket, SOL_SOCKET, SO_LINGER, &option, socklen_t(MemoryLayout<linger>.size))
    }
}

/// A complete response.
func response(_ status: String, _ fields: [String] = [], body: [UInt8] = []) -> [UInt8] {
    let lines = ["HTTP/1.1 \(status)", "Content-Length: \(body.count)"] + fields
    return Array((lines.joined(separator: "\r\n") + "\r\n\r\n").utf8) + body
}

func response(_ status: String, _ fields: [String] = [], text: String) -> [UInt8] {
    response(status, fields, body: Array(text.utf8))
}

/// A value behind a lock. The thread sanitizer knows this one; `Mutex` it takes for a race.
final class Guarded<Value>: @unchecked Sendable {
    // Unchecked: the value is touched only with the lock held.
    private var value: Value
    private let lock = NSLock()

    init(_ value: Value) { self.value = value }

    func withLock<Result>(_ body: (inout Value) -> Result) -> Result {
        lock.withLock { body(&value) }
    }
}
