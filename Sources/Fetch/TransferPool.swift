import CCurl
import Dispatch
import Glibc

/// One of libcurl's multi handles: transfers under way, and connections kept for the next ones.
///
/// Dispatch never sees a socket. libcurl may close one before a source's cancel handler ran, and a read source on
/// a descriptor that has a write source never fires; so a private epoll descriptor takes libcurl's sockets, and one
/// read source watches that. Confined to its fetcher's queue; values leave, pointers stay.
final class TransferPool {
    /// A transfer that ended, and how.
    typealias Ended = (handle: EasyHandle, code: CURLcode)

    private let options: FetcherOptions
    private let isForbidden: @Sendable ([UInt8]) -> Bool
    private let multi: UnsafeMutableRawPointer
    private let epoll: Int32
    private let ready: any DispatchSourceRead
    private let timer: any DispatchSourceTimer
    private var active: [UnsafeMutableRawPointer: EasyHandle] = [:]
    private var idle: [EasyHandle] = []
    private var events = [epoll_event](repeating: epoll_event(), count: 64)
    private var isClosed = false

    /// - Parameters:
    ///   - isForbidden: whether an address, 4 or 16 bytes, must not be contacted.
    ///   - wake: called on `queue` when ``advanced(byTimer:)`` should be.
    /// - Returns: nil when the system has no descriptor or memory to spare.
    init?(
        options: FetcherOptions, isForbidden: @escaping @Sendable ([UInt8]) -> Bool, queue: DispatchQueue,
        wake: @escaping @Sendable (_ isTimer: Bool) -> Void
    ) {
        let epoll = epoll_create1(Int32(EPOLL_CLOEXEC))
        guard epoll >= 0 else { return nil }
        guard let multi = curl_multi_init() else {
            close(epoll)
            return nil
        }
        self.options = options
        self.isForbidden = isForbidden
        self.epoll = epoll
        self.multi = multi
        ready = DispatchSource.makeReadSource(fileDescriptor: epoll, queue: queue)
        timer = DispatchSource.makeTimerSource(queue: queue)
        ready.setEventHandler { @Sendable in wake(false) }
        timer.setEventHandler { @Sendable in wake(true) }
        timer.schedule(deadline: .distantFuture)
        _ = wire_multi_set_long(multi, CURLMOPT_MAXCONNECTS, options.maxIdleConnections)
        listen()
        ready.activate()
        timer.activate()
    }

    deinit {
        if !isClosed { shut {} }
    }

    /// An easy handle to transfer with; nil when memory is short.
    func handle() -> EasyHandle? {
        idle.popLast() ?? EasyHandle(options: options, isForbidden: isForbidden)
    }

    /// Takes a handle back that is not transferring.
    func giveBack(_ handle: EasyHandle) {
        handle.clear()
        if idle.count < options.maxTransfers { idle.append(handle) }
    }

    /// Begins one hop with a prepared handle.
    /// - Returns: whether libcurl took it.
    func begin(_ handle: EasyHandle) -> Bool {
        guard !isClosed, curl_multi_add_handle(multi, handle.pointer) == CURLM_OK else { return false }
        active[handle.pointer] = handle
        return true
    }

    /// Ends a hop before its time.
    func abandon(_ handle: EasyHandle) {
        guard active.removeValue(forKey: handle.pointer) != nil else { return }
        curl_multi_remove_handle(multi, handle.pointer)
    }

    /// Lets libcurl act on what its sockets, or the clock, have for it.
    /// - Returns: the transfers that ended; their handles are free for another hop.
    func advanced(byTimer isTimer: Bool) -> [Ended] {
        guard !isClosed else { return [] }
        var running: Int32 = 0
        if isTimer {
            curl_multi_socket_action(multi, CURL_SOCKET_TIMEOUT, 0, &running)
        } else {
            let count = Int(epoll_wait(epoll, &events, Int32(events.count), 0))
            for event in events.prefix(max(0, count)) {
                curl_multi_socket_action(multi, event.data.fd, selection(of: event.events), &running)
            }
        }
        return drained()
    }

    /// Ends everything; `closed` is called when the last descriptor is closed.
    func shut(_ closed: @escaping @Sendable () -> Void) {
        for pointer in active.keys { curl_multi_remove_handle(multi, pointer) }
        active = [:]
        idle = []
        isClosed = true
        curl_multi_cleanup(multi)
        timer.cancel()
        // Dispatch watches the descriptor until the handler runs.
        ready.setCancelHandler { @Sendable [epoll] in
            close(epoll)
            closed()
        }
        ready.cancel()
    }

    private func listen() {
        let context = Unmanaged.passUnretained(self).toOpaque()
        _ = wire_multi_set_callbacks(
            multi,
            { _, socket, what, context, _ in
                TransferPool.of(context)?.watch(socket, for: what)
                return 0
            },
            { _, milliseconds, context in
                TransferPool.of(context)?.wait(milliseconds: milliseconds)
                return 0
            }, context)
    }

    private static func of(_ context: UnsafeMutableRawPointer?) -> TransferPool? {
        context.map { Unmanaged<TransferPool>.fromOpaque($0).takeUnretainedValue() }
    }

    private func watch(_ socket: curl_socket_t, for what: Int32) {
        guard !isClosed else { return }
        guard what != CURL_POLL_REMOVE else {
            // libcurl may have closed it already, and with it left the epoll set: an error here says just that.
            epoll_ctl(epoll, EPOLL_CTL_DEL, socket, nil)
            return
        }
        var event = epoll_event()
        event.data.fd = socket
        if what & CURL_POLL_IN != 0 { event.events |= EPOLLIN.rawValue }
        if what & CURL_POLL_OUT != 0 { event.events |= EPOLLOUT.rawValue }
        if epoll_ctl(epoll, EPOLL_CTL_MOD, socket, &event) != 0 {
            epoll_ctl(epoll, EPOLL_CTL_ADD, socket, &event)
        }
    }

    private func wait(milliseconds: Int) {
        guard !isClosed else { return }
        // libcurl must not be called from its own callback: even "now" is a matter for the timer.
        timer.schedule(deadline: milliseconds < 0 ? .distantFuture : .now() + .milliseconds(milliseconds))
    }

    private func drained() -> [Ended] {
        var ended: [Ended] = []
        var left: Int32 = 0
        while let message = curl_multi_info_read(multi, &left) {
            guard message.pointee.msg == CURLMSG_DONE, let pointer = message.pointee.easy_handle,
                let handle = active.removeValue(forKey: pointer)
            else { continue }
            // The message is gone once its handle is removed.
            let code = wire_message_result(message)
            curl_multi_remove_handle(multi, pointer)
            ended.append((handle, code))
        }
        return ended
    }
}

private func selection(of events: UInt32) -> Int32 {
    var selection: Int32 = 0
    if events & EPOLLIN.rawValue != 0 { selection |= CURL_CSELECT_IN }
    if events & EPOLLOUT.rawValue != 0 { selection |= CURL_CSELECT_OUT }
    if events & (EPOLLERR.rawValue | EPOLLHUP.rawValue) != 0 { selection |= CURL_CSELECT_ERR }
    return selection
}
