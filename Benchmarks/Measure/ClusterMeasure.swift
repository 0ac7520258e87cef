import Dedup
import Foundation
import Glibc
import Text

/// Texts in memory to clusters, one article after the other.
func measureClusters(ofArticlesAt path: String) throws {
    let lines = try Data(contentsOf: URL(fileURLWithPath: path)).split(separator: UInt8(ascii: "\n"))
    let documents = try lines.map { line in
        try Array(line).withUnsafeBufferPointer { try CollectionDocument(jsonLine: $0) }
    }
    var options = DedupOptions()
    options.findsQuotes = false
    var clustering = try Clustering(folding: Folding(), options: options)
    let residentBefore = residentBytes()
    var longest = 0.0
    var clusters: Set<Int> = []
    let start = processorSeconds()
    for document in documents {
        let begin = processorSeconds()
        _ = try clustering.add(clustering.sketcher.sketched(document, keepsText: false))
        longest = max(longest, processorSeconds() - begin)
    }
    for number in documents.indices { clusters.insert(clustering.cluster(of: number)) }
    let seconds = processorSeconds() - start
    let resident = Double(residentBytes() - residentBefore)
    let byteCount = documents.reduce(0) { $0 + $1.text.count }
    report("articles to clusters", Double(documents.count) / seconds, "articles/s")
    report("bytes to clusters", Double(byteCount) / 1e6 / seconds, "MB/s")
    report("clusters", Double(clusters.count), "clusters")
    report("longest article", longest * 1000, "ms")
    report("resident an article", resident / 1000 / Double(documents.count), "kB")
}

/// Memory of this process that is in RAM.
func residentBytes() -> Int {
    let fields = (try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8))?.split(separator: " ")
    return (fields?.dropFirst().first.flatMap { Int($0) } ?? 0) * sysconf(Int32(_SC_PAGESIZE))
}
