import CCurl
import Dispatch
import Glibc
import Model

/// Gets documents over HTTP, many at a time, within every bound of its options and of each request.
///
/// libcurl's multi handle under Dispatch: the actor runs on a serial queue of its own, and the sources that wake
/// libcurl are on the same queue. Sources that may contact private addresses have connections of their own, so that no
/// connection made for them is reused for another. Call ``stop()`` at the end.
///
/// libcurl needs SIGPIPE ignored where TLS connections break; the first fetcher sees to that for the whole process.
package actor Fetcher: Fetching {
    /// A request under way, from its call to its answer.
    private struct Transfer {
        var course: Course
        var handle: EasyHandle?
        let waiter: CheckedContinuation<FetchOutcome, Never>
    }

    package nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    private nonisolated let executor = QueueExecutor(label: "wirewatch.fetch")
    private let options: FetcherOptions
    private let now: @Sendable () -> Timestamp
    private let isPrivate: @Sendable ([UInt8]) -> Bool
    private var admission: Admission<Int>
    private var transfers: [Int: Transfer] = [:]
    /// Whose hop a handle is transferring.
    private var owners: [UnsafeMutableRawPointer: Int] = [:]
    private var publicPool: TransferPool?
    private var privatePool: TransferPool?
    private var nextID = 0
    private var isStopped = false

    /// - Parameter now: the clock by which `Retry-After` and `Expires` are understood.
    package init(options: FetcherOptions = FetcherOptions(), now: @escaping @Sendable () -> Timestamp) {
        self.init(options: options, now: now, isPrivate: isPrivateAddress)
    }

    /// The same with another idea of what is private: a test has nothing but loopback addresses.
    init(
        options: FetcherOptions, now: @escaping @Sendable () -> Timestamp,
        isPrivate: @escaping @Sendable ([UInt8]) -> Bool
    ) {
        self.options = options
        self.now = now
        self.isPrivate = isPrivate
        admission = Admission(limit: options.maxTransfers, limitPerHost: options.maxTransfersPerHost)
        signal(SIGPIPE, SIG_IGN)
    }

    package func get(_ request: FetchRequest) async -> FetchOutcome {
        let course: Course
        do {
            course = try Course(request)
        } catch {
            return .failed(error)
        }
        let id = nextID
        nextID += 1
        return await withTaskCancellationHandler {
            guard !isStopped else { return .failed(.cancelled("fetching has stopped")) }
            guard !Task.isCancelled else { return .failed(.cancelled("cancelled")) }
            return await withCheckedContinuation { waiter in
                transfers[id] = Transfer(course: course, waiter: waiter)
                start(admission.enter(id, host: course.location.host))
            }
        } onCancel: {
            Task { await self.finish(id, with: .failed(.cancelled("cancelled"))) }
        }
    }

    /// Ends all transfers as cancelled, closes every connection and takes no further request.
    package func stop() async {
        isStopped = true
        let ended = transfers
        transfers = [:]
        owners = [:]
        admission = Admission(limit: options.maxTransfers, limitPerHost: options.maxTransfersPerHost)
        for (_, transfer) in ended { conclude(transfer, with: .failed(.cancelled("fetching has stopped"))) }
        let pools = [publicPool, privatePool].compactMap { $0 }
        publicPool = nil
        privatePool = nil
        for pool in pools {
            await withCheckedContinuation { done in pool.shut { done.resume() } }
        }
    }

    /// Begins the present hop of each of `ids`, and of those that get the places of hops that cannot begin.
    private func start(_ ids: [Int]) {
        var pending = ids[...]
        while let id = pending.popFirst() {
            guard !begin(id), let transfer = transfers.removeValue(forKey: id) else { continue }
            conclude(transfer, with: .failed(.exhausted))
            pending += admission.leave(id)
        }
    }

    /// - Returns: false when the system has no means left.
    private func begin(_ id: Int) -> Bool {
        guard var transfer = transfers[id] else { return true }
        guard let pool = pool(allowingPrivate: transfer.course.request.allowPrivateAddresses),
            let handle = transfer.handle ?? pool.handle()
        else { return false }
        transfer.handle = handle
        transfers[id] = transfer
        handle.prepare(for: transfer.course)
        owners[handle.pointer] = id
        return pool.begin(handle)
    }

    private func pool(allowingPrivate allowsPrivate: Bool) -> TransferPool? {
        if let pool = allowsPrivate ? privatePool : publicPool { return pool }
        let isPrivate = isPrivate
        let pool = TransferPool(
            options: options, isForbidden: { !allowsPrivate && isPrivate($0) }, queue: executor.queue
        ) { [weak self] isTimer in
            self?.assumeIsolated { $0.advance(allowingPrivate: allowsPrivate, byTimer: isTimer) }
        }
        if allowsPrivate { privatePool = pool } else { publicPool = pool }
        return pool
    }

    private func advance(allowingPrivate allowsPrivate: Bool, byTimer isTimer: Bool) {
        guard let pool = allowsPrivate ? privatePool : publicPool else { return }
        for (handle, code) in pool.advanced(byTimer: isTimer) {
            guard let id = owners.removeValue(forKey: handle.pointer) else { continue }
            hopEnded(id, handle, code)
        }
    }

    private func hopEnded(_ id: Int, _ handle: EasyHandle, _ code: CURLcode) {
        guard var transfer = transfers[id] else { return }
        guard handle.hasResponse(code) else {
            if code == CURLE_BAD_CONTENT_ENCODING, transfer.course.retryUncompressed(elapsed: handle.elapsed)
            {
                transfers[id] = transfer
                start([id])
            } else {
                finish(id, with: .failed(FetchFailure(code, of: handle, course: transfer.course)))
            }
            return
        }
        let before = transfer.course.location.host
        let step = transfer.course.step(after: handle.response, now: now())
        transfers[id] = transfer
        switch step {
        case .deliver(let head):
            finish(id, with: .body(FetchedBody(head: head, bytes: handle.takeBody())))
        case .finish(.failed(var failure)):
            failure.answer?.bytes = handle.takeBody()
            finish(id, with: .failed(failure))
        case .finish(let outcome):
            finish(id, with: outcome)
        case .follow where transfer.course.location.host == before:
            start([id])
        case .follow:
            start(admission.leave(id))
            start(admission.enter(id, host: transfer.course.location.host))
        }
    }

    /// Answers the waiter, if it still waits, and passes its place on.
    private func finish(_ id: Int, with outcome: FetchOutcome) {
        guard let transfer = transfers.removeValue(forKey: id) else { return }
        conclude(transfer, with: outcome)
        start(admission.leave(id))
    }

    private func conclude(_ transfer: Transfer, with outcome: FetchOutcome) {
        if let handle = transfer.handle {
            let pool = transfer.course.request.allowPrivateAddresses ? privatePool : publicPool
            owners[handle.pointer] = nil
            pool?.abandon(handle)
            pool?.giveBack(handle)
        }
        transfer.waiter.resume(returning: outcome)
    }
}

extension FetchFailure {
    fileprivate static let exhausted = FetchFailure(
        category: .broken, reason: "the system has no descriptor or memory left for a transfer")
}
