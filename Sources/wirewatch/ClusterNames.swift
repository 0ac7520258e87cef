/// The names of a collection's texts, packed: a score of bytes a text, and told when one comes twice.
struct ClusterNames {
    private var bytes: [UInt8] = []
    /// Where each name ends.
    private var ends: [Int] = []
    /// The first name of each hash.
    private var numbers: [Int: UInt32] = [:]

    var count: Int { ends.count }

    subscript(number: Int) -> String { String(decoding: slice(number), as: UTF8.self) }

    /// Gives the name the next number.
    ///
    /// - Returns: false when there is one like it already; then it is not taken.
    mutating func append(_ name: String) -> Bool {
        let hash = name.hashValue
        if let number = numbers[hash] {
            if slice(Int(number)).elementsEqual(name.utf8) { return false }
        } else {
            numbers[hash] = UInt32(truncatingIfNeeded: ends.count)
        }
        bytes += name.utf8
        ends.append(bytes.count)
        return true
    }

    private func slice(_ number: Int) -> ArraySlice<UInt8> {
        bytes[(number == 0 ? 0 : ends[number - 1])..<ends[number]]
    }
}
