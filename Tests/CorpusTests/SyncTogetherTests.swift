import Foundation
import Glibc
import Testing

@testable import Corpus

@Suite struct SyncTogetherTests {
    @Test(arguments: [0, 1, 2, 40])
    func openFilesAreSynced(count: Int) throws {
        let handles = try (0..<count).map { _ in try openFile() }
        #expect(syncTogether(handles.map(\.fileDescriptor)) == nil)
    }

    /// Of several troubles the first file's is told, whichever thread met which.
    @Test func theFirstFileThatFailsIsTold() throws {
        let handle = try openFile()
        var files = [Int32](repeating: handle.fileDescriptor, count: 40)
        for index in [7, 23, 39] { files[index] = -1 }
        let failure = try #require(syncTogether(files))
        #expect(failure.index == 7 && failure.code == EBADF)
    }

    /// A file that goes with its handle.
    private func openFile() throws -> FileHandle {
        let url = FileManager.default.temporaryDirectory.appending(path: "sync-\(UUID().uuidString)")
        try Data("text".utf8).write(to: url)
        defer { try? FileManager.default.removeItem(at: url) }
        return try FileHandle(forWritingTo: url)
    }
}
