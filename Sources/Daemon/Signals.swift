import Dispatch
import Glibc

/// Turns process signals into calls on a queue of its own.
package final class Signals {
    private let sources: [any DispatchSourceSignal]

    /// - Parameter handlers: what to do for each signal; the signal's default effect is switched off.
    package init(_ handlers: [Int32: @Sendable () -> Void]) {
        let queue = DispatchQueue(label: "wirewatch.signals")
        sources = handlers.map { number, handler in
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: queue)
            source.setEventHandler(handler: handler)
            source.activate()
            return source
        }
    }

    deinit {
        for source in sources { source.cancel() }
    }
}
