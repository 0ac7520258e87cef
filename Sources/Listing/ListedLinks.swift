import Address

/// All links of a page to one address.
struct ListedLink {
    /// Its address key.
    var key: String
    /// As it was written first, made absolute.
    var url: String
    /// The link elements, in document order.
    var elements: [Int]
}

/// The links of a page by address, in the order in which each address comes first.
struct ListedLinks {
    /// Addresses looked at on one page.
    static let limit = 5000

    private(set) var links: [ListedLink] = []
    private(set) var isCut = false
    private var places: [String: Int] = [:]

    /// - Parameter url: the absolute address that an element leads to.
    /// - Parameter ownKey: the page's own address key; links to it are left out.
    mutating func add(_ url: String, element: Int, except ownKey: String? = nil) {
        guard let key = addressKey(url), key != ownKey else { return }
        if let place = places[key] {
            links[place].elements.append(element)
        } else if links.count < Self.limit {
            places[key] = links.count
            links.append(ListedLink(key: key, url: url, elements: [element]))
        } else {
            isCut = true
        }
    }
}

/// For each link, the largest element around it that holds no other link of the list.
///
/// - Parameter isCounted: whether a link stands for an item; others may share its element.
/// - Returns: an element for each link; the first link element itself where others are all around.
func containers(
    _ page: borrowing ListingPage, of links: [ListedLink], isCounted: (Int) -> Bool
) -> [Int] {
    // Of the links inside each element the lowest and the highest place: equal means one link only.
    var lowest = [Int](repeating: Int.max, count: page.names.count)
    var highest = [Int](repeating: -1, count: page.names.count)
    for (place, link) in links.enumerated() where isCounted(place) {
        for element in link.elements {
            lowest[element] = min(lowest[element], place)
            highest[element] = max(highest[element], place)
        }
    }
    for index in page.names.indices.reversed() where page.parents[index] >= 0 {
        let parent = page.parents[index]
        lowest[parent] = min(lowest[parent], lowest[index])
        highest[parent] = max(highest[parent], highest[index])
    }
    return links.indices.map { place in
        let best = links[place].elements.map { element in
            var container = element
            var levels = 0
            while levels < 12 {
                let parent = page.parents[container]
                guard parent >= 0, lowest[parent] >= place, highest[parent] <= place,
                    page.names[parent] != "body",
                    page.names[parent] != "html"
                else { break }
                container = parent
                levels += 1
            }
            return container
        }
        // The link in the largest element: a picture may be linked elsewhere too.
        return best.max { page.ends[$0] - $0 < page.ends[$1] - $1 } ?? 0
    }
}
