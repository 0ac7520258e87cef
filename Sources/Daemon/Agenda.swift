import HeapModule
import Model

/// When which source is due; every source stands in it at most once.
struct Agenda: Sendable {
    private struct Entry: Comparable {
        var time: Timestamp
        /// Insertion order, so that sources due at the same instant keep their order.
        var sequence: Int
        var source: String

        static func < (left: Entry, right: Entry) -> Bool {
            (left.time, left.sequence) < (right.time, right.sequence)
        }
    }

    private var heap = Heap<Entry>()
    /// The valid entry of each source; older ones in the heap are passed over.
    private var sequences: [String: Int] = [:]
    private var lastSequence = 0

    /// Puts the source on the agenda, or moves it.
    mutating func schedule(_ source: String, at time: Timestamp) {
        lastSequence += 1
        sequences[source] = lastSequence
        heap.insert(Entry(time: time, sequence: lastSequence, source: source))
    }

    /// Takes the source off the agenda.
    mutating func remove(_ source: String) {
        sequences[source] = nil
    }

    /// When the next source is due.
    mutating func nextTime() -> Timestamp? {
        while let first = heap.min {
            if sequences[first.source] == first.sequence { return first.time }
            heap.removeMin()
        }
        return nil
    }

    /// Takes the source that has been due the longest off the agenda; nil when none is due.
    mutating func popDue(now: Timestamp) -> String? {
        guard let time = nextTime(), time <= now, let entry = heap.popMin() else { return nil }
        sequences[entry.source] = nil
        return entry.source
    }
}
