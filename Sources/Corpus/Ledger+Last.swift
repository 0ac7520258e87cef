import Glibc
import Model

extension Ledger {
    /// The last decision recorded, found from the end; damaged lines there are passed over. Nil for an empty
    /// ledger, or when none of its last ``maxLineBytes`` bytes can be read as a decision.
    package func lastEntry() throws(CorpusError) -> LedgerEntry? {
        let file = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
        guard file >= 0 else { throw .failed(action: "open", path: path, code: errno) }
        defer { close(file) }
        let size = Int(lseek(file, 0, SEEK_END))
        var length = min(size, 64 << 10)
        while length > 0 {
            var bytes = [UInt8](repeating: 0, count: length)
            let count = bytes.withUnsafeMutableBytes {
                pread(file, $0.baseAddress, $0.count, off_t(size - length))
            }
            guard count == length else { throw .failed(action: "read", path: path, code: errno) }
            // The first piece may be the end of a longer line; then it cannot be read, and more is fetched.
            for line in bytes.split(separator: 0x0A).reversed() {
                if let entry = try? ledgerEntry(fromLine: Array(line)) { return entry }
            }
            guard length < min(size, Self.maxLineBytes) else { return nil }
            length = min(size, length * 8, Self.maxLineBytes)
        }
        return nil
    }
}
