import Dispatch
import Model

/// Alerts to a program: one start a notice, its JSON (``noticeJSON(_:)``) on standard input.
///
/// The program is started by its argument list, never by a shell, with a small environment and in a process
/// group of its own. Exit code 0 is delivered; 75 (`EX_TEMPFAIL`) and a program that cannot be started or does
/// not end in time say that nothing gets through now; any other code refuses the one notice.
package final class CommandDelivery: AlertDelivery {
    package let name: String
    private let arguments: [String]
    private let environment: [String]
    private let timeout: Duration
    private let queue: DispatchQueue

    /// - Parameter arguments: the program's absolute path, then what it is given.
    /// - Parameter environment: variables as `NAME=value`.
    package init(
        name: String, arguments: [String], environment: [String] = ["PATH=/usr/local/bin:/usr/bin:/bin"],
        timeout: Duration = .seconds(30)
    ) {
        self.name = name
        self.arguments = arguments
        self.environment = environment
        self.timeout = timeout
        queue = DispatchQueue(label: "wirewatch.alert.\(name)")
    }

    package func deliver(_ notices: [Notice]) async throws(DeliveryError) {
        for (index, notice) in notices.enumerated() {
            let input = Array((noticeJSON(notice) + "\n").utf8)
            let (arguments, environment, timeout) = (arguments, environment, timeout)
            let end = await queue.result {
                ChildProcess.run(arguments, environment: environment, input: input, timeout: timeout)
            }
            if let error = error(of: end, delivered: index) { throw error }
        }
    }

    private func error(of end: ChildProcess.End, delivered: Int) -> DeliveryError? {
        var error = DeliveryError(delivery: name, reason: "", delivered: delivered)
        switch end {
        case .exited(0, _): return nil
        case .exited(let code, let said):
            error.reason = "the command ended with \(code)" + (said.isEmpty ? "" : ": \(safeText(said))")
            error.extent = code == 75 ? .everything : .oneNotice
        case .killed(let signal): error.reason = "the command was ended by signal \(signal)"
        case .timedOut: error.reason = "the command took longer than \(timeout) and was ended"
        case .notStarted(let problem): error.reason = "the command cannot be started: \(problem)"
        }
        return error
    }
}
