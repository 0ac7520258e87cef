import Corpus
import Dedup
import Foundation
import Model

/// The documents of a collection: lines of a file, or files of a folder.
struct ClusterInput {
    /// There is nothing to read at all.
    struct Unreadable: Error, CustomStringConvertible {
        var path: String
        var why: String
        var description: String { "\(safeText(path)): \(why)" }
    }

    /// Lines and files that were passed over; each was named on standard error.
    private(set) var problemCount = 0
    private let path: String
    private var files: [String]
    private var nextFile = 0
    private let lines: LineReader?
    private var lineNumber = 0
    private let handle: FileHandle?
    private let size: Int

    /// - Parameter path: a file, `-`, or a folder.
    init(path: String) throws(Unreadable) {
        self.path = path
        let attributes = try? FileManager.default.attributesOfItem(atPath: path)
        size = attributes?[.size] as? Int ?? 0
        files = []
        var isFolder: ObjCBool = false
        if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue {
            do {
                files = try FileManager.default.contentsOfDirectory(atPath: path)
                    .filter { $0.hasSuffix(".txt") && !$0.hasPrefix(".") }
                    .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
            } catch {
                throw Unreadable(path: path, why: error.localizedDescription)
            }
            handle = nil
            lines = nil
            return
        }
        guard let handle = path == "-" ? .standardInput : FileHandle(forReadingAtPath: path) else {
            throw Unreadable(path: path, why: "no such file or folder, or it may not be read")
        }
        self.handle = handle
        lines = LineReader(descriptor: handle.fileDescriptor)
    }

    /// What of the collection is read, 0…1; nil when its size is not known.
    var share: Double? {
        if !files.isEmpty { return Double(nextFile) / Double(files.count) }
        guard let lines, size > 0 else { return nil }
        return Double(lines.byteCount) / Double(size)
    }

    /// The next document that can be read.
    mutating func next() throws(Unreadable) -> CollectionDocument? {
        lines == nil ? nextOfFiles() : try nextOfLines()
    }

    private mutating func nextOfLines() throws(Unreadable) -> CollectionDocument? {
        while true {
            var result: Result<CollectionDocument, CollectionError>?
            do {
                guard try readLine(into: &result) else { return nil }
            } catch {
                throw Unreadable(path: path, why: String(cString: strerror(error.code)))
            }
            lineNumber += 1
            switch result {
            case .success(let document): return document
            case .failure(let error): complain("\(safeText(path)):\(lineNumber): \(error)")
            case nil: continue
            }
        }
    }

    /// Leaves `result` nil for a blank line.
    private mutating func readLine(
        into result: inout Result<CollectionDocument, CollectionError>?
    ) throws(LineReaderError) -> Bool {
        try lines?.next { line in
            guard case .bytes(let bytes) = line else {
                let most = LineReader.mostLineBytes >> 20
                result = .failure(CollectionError(offset: 0, wanted: "a line of at most \(most) MB"))
                return
            }
            guard bytes.contains(where: { $0 > 0x20 }) else { return }
            result = Result { () throws(CollectionError) in try CollectionDocument(jsonLine: bytes) }
        } ?? false
    }

    private mutating func nextOfFiles() -> CollectionDocument? {
        while nextFile < files.count {
            let name = files[nextFile]
            nextFile += 1
            guard let data = FileManager.default.contents(atPath: path + "/" + name) else {
                complain("\(safeText(name)): cannot be read")
                continue
            }
            do {
                let seed = try SeedDocument(bytes: Array(data))
                let text = seed.lines.joined(separator: "\n")
                let time = seed.day.map { Int64($0.daysSinceEpoch) * 86_400 }
                return CollectionDocument(id: name, time: time, outlet: nil, text: Array(text.utf8))
            } catch {
                complain("\(safeText(name)): \(error)")
            }
        }
        return nil
    }

    private mutating func complain(_ problem: String) {
        problemCount += 1
        say("wirewatch: \(problem)")
    }
}
