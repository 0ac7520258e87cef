import Foundation
import Glibc
import Synchronization

/// A receiver of webhooks on loopback that does with each request what a test has written down.
final class HookServer: Sendable {
    enum Answer: Sendable {
        case status(Int)
        case redirect(String)
        /// Reads the request and says nothing until the client goes away.
        case silence
        /// Reads the request and breaks the connection.
        case drop
    }

    let port: UInt16
    private let listener: Int32
    private let state: Mutex<(answers: [Answer], ids: [String], bodies: [String])>

    /// - Parameter answers: one a request; 204 behind the last.
    init(_ answers: [Answer]) throws {
        state = Mutex((answers, [], []))
        let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isBound = withUnsafeMutablePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                bind(listener, address, length) == 0 && listen(listener, 64) == 0
                    && getsockname(listener, address, &length) == 0
            }
        }
        guard isBound else { throw POSIXError(.EADDRINUSE) }
        self.listener = listener
        port = UInt16(bigEndian: address.sin_port)
        Thread.detachNewThread { [self] in
            while case let client = accept(listener, nil, nil), client >= 0 {
                Thread.detachNewThread { [self] in
                    serve(client)
                    close(client)
                }
            }
        }
    }

    func stop() { shutdown(listener, Int32(SHUT_RDWR)) }

    var url: String { "http://127.0.0.1:\(port)/hook" }
    /// `webhook-id` of every request that came, in order.
    var ids: [String] { state.withLock { $0.ids } }
    var bodies: [String] { state.withLock { $0.bodies } }

    private func serve(_ client: Int32) {
        while let request = request(from: client) {
            let answer = state.withLock { state in
                state.ids.append(request.id)
                state.bodies.append(request.body)
                return state.answers.isEmpty ? Answer.status(204) : state.answers.removeFirst()
            }
            switch answer {
            case .status(let status): send("HTTP/1.1 \(status) X\r\nContent-Length: 0\r\n\r\n", to: client)
            case .redirect(let target):
                send("HTTP/1.1 307 X\r\nLocation: \(target)\r\nContent-Length: 0\r\n\r\n", to: client)
            case .silence:
                var entry = pollfd(fd: client, events: Int16(POLLIN), revents: 0)
                poll(&entry, 1, -1)
                return
            case .drop: return
            }
        }
    }

    private func request(from client: Int32) -> (id: String, body: String)? {
        var head: [UInt8] = []
        var byte: UInt8 = 0
        while !head.suffix(4).elementsEqual("\r\n\r\n".utf8) {
            guard read(client, &byte, 1) == 1 else { return nil }
            head.append(byte)
        }
        var fields: [String: String] = [:]
        for line in String(decoding: head, as: UTF8.self).split(separator: "\r\n") {
            guard let colon = line.firstIndex(of: ":") else { continue }
            fields[line[..<colon].lowercased()] = line[line.index(after: colon)...]
                .trimmingCharacters(in: .whitespaces)
        }
        var body: [UInt8] = []
        let length = Int(fields["content-length"] ?? "") ?? 0
        while body.count < length {
            guard read(client, &byte, 1) == 1 else { return nil }
            body.append(byte)
        }
        return (fields["webhook-id"] ?? "", String(decoding: body, as: UTF8.self))
    }

    private func send(_ text: String, to client: Int32) {
        let bytes = Array(text.utf8)
        _ = Glibc.send(client, bytes, bytes.count, Int32(MSG_NOSIGNAL))
    }
}
