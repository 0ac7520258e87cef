import Archive
import Backfill
import Corpus
import Dedup
import Foundation
import Model
import Text

/// The texts of a collection as they lie on disk: lines of files, and files of folders, compressed or not.
struct ClusterInput {
    /// There is nothing to read at all.
    struct Unreadable: Error, CustomStringConvertible {
        var path: String
        var why: String
        var description: String { "\(safeText(path)): \(why)" }
    }

    /// A text that cannot be read: where, and why.
    struct Problem: Error {
        var text: String
    }

    /// A text before it is parsed.
    struct Raw: Sendable {
        /// The file, as people call it.
        var path: String
        /// From 1; nil for a file that is one text.
        var line: Int?
        /// Of a file that is one text.
        var outlet: String?
        var bytes: [UInt8]
        /// Why the bytes could not be had.
        var problem: String?
    }

    private let root: String
    private let files: [OldFile]
    private var nextFile = 0
    /// The file of lines under way.
    private var lines: LineReader?
    private var lineNumber = 0
    /// Outlets of a corpus's files, by name.
    private let outlets: [String: String]
    private let totalBytes: Int
    private var doneBytes = 0

    /// Bytes of one text file, decompressed.
    private static let mostFileBytes = 64 << 20
    /// Bytes and texts of a batch, about.
    private static let batchBytes = 1 << 20
    private static let batchCount = 64

    /// - Parameter path: a file, `-`, or a folder.
    init(path: String) throws(Unreadable) {
        root = path
        if path == "-" {
            files = []
            outlets = [:]
            totalBytes = 0
            lines = LineReader(ByteStream(descriptor: STDIN_FILENO))
            return
        }
        let found: [OldFile]
        do {
            found = try oldFiles(at: [path])
        } catch {
            throw Unreadable(path: path, why: "no such file or folder")
        }
        var isFolder: ObjCBool = false
        _ = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
        files = isFolder.boolValue ? found.filter { Self.kind(of: $0.path) != nil } : found
        if !isFolder.boolValue, access(path, R_OK) != 0 {
            throw Unreadable(path: path, why: String(cString: strerror(errno)))
        }
        if isFolder.boolValue, files.isEmpty {
            throw Unreadable(path: path, why: "no *.txt, *.md, *.jsonl or *.ndjson in it, compressed or not")
        }
        outlets = isFolder.boolValue ? outletsOfCorpus(at: path) : [:]
        totalBytes = files.reduce(0) { $0 + $1.byteCount }
    }

    /// What of the collection is read, 0…1; nil when its size is not known.
    var share: Double? {
        totalBytes > 0 ? Double(doneBytes + (lines?.byteCount ?? 0)) / Double(totalBytes) : nil
    }

    /// The next texts, in order; empty at the end.
    mutating func nextBatch() -> [Raw] {
        var batch: [Raw] = []
        var byteCount = 0
        while batch.count < Self.batchCount, byteCount < Self.batchBytes, let raw = next() {
            byteCount += raw.bytes.count
            batch.append(raw)
        }
        return batch
    }

    private mutating func next() -> Raw? {
        while true {
            if let lines {
                if let raw = nextLine(of: lines) { return raw }
                self.lines = nil
                if root != "-" { doneBytes += files[nextFile - 1].byteCount }
            }
            guard nextFile < files.count else { return nil }
            let file = files[nextFile]
            nextFile += 1
            do {
                // A single file of whatever name is taken for lines, unless it is called a text.
                if Self.kind(of: file.path) ?? .lines == .lines {
                    lines = LineReader(try ByteStream(path: file.path))
                    lineNumber = 0
                    continue
                }
                doneBytes += file.byteCount
                let bytes = try ByteStream(path: file.path).all(limit: Self.mostFileBytes)
                return raw(file.path, bytes)
            } catch {
                var raw = raw(file.path, [])
                raw.problem = "\(error)"
                return raw
            }
        }
    }

    /// The next line that is not blank.
    private mutating func nextLine(of lines: LineReader) -> Raw? {
        let path = root == "-" ? "-" : files[nextFile - 1].path
        while true {
            lineNumber += 1
            var raw = Raw(path: path, line: lineNumber, bytes: [])
            do {
                let isThere = try lines.next { line in
                    switch line {
                    case .bytes(let bytes): raw.bytes = Array(bytes)
                    case .tooLong: raw.problem = "1: wanted at most \(LineReader.mostLineBytes >> 20) MiB"
                    }
                }
                guard isThere else { return nil }
            } catch {
                // Nothing more can be had of this file; what came before counts.
                self.lines = nil
                if root != "-" { doneBytes += files[nextFile - 1].byteCount }
                raw.problem = " \(error)"
                return raw
            }
            if raw.problem != nil || raw.bytes.contains(where: { $0 > 0x20 }) { return raw }
        }
    }

    private func raw(_ path: String, _ bytes: [UInt8]) -> Raw {
        let name = path.hasPrefix(root + "/") ? String(path.dropFirst(root.count + 1)) : path
        return Raw(path: name, outlet: outlets[name], bytes: bytes)
    }

    private enum Kind {
        case text, lines
    }

    private static func kind(of path: String) -> Kind? {
        let name = uncompressedName(path).lowercased()
        if [".txt", ".text", ".md"].contains(where: name.hasSuffix) { return .text }
        return [".jsonl", ".ndjson"].contains(where: name.hasSuffix) ? .lines : nil
    }
}

extension ClusterInput.Raw {
    /// The document it is.
    func document() throws(ClusterInput.Problem) -> CollectionDocument {
        let place = line.map { "\(safeText(path)):\($0):" } ?? "\(safeText(path)): "
        if let problem { throw ClusterInput.Problem(text: place + problem) }
        do {
            if line != nil {
                return try bytes.withUnsafeBufferPointer { (bytes) throws(CollectionError) in
                    try CollectionDocument(jsonLine: bytes)
                }
            }
            let seed = try SeedDocument(bytes: decodedText(of: bytes, contentType: nil, markup: .plain).bytes)
            let time = seed.day.map { Int64($0.daysSinceEpoch) * 86_400 }
            return CollectionDocument(
                id: path, time: time, outlet: outlet, text: Array(seed.lines.joined(separator: "\n").utf8))
        } catch {
            throw ClusterInput.Problem(text: place + "\(error)")
        }
    }
}

/// Who published each file of a corpus, as its ledger says; nothing for other folders.
private func outletsOfCorpus(at path: String) -> [String: String] {
    var outlets: [String: String] = [:]
    guard var reader = try? LedgerReader(path: path + "/ledger.jsonl") else { return outlets }
    while let line = try? reader.next() {
        if case .entry(let entry) = line, let file = entry.file { outlets[file] = entry.outlet }
    }
    return outlets
}
