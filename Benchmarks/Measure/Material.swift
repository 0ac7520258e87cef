import Foundation

/// The files of a folder, in memory.
struct Material {
    let files: [[UInt8]]
    var byteCount: Int { files.reduce(0) { $0 + $1.count } }
    var megabytes: Double { Double(byteCount) / 1e6 }

    init(folder: String) throws {
        files = try FileManager.default.contentsOfDirectory(atPath: folder).sorted().compactMap { name in
            FileManager.default.contents(atPath: folder + "/" + name).map(Array.init)
        }
        guard files.contains(where: { !$0.isEmpty }) else { stop("\(folder) holds no files", 66) }
    }
}
