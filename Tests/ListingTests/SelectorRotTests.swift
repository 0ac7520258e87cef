import Listing
import Testing

/// When a listing is said to have rotted.
@Suite struct SelectorRotTests {
    @Test(arguments: [
        (20, [20, 20, 20]), (11, [20, 20, 20]), (40, [20, 20, 20]), (3, [5, 5, 5, 5]), (0, []),
        (0, [20, 20]),
        (0, [0, 0, 0, 20]), (10, [20, 0, 10, 10, 9]),
    ])
    func usualNumbersAreNoNews(found: Int, earlier: [Int]) {
        #expect(selectorRot(found: found, earlier: earlier) == nil)
    }

    @Test(arguments: [
        (0, [20, 20, 20], "lists nothing where it usually lists 20"),
        (0, [1, 0, 2, 0, 1], "lists nothing where it usually lists 1"),
        (10, [20, 0, 0, 20, 21], "lists 10 items where it usually lists 20"),
        (1, [6, 6, 30], "lists 1 items where it usually lists 6"),
        (2, [20, 20, 2, 20, 2], "lists 2 items where it usually lists 20"),
    ])
    func aSuddenLossIsSaid(found: Int, earlier: [Int], says: String) {
        #expect(selectorRot(found: found, earlier: earlier)?.hasPrefix(says) == true)
    }
}
