import Dispatch

/// Runs an actor's jobs on a serial queue of its own, so that Dispatch's sources on that queue are inside the actor, and
/// waiting for a disk holds up nobody else.
///
/// Linux has no `DispatchSerialQueue`, which would be such an executor by itself.
package final class QueueExecutor: SerialExecutor {
    package let queue: DispatchQueue

    package init(label: String) {
        queue = DispatchQueue(label: label)
    }

    package func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        queue.async { job.runSynchronously(on: self.asUnownedSerialExecutor()) }
    }

    package func checkIsolated() {
        dispatchPrecondition(condition: .onQueue(queue))
    }
}
