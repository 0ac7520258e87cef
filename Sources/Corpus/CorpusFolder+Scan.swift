import Glibc

/// What lies in a corpus folder.
package struct CorpusScan: Sendable, Equatable {
    /// The files of the corpus, by number, then name.
    package var files: [CorpusName] = []
    /// Temporary files that an interrupted run left.
    package var leftovers: [String] = []
    /// Everything else but the ledger: not ours, left alone.
    package var foreignCount = 0

    /// The highest number present; nil for an empty corpus.
    package var lastNumber: Int? { files.last?.number }

    /// Numbers that more than one file carries, ascending.
    package var repeatedNumbers: [Int] {
        var numbers: [Int] = []
        for (left, right) in zip(files, files.dropFirst())
        where left.number == right.number && numbers.last != left.number {
            numbers.append(left.number)
        }
        return numbers
    }
}

extension CorpusFolder {
    /// Lists the folder. Links, folders and files with other names are counted, not followed.
    ///
    /// - Complexity: one pass over the folder, no file is opened.
    package func scan() throws(CorpusError) -> CorpusScan {
        // A descriptor of its own: reading a folder moves its position and closing the stream closes it.
        let copy = openat(descriptor, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard copy >= 0 else { throw .failed(action: "open", path: path, code: errno) }
        guard let stream = fdopendir(copy) else {
            let code = errno
            close(copy)
            throw .failed(action: "list", path: path, code: code)
        }
        defer { closedir(stream) }
        var scan = CorpusScan()
        while true {
            errno = 0
            guard let entry = readdir(stream) else {
                guard errno == 0 else { throw .failed(action: "list", path: path, code: errno) }
                break
            }
            let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
                String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            add(name, type: Int(entry.pointee.d_type), to: &scan)
        }
        scan.files.sort { ($0.number, $0.description) < ($1.number, $1.description) }
        scan.leftovers.sort()
        return scan
    }

    /// Removes temporary files that an interrupted run left. Only to be called when nobody else files.
    ///
    /// - Returns: how many there were.
    @discardableResult
    package func removeLeftovers() throws(CorpusError) -> Int {
        let leftovers = try scan().leftovers
        for name in leftovers where unlinkat(descriptor, name, 0) != 0 && errno != ENOENT {
            throw .failed(action: "remove", path: pathOf(name), code: errno)
        }
        return leftovers.count
    }

    /// Moves files into another folder, keeping their names: what a crash left here without a record, say.
    ///
    /// Each one is complete and synced there before it goes here, so it is never in neither; nothing there is
    /// replaced. The folders may be on different file systems.
    ///
    /// - Parameter rescue: created when missing.
    package func move(_ names: [CorpusName], to rescue: String) throws(CorpusError) {
        guard !names.isEmpty else { return }
        let other = try CorpusFolder(path: rescue)
        for name in names {
            try other.file([CorpusFile(imported: name, bytes: try bytes(of: name))])
            guard unlinkat(descriptor, name.description, 0) == 0 else {
                throw .failed(action: "remove", path: pathOf(name.description), code: errno)
            }
        }
        guard fsync(descriptor) == 0 else { throw .failed(action: "sync", path: path, code: errno) }
    }

    private func add(_ name: String, type: Int, to scan: inout CorpusScan) {
        if name == "." || name == ".." || name == Ledger.fileName { return }
        let isLeftover = name.hasPrefix(Self.temporaryPrefix)
        let corpusName = isLeftover ? nil : CorpusName(name)
        guard isLeftover || corpusName != nil, isRegularFile(name, type: type) else {
            scan.foreignCount += 1
            return
        }
        if let corpusName {
            scan.files.append(corpusName)
        } else {
            scan.leftovers.append(name)
        }
    }

    /// - Parameter type: from the listing; 0 where the file system does not say.
    private func isRegularFile(_ name: String, type: Int) -> Bool {
        if type != 0 { return type == Int(DT_REG) }
        var status = stat()
        guard fstatat(descriptor, name, &status, AT_SYMLINK_NOFOLLOW) == 0 else { return false }
        return status.st_mode & S_IFMT == S_IFREG
    }
}
