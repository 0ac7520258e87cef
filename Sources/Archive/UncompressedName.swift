/// A file's name without the endings that compression adds: `news.jsonl` for `news.jsonl.zst`.
package func uncompressedName(_ name: String) -> String {
    var name = Substring(name)
    for ending in [".gz", ".zst", ".gzip", ".zstd"] where name.lowercased().hasSuffix(ending) {
        name = name.dropLast(ending.count)
        break
    }
    return String(name)
}
