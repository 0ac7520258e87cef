/// The key that was probably meant: the nearest by edits, if it is near enough to be a slip.
///
/// - Returns: nil when every key is more than a third of its length away.
func nearest(to written: String, among keys: [String]) -> String? {
    let folded = Array(written.lowercased().unicodeScalars.prefix(100))
    let distances = keys.map { key in
        (key: key, edits: edits(from: folded, to: Array(key.lowercased().unicodeScalars)))
    }
    guard let best = distances.min(by: { $0.edits < $1.edits }) else { return nil }
    return best.edits <= max(1, best.key.unicodeScalars.count / 3) ? best.key : nil
}

/// Insertions, deletions, replacements and swaps of neighbours that turn one into the other.
///
/// Optimal string alignment distance, O(n·m).
private func edits(from left: [Unicode.Scalar], to right: [Unicode.Scalar]) -> Int {
    if left.isEmpty || right.isEmpty { return max(left.count, right.count) }
    var older: [Int] = []
    var previous = Array(0...right.count)
    for row in 1...left.count {
        var current = [row]
        for column in 1...right.count {
            let isSame = left[row - 1] == right[column - 1]
            var best = min(
                previous[column] + 1, current[column - 1] + 1, previous[column - 1] + (isSame ? 0 : 1))
            if row > 1, column > 1, left[row - 1] == right[column - 2], left[row - 2] == right[column - 1] {
                best = min(best, older[column - 2] + 1)
            }
            current.append(best)
        }
        older = previous
        previous = current
    }
    return previous[right.count]
}
