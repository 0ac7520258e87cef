import Dispatch

/// Runs an actor's jobs on a serial queue of its own, so that Dispatch's sources on that queue are inside the actor.
///
/// Linux has no `DispatchSerialQueue`, which would be such an executor by itself.
final class QueueExecutor: SerialExecutor {
    let queue: DispatchQueue

    init(label: String) {
        queue = DispatchQueue(label: label)
    }

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        queue.async { job.runSynchronously(on: self.asUnownedSerialExecutor()) }
    }

    func checkIsolated() {
        dispatchPrecondition(condition: .onQueue(queue))
    }
}
