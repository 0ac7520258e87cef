import CSpawn
import Glibc

/// One run of another program.
enum ChildProcess {
    /// How it ended.
    enum End: Sendable, Equatable {
        /// With a code, and the beginning of what it wrote to standard error.
        case exited(Int32, said: String)
        case killed(signal: Int32)
        case timedOut
        case notStarted(String)
    }

    private static let maxSaidBytes = 300

    /// Starts a program, gives it `input` and waits. Blocks for at most `timeout` and a moment.
    ///
    /// The program gets no descriptor of ours but its own three, default signal handling, and a process group
    /// of its own, which is killed as a whole when time is up.
    ///
    /// - Parameter arguments: the program's path first.
    /// - Parameter environment: `NAME=value` each.
    static func run(
        _ arguments: [String], environment: [String], input: [UInt8], timeout: Duration
    ) -> End {
        guard let path = arguments.first, let given = Pipe(), let said = Pipe() else {
            return .notStarted("no descriptors are left")
        }
        let deadline = ContinuousClock.now + timeout
        var process: pid_t = 0
        var code = start(&process, path, arguments, environment, input: given.reader, errors: said.writer)
        // A program that was just written counts as busy while another process, forked meanwhile, has yet to let go of it.
        for _ in 0..<50 where code == ETXTBSY {
            usleep(10_000)
            code = start(&process, path, arguments, environment, input: given.reader, errors: said.writer)
        }
        given.closeReader()
        said.closeWriter()
        guard code == 0 else { return .notStarted(String(cString: strerror(code))) }
        // A program that does not read its input is judged by its exit code alone.
        var writer = PatientWriter(descriptor: given.writer, patience: timeout)
        _ = writer.write(input)
        given.closeWriter()
        let words = said.text(until: deadline, upTo: maxSaidBytes)
        return end(of: process, by: deadline, said: words)
    }

    private static func start(
        _ process: inout pid_t, _ path: String, _ arguments: [String], _ environment: [String],
        input: Int32, errors: Int32
    ) -> Int32 {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, input, 0)
        posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
        posix_spawn_file_actions_adddup2(&actions, errors, 2)
        posix_spawn_file_actions_addclosefrom_np(&actions, 3)

        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var all = sigset_t()
        sigfillset(&all)
        var none = sigset_t()
        sigemptyset(&none)
        posix_spawnattr_setsigdefault(&attributes, &all)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setpgroup(&attributes, 0)
        let flags = POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK
        posix_spawnattr_setflags(&attributes, Int16(flags))

        var argumentPointers = arguments.map { strdup($0) } + [nil]
        var environmentPointers = environment.map { strdup($0) } + [nil]
        defer { for pointer in argumentPointers + environmentPointers { free(pointer) } }
        return posix_spawn(&process, path, &actions, &attributes, &argumentPointers, &environmentPointers)
    }

    private static func end(of process: pid_t, by deadline: ContinuousClock.Instant, said: String) -> End {
        var status: Int32 = 0
        while waitpid(process, &status, WNOHANG) == 0 {
            guard ContinuousClock.now < deadline else {
                kill(-process, SIGKILL)
                while waitpid(process, &status, 0) < 0, errno == EINTR {}
                return .timedOut
            }
            // Reached only by programs that close standard error and go on.
            usleep(5_000)
        }
        let signal = status & 0x7F
        return signal == 0 ? .exited(status >> 8 & 0xFF, said: said) : .killed(signal: signal)
    }
}

/// A pipe whose ends are closed with it.
private final class Pipe {
    private(set) var reader: Int32
    private(set) var writer: Int32

    init?() {
        var ends: [Int32] = [-1, -1]
        guard pipe2(&ends, O_CLOEXEC) == 0 else { return nil }
        (reader, writer) = (ends[0], ends[1])
    }

    deinit {
        closeReader()
        closeWriter()
    }

    func closeReader() {
        if reader >= 0 { close(reader) }
        reader = -1
    }

    func closeWriter() {
        if writer >= 0 { close(writer) }
        writer = -1
    }

    /// What is written until the last writer is gone or time is up; only the beginning is kept.
    func text(until deadline: ContinuousClock.Instant, upTo limit: Int) -> String {
        var text: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 4096)
        while true {
            let left = (deadline - ContinuousClock.now).components
            let milliseconds = left.seconds * 1_000 + left.attoseconds / 1_000_000_000_000_000
            var entry = pollfd(fd: reader, events: Int16(POLLIN), revents: 0)
            let ready = poll(&entry, 1, Int32(clamping: max(0, milliseconds)))
            if ready < 0, errno == EINTR { continue }
            guard ready > 0 else { break }
            let count = read(reader, &buffer, buffer.count)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { break }
            text += buffer[..<min(count, max(0, limit - text.count))]
        }
        return String(decoding: text, as: UTF8.self).split(whereSeparator: \.isNewline).joined(separator: " ")
    }
}
