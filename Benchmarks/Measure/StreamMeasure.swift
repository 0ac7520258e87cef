import Archive
import Dedup
import Foundation
import Text

/// A collection of any size, one article after the other through one index: a line of CSV every 20,000 texts, for
/// `Benchmarks/stream-plot`; in the end how long the index takes to save and to read back.
///
/// - Parameter windowDays: days for which texts are compared.
func measureStream(ofArticlesAt path: String, windowDays: Int) throws {
    var options = DedupOptions()
    options.findsQuotes = false
    options.givesReasons = false
    var clustering = try Clustering(folding: Folding(), options: options, windowDays: windowDays)
    let sketcher = clustering.sketcher
    let lines = LineReader(try ByteStream(path: path))
    let residentBefore = residentBytes()
    var spent = 0.0
    var longest = 0.0
    print("texts,seconds,bytes,longest")
    while true {
        var document: CollectionDocument?
        let isThere = try lines.next { line in
            if case .bytes(let bytes) = line { document = try? CollectionDocument(jsonLine: bytes) }
        }
        guard isThere else { break }
        guard let document else { continue }
        let start = processorSeconds()
        _ = try clustering.add(sketcher.sketched(document, keepsText: false))
        let seconds = processorSeconds() - start
        spent += seconds
        longest = max(longest, seconds)
        if clustering.count % 20_000 == 0 {
            print("\(clustering.count),\(spent),\(residentBytes() - residentBefore),\(longest)")
            fflush(nil)
            longest = 0
        }
    }
    let saved = FileManager.default.temporaryDirectory.path + "/measure-\(getpid()).saved"
    defer { try? FileManager.default.removeItem(atPath: saved) }
    let start = ContinuousClock.now
    try clustering.save(to: saved)
    let written = ContinuousClock.now
    _ = try SketchIndex.saved(at: saved, since: nil, sketcher: sketcher, options: options) { _ in nil }
    let size = try FileManager.default.attributesOfItem(atPath: saved)[.size] as? Int ?? 0
    print(
        "# saved index: \(size / 1_000_000) MB, written in \(written - start), read in \(ContinuousClock.now - written)"
    )
}
