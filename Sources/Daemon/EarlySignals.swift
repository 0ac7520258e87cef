import Dispatch
import Glibc
import Synchronization

/// SIGHUP, SIGINT and SIGTERM as calls on a queue of their own; those that come before there is a handler wait
/// for it.
package final class EarlySignals {
    private let latch = Latch()
    private let sources: [any DispatchSourceSignal]

    /// Takes the signals over from now on, as long as the value lives.
    package init() {
        let queue = DispatchQueue(label: "wirewatch.signals")
        let latch = latch
        sources = [SIGHUP, SIGINT, SIGTERM].map { number in
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: queue)
            source.setEventHandler { @Sendable in latch.arrived(number) }
            source.activate()
            return source
        }
    }

    deinit {
        for source in sources { source.cancel() }
    }

    /// Calls `handler` for every signal, first for those that have come already.
    package func handle(_ handler: @escaping @Sendable (Int32) -> Void) {
        latch.open(handler)
    }
}

/// Holds signals back until there is a handler.
private final class Latch: Sendable {
    private struct State {
        var waiting: [Int32] = []
        var handler: (@Sendable (Int32) -> Void)?
    }

    private let state = Mutex(State())

    func open(_ handler: @escaping @Sendable (Int32) -> Void) {
        let waiting = state.withLock { state in
            state.handler = handler
            defer { state.waiting = [] }
            return state.waiting
        }
        for number in waiting { handler(number) }
    }

    func arrived(_ number: Int32) {
        let handler = state.withLock { state in
            if state.handler == nil { state.waiting.append(number) }
            return state.handler
        }
        handler?(number)
    }
}
