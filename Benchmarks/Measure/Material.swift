import Foundation

/// The files of a folder, in memory.
struct Material {
    let files: [[UInt8]]
    let names: [String]
    var byteCount: Int { files.reduce(0) { $0 + $1.count } }
    var megabytes: Double { Double(byteCount) / 1e6 }

    init(folder: String) throws {
        let read = try FileManager.default.contentsOfDirectory(atPath: folder).sorted().compactMap { name in
            FileManager.default.contents(atPath: folder + "/" + name).map { (name: name, bytes: Array($0)) }
        }
        files = read.map(\.bytes)
        names = read.map(\.name)
        guard files.contains(where: { !$0.isEmpty }) else { stop("\(folder) holds no files", 66) }
    }
}
