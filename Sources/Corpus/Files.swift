import Glibc

/// Writes all of `bytes`, however many calls it takes.
func write(_ bytes: [UInt8], to file: Int32, path: String) throws(CorpusError) {
    var written = 0
    while written < bytes.count {
        let count = bytes.withUnsafeBytes {
            Glibc.write(file, $0.baseAddress.map { $0 + written }, $0.count - written)
        }
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { throw .failed(action: "write", path: path, code: count < 0 ? errno : ENOSPC) }
        written += count
    }
}

/// Everything in an open regular file of at most ``CorpusFolder/maxFileBytes``.
func contents(of file: Int32, path: String) throws(CorpusError) -> [UInt8] {
    var status = stat()
    guard fstat(file, &status) == 0 else { throw .failed(action: "examine", path: path, code: errno) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw .notAFile(path: path) }
    guard status.st_size <= CorpusFolder.maxFileBytes else {
        throw .tooLarge(path: path, byteCount: Int(status.st_size))
    }
    return try bytes(of: file, from: 0, count: Int(status.st_size), path: path)
}

/// Up to `count` bytes of an open file from `offset`; fewer only when the file ends.
func bytes(of file: Int32, from offset: Int, count: Int, path: String) throws(CorpusError) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: count)
    var filled = 0
    while filled < count {
        let read = bytes.withUnsafeMutableBytes {
            pread(file, $0.baseAddress.map { $0 + filled }, count - filled, off_t(offset + filled))
        }
        if read < 0, errno == EINTR { continue }
        guard read >= 0 else { throw .failed(action: "read", path: path, code: errno) }
        if read == 0 { break }
        filled += read
    }
    bytes.removeSubrange(filled...)
    return bytes
}

/// Creates a folder and its missing parents, each one synced into its parent.
func createFolder(_ path: String) throws(CorpusError) {
    guard mkdir(path, 0o755) != 0 else { return syncParent(of: path) }
    if errno == EEXIST { return }
    guard errno == ENOENT, let slash = path.lastIndex(of: "/"), slash != path.startIndex else {
        throw .failed(action: "create", path: path, code: errno)
    }
    try createFolder(String(path[..<slash]))
    guard mkdir(path, 0o755) == 0 || errno == EEXIST else {
        throw .failed(action: "create", path: path, code: errno)
    }
    syncParent(of: path)
}

/// Best effort: some file systems refuse to sync folders, and a lost empty folder is created again.
private func syncParent(of path: String) {
    let parent = path.lastIndex(of: "/").map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
    let descriptor = open(parent, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
}
