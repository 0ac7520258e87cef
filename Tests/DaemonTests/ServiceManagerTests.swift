import Daemon
import Foundation
import Glibc
import Testing

/// A service manager's end of the socket.
private final class Listener {
    let path: String
    private let descriptor: Int32

    init(abstract: Bool) throws {
        let name = "wirewatch-\(UUID().uuidString)"
        path = abstract ? "@\(name)" : FileManager.default.temporaryDirectory.path + "/\(name)"
        descriptor = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue), 0)
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        var bytes = Array(path.utf8)
        if abstract { bytes[0] = 0 }
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: bytes) }
        let length = socklen_t(MemoryLayout<sa_family_t>.size + bytes.count + (abstract ? 0 : 1))
        let result = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { bind(descriptor, $0, length) }
        }
        try #require(result == 0)
        var patience = timeval(tv_sec: 5, tv_usec: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
    }

    deinit {
        close(descriptor)
        unlink(path)
    }

    func next() -> String {
        var buffer = [UInt8](repeating: 0, count: 4096)
        let count = recv(descriptor, &buffer, buffer.count, 0)
        return String(decoding: buffer.prefix(max(0, count)), as: UTF8.self)
    }
}

@Suite struct ServiceManagerTests {
    @Test(arguments: [true, false])
    func theWholeLifeIsTold(abstract: Bool) throws {
        let listener = try Listener(abstract: abstract)
        let service = ServiceManager(environment: ["NOTIFY_SOCKET": listener.path])
        service.ready(status: "12 источников")
        #expect(listener.next() == "READY=1\nSTATUS=12 источников")
        service.status("two\nlines")
        #expect(listener.next() == "STATUS=two lines")
        service.reloading()
        #expect(listener.next().hasPrefix("RELOADING=1\nMONOTONIC_USEC="))
        service.alive()
        #expect(listener.next() == "WATCHDOG=1")
        service.stopping(status: "draining")
        #expect(listener.next() == "STOPPING=1\nSTATUS=draining")
    }

    @Test func withoutASocketNothingHappens() {
        ServiceManager(environment: [:]).ready(status: "")
        ServiceManager(environment: ["NOTIFY_SOCKET": "vsock:2:1"]).ready(status: "")
        ServiceManager(environment: ["NOTIFY_SOCKET": "/" + String(repeating: "x", count: 200)]).alive()
        ServiceManager(environment: ["NOTIFY_SOCKET": "/nobody/listens"]).alive()
    }

    @Test func theWatchdogIsFedTwiceAsOftenAsAsked() {
        let own = ["WATCHDOG_USEC": "120000000", "WATCHDOG_PID": String(getpid())]
        #expect(ServiceManager(environment: own).watchdogInterval == .seconds(60))
        #expect(ServiceManager(environment: ["WATCHDOG_USEC": "2000000"]).watchdogInterval == .seconds(1))
        let other = ["WATCHDOG_USEC": "120000000", "WATCHDOG_PID": "1"]
        #expect(ServiceManager(environment: other).watchdogInterval == nil)
        #expect(ServiceManager(environment: ["WATCHDOG_USEC": "soon"]).watchdogInterval == nil)
    }
}
