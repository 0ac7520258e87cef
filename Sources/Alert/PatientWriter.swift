import Glibc

/// Writes all of a buffer to a descriptor, blocking or not, within a time.
///
/// A write to a pipe without a reader is an error here, never a signal: SIGPIPE is held back on the writing
/// thread and taken off again, whatever the process has decided about it.
struct PatientWriter {
    /// Bytes of the last buffer that the system took.
    private(set) var takenBytes = 0
    private let descriptor: Int32
    private let deadline: ContinuousClock.Instant

    /// The patience starts now and is spent by all writes together.
    init(descriptor: Int32, patience: Duration) {
        self.descriptor = descriptor
        deadline = ContinuousClock.now + patience
    }

    /// - Returns: nil when every byte was taken, else what went wrong.
    mutating func write(_ bytes: [UInt8]) -> String? {
        takenBytes = 0
        while takenBytes < bytes.count {
            if let problem = waitUntilWritable() { return problem }
            // A ready pipe takes at least PIPE_BUF bytes without blocking.
            let chunk = bytes[takenBytes..<min(takenBytes + 4096, bytes.count)]
            let outcome = chunk.withUnsafeBytes { buffer in
                withoutPipeSignal { Glibc.write(descriptor, buffer.baseAddress, buffer.count) }
            }
            switch outcome {
            case .success(let count): takenBytes += count
            case .failure(let error) where error.number == EINTR || error.number == EAGAIN: continue
            case .failure(let error): return error.text
            }
        }
        return nil
    }

    private func waitUntilWritable() -> String? {
        while true {
            let left = (deadline - ContinuousClock.now).components
            let milliseconds = left.seconds * 1_000 + left.attoseconds / 1_000_000_000_000_000
            var entry = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
            let ready = poll(&entry, 1, Int32(clamping: max(0, milliseconds)))
            if ready > 0 {
                return entry.revents & Int16(POLLNVAL) == 0 ? nil : SystemError(number: EBADF).text
            }
            if ready == 0 { return "the reader takes nothing" }
            guard errno == EINTR else { return SystemError(number: errno).text }
        }
    }
}

/// An `errno` value.
private struct SystemError: Error {
    var number: Int32

    var text: String {
        switch number {
        case EPIPE: "the reader is gone"
        case EBADF: "it is closed"
        case ENOSPC: "the disk is full"
        default: String(cString: strerror(number))
        }
    }
}

/// Runs a write with SIGPIPE held back on this thread, and takes off one that it raised.
private func withoutPipeSignal(_ write: () -> Int) -> Result<Int, SystemError> {
    var pipeSignal = sigset_t()
    sigemptyset(&pipeSignal)
    sigaddset(&pipeSignal, SIGPIPE)
    var pending = sigset_t()
    sigpending(&pending)
    let wasPending = sigismember(&pending, SIGPIPE) == 1
    var before = sigset_t()
    pthread_sigmask(SIG_BLOCK, &pipeSignal, &before)
    let count = write()
    let number = errno
    if count < 0, number == EPIPE, !wasPending {
        var immediately = timespec(tv_sec: 0, tv_nsec: 0)
        while sigtimedwait(&pipeSignal, nil, &immediately) < 0, errno == EINTR {}
    }
    pthread_sigmask(SIG_SETMASK, &before, nil)
    return count < 0 ? .failure(SystemError(number: number)) : .success(count)
}
