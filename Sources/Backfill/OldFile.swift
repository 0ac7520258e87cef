import Corpus
import Foundation

/// A file of old material, and what it holds by its name and first bytes.
package struct OldFile: Sendable, Equatable {
    package enum Kind: String, Sendable {
        /// One article in the seed format.
        case seed
        /// One article a line.
        case jsonLines = "JSON Lines"
        /// A feed or sitemap as a server sent it.
        case feed
        /// An HTML page as a server sent it.
        case page
    }

    package var path: String
    package var byteCount: Int

    /// Recognises what the bytes hold.
    ///
    /// - Parameter name: of the file; its ending decides where the bytes could be either.
    package static func kind(name: String, bytes: [UInt8]) -> Kind {
        let ending = name.split(separator: ".").last.map { $0.lowercased() } ?? ""
        switch ending {
        case "txt": return .seed
        case "jsonl", "ndjson": return .jsonLines
        case "html", "htm", "xhtml": return .page
        case "rss", "atom", "xml", "rdf": return .feed
        default: break
        }
        let start = String(decoding: bytes.prefix(2048), as: UTF8.self).lowercased()
        if start.contains("<!doctype html") || start.contains("<html") { return .page }
        let first = start.unicodeScalars.first { !$0.properties.isWhitespace && $0 != "\u{FEFF}" }
        switch first {
        case "<": return .feed
        // A JSON Feed spreads over lines or names its version; JSON Lines begin with whole objects.
        case "{": return start.contains("jsonfeed.org/version") ? .feed : .jsonLines
        default: return .seed
        }
    }
}

/// What to read, from what was named: files as they are, folders with everything below them by name.
///
/// Hidden files and a corpus's ledger are passed over; links are followed for named inputs only.
///
/// - Throws: ``BackfillError/missing(path:)``.
package func oldFiles(at paths: [String]) throws(BackfillError) -> [OldFile] {
    let manager = FileManager.default
    var files: [OldFile] = []
    for path in paths {
        var isFolder: ObjCBool = false
        guard manager.fileExists(atPath: path, isDirectory: &isFolder) else { throw .missing(path: path) }
        guard isFolder.boolValue else {
            files.append(OldFile(path: path, byteCount: byteCount(of: path)))
            continue
        }
        guard let names = manager.enumerator(atPath: path) else { throw .missing(path: path) }
        var found: [OldFile] = []
        while let name = names.nextObject() as? String {
            let parts = name.split(separator: "/")
            if parts.contains(where: { $0.hasPrefix(".") }) || parts.last == "ledger.jsonl" { continue }
            guard names.fileAttributes?[.type] as? FileAttributeType == .typeRegular else { continue }
            let size = names.fileAttributes?[.size] as? Int ?? 0
            found.append(OldFile(path: "\(path)/\(name)", byteCount: size))
        }
        files += found.map { (order(of: $0.path), $0) }.sorted { $0.0 < $1.0 }.map(\.1)
    }
    return files
}

/// Articles of a corpus come by their number, which grows past its three digits; everything else by its name.
private func order(of path: String) -> (Int, String) {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    return (CorpusName(name)?.number ?? .max, path)
}

private func byteCount(of path: String) -> Int {
    let attributes = try? FileManager.default.attributesOfItem(atPath: path)
    return attributes?[.size] as? Int ?? 0
}

/// Why an input could not be read.
package enum BackfillError: Error, Equatable, CustomStringConvertible {
    case missing(path: String)
    case tooLarge(path: String, bytes: Int)
    case unreadable(path: String, reason: String)

    package var description: String {
        switch self {
        case .missing(let path): "\(path): no such file or folder"
        case .tooLarge(let path, let bytes): "\(path): \(bytes) bytes; one file may have 256 MiB"
        case .unreadable(let path, let reason): "\(path): \(reason)"
        }
    }
}
