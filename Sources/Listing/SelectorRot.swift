/// What to say when a listing page suddenly gives nothing, or half of what it usually gives: it was rebuilt, and its
/// selectors, or what recognises its links, no longer fit.
///
/// - Parameter found: items of this poll.
/// - Parameter earlier: items of the polls before it, oldest first; zeros, of unchanged answers, say nothing.
/// - Returns: nil when the number is as usual, or when too little is known of what is usual.
package func selectorRot(found: Int, earlier: [Int]) -> String? {
    let listed = earlier.filter { $0 > 0 }.sorted()
    guard listed.count >= 3 else { return nil }
    let usual = listed[listed.count / 2]
    // Short lists halve by themselves.
    guard found == 0 || usual >= 6, found * 2 <= usual else { return nil }
    return "lists \(found == 0 ? "nothing" : "\(found) items") where it usually lists \(usual): "
        + "the page was rebuilt or its selectors no longer fit (see wirewatch inspect listing)"
}
