import Glibc

/// The folder of a corpus, and the only way in.
///
/// A file appears under its name complete and on disk, or not at all: it is written under a temporary name in
/// the same folder, synced, linked to its name without replacing anything, and the folder is synced. Nothing is
/// ever deleted but temporary files and a batch that came to nothing. Safe to use from several threads; numbers are
/// the caller's business.
package final class CorpusFolder: Sendable {
    /// Bound on one file, reading and writing.
    package static let maxFileBytes = 64 << 20
    /// What temporary names start with.
    static let temporaryPrefix = ".filing-"
    /// Files that are open at once while a batch is filed.
    private static let staged = 128

    package let path: String
    /// The folder itself, so that moving it or swapping it for a link cannot divert a write.
    let descriptor: Int32

    /// Opens the folder.
    ///
    /// - Parameter isCreated: whether it and its parents are created when missing; for looking only, they are not.
    package init(path: String, isCreated: Bool = true) throws(CorpusError) {
        if isCreated { try createFolder(path) }
        let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .failed(action: "open", path: path, code: errno) }
        self.path = path
        self.descriptor = descriptor
    }

    deinit { close(descriptor) }

    /// Files a batch: all of it or, when anything fails, none of it.
    ///
    /// A file that is there already with the same bytes is left and counts as filed. The folder is synced once
    /// for 128 files.
    ///
    /// - Returns: the files that were not there already.
    @discardableResult
    package func file(_ batch: [CorpusFile]) throws(CorpusError) -> [CorpusName] {
        var linked: [CorpusName] = []
        do throws(CorpusError) {
            var rest = batch[...]
            while !rest.isEmpty {
                try file(chunk: rest.prefix(Self.staged), linked: &linked)
                rest = rest.dropFirst(Self.staged)
            }
        } catch {
            withdraw(linked)
            throw error
        }
        return linked
    }

    /// Takes back what ``file(_:)`` has just filed, because no decision stands behind it after all.
    package func withdraw(_ names: [CorpusName]) {
        for name in names { unlinkat(descriptor, name.description, 0) }
        fsync(descriptor)
    }

    /// The bytes of one file. Links are not followed.
    package func bytes(of name: CorpusName) throws(CorpusError) -> [UInt8] {
        let path = pathOf(name.description)
        let file = openat(descriptor, name.description, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
        guard file >= 0 else { throw .failed(action: "open", path: path, code: errno) }
        defer { close(file) }
        return try contents(of: file, path: path)
    }

    /// The path of a file of the folder, for messages and alerts.
    package func pathOf(_ name: String) -> String { "\(path)/\(name)" }
}

extension CorpusFolder {
    private func file(chunk: ArraySlice<CorpusFile>, linked: inout [CorpusName]) throws(CorpusError) {
        var open: [(file: Int32, temporary: String)] = []
        defer {
            for (file, temporary) in open {
                close(file)
                unlinkat(descriptor, temporary, 0)
            }
        }
        for entry in chunk {
            guard entry.bytes.count <= Self.maxFileBytes else {
                throw .tooLarge(path: pathOf(entry.name.description), byteCount: entry.bytes.count)
            }
            let temporary = Self.temporaryPrefix + entry.name.description
            let file = try createTemporary(temporary)
            open.append((file, temporary))
            try write(entry.bytes, to: file, path: pathOf(entry.name.description))
        }
        if let failure = syncTogether(open.map(\.file)) {
            let entry = chunk[chunk.startIndex + failure.index]
            throw .failed(action: "sync", path: pathOf(entry.name.description), code: failure.code)
        }
        for (entry, staged) in zip(chunk, open) where try link(staged.temporary, to: entry) {
            linked.append(entry.name)
        }
        guard fsync(descriptor) == 0 else { throw .failed(action: "sync", path: path, code: errno) }
    }

    /// Creates a temporary file; one of the same name can only be left over from a failed removal.
    private func createTemporary(_ name: String) throws(CorpusError) -> Int32 {
        let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
        var file = openat(descriptor, name, flags, 0o644)
        if file < 0, errno == EEXIST {
            unlinkat(descriptor, name, 0)
            file = openat(descriptor, name, flags, 0o644)
        }
        guard file >= 0 else { throw .failed(action: "create", path: pathOf(name), code: errno) }
        return file
    }

    /// - Returns: whether the name is new; false when the same bytes stood there already.
    private func link(_ temporary: String, to entry: CorpusFile) throws(CorpusError) -> Bool {
        if linkat(descriptor, temporary, descriptor, entry.name.description, 0) == 0 { return true }
        let code = errno
        let path = pathOf(entry.name.description)
        guard code == EEXIST else { throw .failed(action: "link", path: path, code: code) }
        guard let present = try? bytes(of: entry.name), present == entry.bytes else {
            throw .occupied(path: path)
        }
        return false
    }
}
