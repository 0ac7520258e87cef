/// Who may transfer now: at most so many at a time, and at most so many of one host; everyone else waits in order.
///
/// A host whose places are taken holds up only its own. Without I/O; the caller starts whom it is told to start.
struct Admission<ID: Hashable> {
    private struct Line {
        /// Places taken, including those promised to transfers in ``Admission/ready``.
        var taken = 0
        var waiting: [ID] = []
    }

    private let limit: Int
    private let limitPerHost: Int
    private var lines: [String: Line] = [:]
    /// Have a place at their host and wait for one in the whole.
    private var ready: [ID] = []
    private var hosts: [ID: String] = [:]
    private var running: Set<ID> = []

    init(limit: Int, limitPerHost: Int) {
        precondition(limit > 0 && limitPerHost > 0)
        self.limit = limit
        self.limitPerHost = limitPerHost
    }

    /// Asks for a place at `host`.
    /// - Returns: those to start now, in order; `id` itself when it need not wait.
    mutating func enter(_ id: ID, host: String) -> [ID] {
        hosts[id] = host
        var line = lines[host] ?? Line()
        if line.taken < limitPerHost {
            line.taken += 1
            ready.append(id)
        } else {
            line.waiting.append(id)
        }
        lines[host] = line
        return admitted()
    }

    /// Gives up the place, or the wait for one.
    /// - Returns: those to start now, in order.
    mutating func leave(_ id: ID) -> [ID] {
        guard let host = hosts.removeValue(forKey: id), var line = lines[host] else { return [] }
        let wasRunning = running.remove(id) != nil
        if !wasRunning, let index = line.waiting.firstIndex(of: id) {
            line.waiting.remove(at: index)
            lines[host] = line
            return []
        }
        if !wasRunning { ready.removeAll { $0 == id } }
        line.taken -= 1
        if !line.waiting.isEmpty {
            line.taken += 1
            ready.append(line.waiting.removeFirst())
        }
        lines[host] = line.taken == 0 ? nil : line
        return admitted()
    }

    private mutating func admitted() -> [ID] {
        guard running.count < limit, !ready.isEmpty else { return [] }
        let started = Array(ready.prefix(limit - running.count))
        ready.removeFirst(started.count)
        running.formUnion(started)
        return started
    }
}
