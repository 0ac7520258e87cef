import Synchronization

/// What became of a batch of lines.
struct StreamOutcome: Sendable, Equatable {
    /// Lines that went out whole, from the first.
    var written: Int
    /// Why the next one did not; nil when all did.
    var problem: String?
}

/// Whole lines to a descriptor; remembers the rest of a line that was only half taken.
final class LineStream: Sendable {
    private let descriptor: Int32
    private let patience: Duration
    private let rest = Mutex<[UInt8]>([])

    init(descriptor: Int32, patience: Duration) {
        self.descriptor = descriptor
        self.patience = patience
    }

    /// Writes the lines with a line feed behind each. Blocks for at most the stream's patience.
    func write(_ lines: [String]) -> StreamOutcome {
        rest.withLock { rest in
            var writer = PatientWriter(descriptor: descriptor, patience: patience)
            if let problem = writer.write(rest) {
                rest.removeFirst(writer.takenBytes)
                return StreamOutcome(written: 0, problem: problem)
            }
            rest = []
            for (index, line) in lines.enumerated() {
                let bytes = Array(line.utf8) + [0x0A]
                guard let problem = writer.write(bytes) else { continue }
                // A line of which nothing went out is the caller's to bring again, not ours to finish.
                rest = writer.takenBytes == 0 ? [] : Array(bytes.dropFirst(writer.takenBytes))
                return StreamOutcome(written: index, problem: problem)
            }
            return StreamOutcome(written: lines.count)
        }
    }
}
