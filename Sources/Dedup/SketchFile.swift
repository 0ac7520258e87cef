import Foundation
import Synchronization

/// Sketches of one run in a temporary file that has no name and vanishes with the process.
///
/// For batch work, where no store keeps them: eight bytes of memory a sketch.
package final class SketchFile: Sendable {
    private struct State {
        /// Where each sketch begins, and where the last one ends.
        var offsets: [UInt64] = [0]
        /// What is not yet written.
        var pending: [UInt8] = []
        var written: UInt64 = 0
    }

    private let descriptor: Int32
    private let state = Mutex(State())
    private static let blockSize = 1 << 18

    /// A new file in `folder`. Throws ``SketchFileError`` when it cannot be made.
    package init(in folder: URL = FileManager.default.temporaryDirectory) throws(SketchFileError) {
        var template = Array(folder.appending(path: "wirewatch-XXXXXX").path.utf8CString)
        descriptor = mkstemp(&template)
        guard descriptor >= 0 else { throw .cannotCreate(folder: folder.path, code: errno) }
        unlink(template)
    }

    deinit {
        close(descriptor)
    }

    /// Appends the sketch of the next article; the first one is number 0.
    package func append(_ bytes: [UInt8]) throws(SketchFileError) {
        try state.withLock { (state) throws(SketchFileError) in
            state.pending.append(contentsOf: bytes)
            state.offsets.append(state.written + UInt64(state.pending.count))
            if state.pending.count >= Self.blockSize { try flush(&state) }
        }
    }

    /// The bytes of the sketch appended as the `number`-th; nil when there is none or the file cannot be read.
    package func bytes(of number: Int) -> [UInt8]? {
        state.withLock { state in
            guard number >= 0, number + 1 < state.offsets.count else { return nil }
            let start = state.offsets[number]
            let count = Int(state.offsets[number + 1] - start)
            if start >= state.written {
                let first = Int(start - state.written)
                return Array(state.pending[first..<first + count])
            }
            var isComplete = true
            let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
                filled = max(0, pread(descriptor, buffer.baseAddress, count, off_t(start)))
                isComplete = filled == count
            }
            return isComplete ? bytes : nil
        }
    }

    private func flush(_ state: inout State) throws(SketchFileError) {
        var done = 0
        while done < state.pending.count {
            let count = state.pending.withUnsafeBytes { bytes in
                pwrite(
                    descriptor, bytes.baseAddress?.advanced(by: done), bytes.count - done,
                    off_t(state.written))
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw .cannotWrite(code: errno) }
            done += count
            state.written += UInt64(count)
        }
        state.pending.removeAll(keepingCapacity: true)
    }
}

/// Why sketches cannot be kept; `code` is errno.
package enum SketchFileError: Error, Equatable, CustomStringConvertible {
    case cannotCreate(folder: String, code: Int32)
    case cannotWrite(code: Int32)
    case cannotRead

    package var description: String {
        switch self {
        case .cannotCreate(let folder, let code):
            "no temporary file can be made in \(folder): \(String(cString: strerror(code)))"
        case .cannotRead: "a temporary file cannot be read again"
        case .cannotWrite(let code): "a temporary file cannot be written: \(String(cString: strerror(code)))"
        }
    }
}
