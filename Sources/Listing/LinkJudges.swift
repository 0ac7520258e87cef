import Address
import Markup

/// Judges which of a page's addresses lead to articles.
struct LinkJudges {
    /// What a link's evidence must come to.
    static let neededScore = 3.0

    struct Judged {
        var score = 0.0
        /// Its address key.
        var key: Substring = ""
        var title = ""
        /// The element that holds this link and no other that may be an article.
        var container = 0
        /// Strongest first.
        var reasons: [String] = []
        var shape: LinkShape
        var isInZone = false
        var isHeadline = false
        /// Whether something speaks against it that no company makes up for: its relation, its host, the text around it.
        var hasObjection = false
        /// Which way it is built into the page.
        var make = 0
        /// Its first element.
        var element = 0
    }

    private(set) var judged: [Judged]
    private let parents: [Int]
    /// Addresses right above those of several links.
    private let sections: Set<Substring>

    init(_ page: borrowing ListingPage, links: [ListedLink], texts: ItemTexts) throws(ListingError) {
        let foreign = Self.foreignHosts(Set(links.map { $0.key.prefix { $0 != "/" } }), url: page.url)
        let shapes = links.map { LinkShape(key: $0.key) }
        let linkUnits = links.map { link in
            link.elements.map { min(300, textUnits(page.text($0).prefix(600))) }.max() ?? 0
        }
        let zones = PageZones(page, weights: Self.weights(page, links, linkUnits))
        let isInZone = links.map { link in link.elements.allSatisfy { zones.reasons[$0] != nil } }
        let places = containers(page, of: links) { place in
            !isInZone[place] && shapes[place].score > -1.5 && linkUnits[place] >= 8
        }
        let makes = links.map { Self.make(page, $0.elements[0]) }
        let company = Dictionary(grouping: makes.indices.filter { !isInZone[$0] }, by: { makes[$0] })
            .mapValues(\.count)
        let plainMakes = links.map { Self.make(page, $0.elements[0], withClasses: false) }
        let makeNumbers = Dictionary(
            plainMakes.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        parents = page.parents
        let above = links.compactMap { link in
            link.key.lastIndex(of: "/").map { link.key[..<$0] }
        }
        sections = Set(Dictionary(above.map { ($0, 1) }, uniquingKeysWith: +).filter { $0.value >= 2 }.keys)
        judged = []
        judged.reserveCapacity(links.count)
        for (place, link) in links.enumerated() {
            var evidence = Evidence()
            let free = link.elements.filter { zones.reasons[$0] == nil }
            let elements = free.isEmpty ? link.elements : free
            let title = try texts.title(page, container: places[place], links: elements) ?? ""
            let titleScore = Self.titleScore(title)
            evidence.add(titleScore)
            evidence.add((shapes[place].score, shapes[place].reason))
            if isInZone[place] { evidence.add((-5, zones.reasons[link.elements[0]] ?? "in the navigation")) }
            evidence.add(Self.relationScore(page, elements))
            if foreign.contains(link.key.prefix { $0 != "/" }) { evidence.add((-2.5, "on another site")) }
            let standing = Self.placeScore(page, elements, texts)
            evidence.add(standing)
            evidence.add(Self.proseScore(page, elements))
            let hasObjection =
                evidence.strongestObjection(besides: titleScore.1) <= -2 || textUnits(title) < 4
            let alike = company[makes[place]] ?? 0
            if !isInZone[place], alike >= 3 { evidence.add((alike >= 8 ? 1.5 : 1, "one of \(alike) alike")) }
            if !isInZone[place], evidence.score > 0, evidence.score < 6,
                try texts.date(page, container: places[place]) != nil
            {
                evidence.add((1, "a date beside it"))
            }
            judged.append(
                Judged(
                    score: evidence.score, key: link.key[...], title: title, container: places[place],
                    reasons: evidence.reasons,
                    shape: shapes[place], isInZone: isInZone[place], isHeadline: standing.0 >= 1.5,
                    hasObjection: hasObjection, make: makeNumbers[plainMakes[place]] ?? 0,
                    element: link.elements[0]))
        }
    }

    /// Looks at addresses of one pattern together, after those that stand out from the articles of the page.
    mutating func considerPatterns() {
        let isAmongArticles = membersOfArticleLists()
        distrustPlainAddresses(except: isAmongArticles)
        for place in judged.indices
        where isAmongArticles[place] && (-1.6..<Self.neededScore).contains(judged[place].score) {
            judged[place].score = Self.neededScore
            judged[place].reasons.insert("+ one of a list of articles", at: 0)
        }
        let patterns = Dictionary(grouping: judged.indices.filter { !judged[$0].isInZone }) {
            judged[$0].shape.pattern
        }
        for places in patterns.values where places.count >= 4 {
            let good = places.count { judged[$0].score >= Self.neededScore }
            for place in places {
                if good * 10 >= places.count * 6, judged[place].score < Self.neededScore,
                    judged[place].score >= 1
                {
                    judged[place].score = Self.neededScore
                    judged[place].reasons.insert("+ most addresses like it are articles", at: 0)
                } else if good * 5 <= places.count, judged[place].score >= Self.neededScore,
                    judged[place].score < 5
                {
                    judged[place].score = Self.neededScore - 0.5
                    judged[place].reasons.insert("− most addresses like it are no articles", at: 0)
                }
            }
        }
    }
}

extension LinkJudges {
    /// Where articles have numbers, dates or many words in their addresses, a link without leads to a section, however
    /// long its name is.
    private mutating func distrustPlainAddresses(except isAmongArticles: [Bool]) {
        let good = judged.indices.filter { judged[$0].score >= Self.neededScore }
        let telling = good.count { judged[$0].shape.score >= 1 }
        guard telling >= 3, telling * 10 >= good.count * 6 else { return }
        for place in good
        where judged[place].shape.score < 1 && judged[place].score < 5.5 && !isAmongArticles[place] {
            judged[place].score = min(judged[place].score - 1.5, Self.neededScore - 0.1)
            judged[place].reasons.insert("− unlike the addresses of the other articles", at: 0)
        }
    }
}

extension LinkJudges {
    /// For each link, whether it is one of a list of articles. A section's name between them is none: it is short and so is
    /// its address, or the addresses of others lie below.
    private func membersOfArticleLists() -> [Bool] {
        let members = judged.map { link in
            LinkGroups.Member(
                element: link.element, make: link.make, score: link.score,
                isTelling: link.shape.score >= 1, isHeadline: link.isHeadline, depth: link.shape.depth)
        }
        let groups = LinkGroups(
            members.indices.filter { !judged[$0].isInZone }.map { members[$0] }, parents: parents)
        return judged.indices.map { place in
            let link = judged[place]
            guard !link.isInZone, !link.hasObjection, !sections.contains(link.key) else { return false }
            if link.shape.score < 0, textUnits(link.title) < (link.shape.depth > 1 ? 10 : 14) { return false }
            return groups.isAmongArticles(members[place])
        }
    }
}

/// Points with their reasons.
private struct Evidence {
    private(set) var score = 0.0
    private var entries: [(points: Double, reason: String)] = []

    mutating func add(_ entry: (points: Double, reason: String)) {
        score += entry.points
        if !entry.reason.isEmpty, entry.points != 0 { entries.append(entry) }
    }

    /// The entry that speaks against it most; zero when none does.
    func strongestObjection(besides reason: String) -> Double {
        entries.filter { $0.reason != reason }.map(\.points).min().map { min(0, $0) } ?? 0
    }

    var reasons: [String] {
        entries.sorted { abs($0.points) > abs($1.points) }.map { "\($0.points > 0 ? "+" : "−") \($0.reason)" }
    }
}

extension LinkJudges {
    private static func titleScore(_ title: String) -> (Double, String) {
        switch textUnits(title) {
        case ..<6: (-3, "next to no text")
        case ..<14: (-1.5, "a short text")
        case ..<20: (0, "")
        case ..<34: (1.5, "a text as long as a headline")
        default: (2.5, "a text as long as a headline")
        }
    }

    /// Hosts of other outlets than the page's.
    private static func foreignHosts(_ hosts: some Sequence<Substring>, url: String) -> Set<Substring> {
        let outlets = OutletNames()
        // Keys lack `www.`, so the page's own host is taken from its key too.
        let own = addressKey(url).map { outlets.outlet(of: "https://\($0)") }
        return Set(hosts.filter { outlets.outlet(of: "https://\($0)/") != own })
    }

    /// What the link says of itself.
    private static func relationScore(_ page: borrowing ListingPage, _ elements: [Int]) -> (Double, String) {
        for element in elements {
            guard let relation = page.attribute("rel", element)?.lowercased() else { continue }
            for word in relation.split(whereSeparator: \.isWhitespace) {
                if ["tag", "author", "prev", "next", "license", "help", "search", "sponsored", "home"]
                    .contains(word)
                {
                    return (-4, "a link marked as \(word)")
                }
            }
        }
        return (0, "")
    }

    private static func placeScore(
        _ page: borrowing ListingPage, _ elements: [Int], _ texts: ItemTexts
    ) -> (Double, String) {
        for element in elements {
            var current = element
            for _ in 0..<3 where current >= 0 {
                if texts.isHeading(page, current) { return (1.5, "a headline") }
                current = page.parents[current]
            }
            for inside in page.descendants(of: element).prefix(60) where texts.isHeading(page, inside) {
                return (1.5, "a headline")
            }
        }
        for element in elements {
            var current = element
            while current >= 0 {
                if page.names[current] == "article" { return (1, "in an article element") }
                if page.names[current] == "aside" { return (-0.5, "beside the main part") }
                current = page.parents[current]
            }
        }
        return (0, "")
    }

    /// A link among the words of a paragraph is a remark, not an item.
    private static func proseScore(_ page: borrowing ListingPage, _ elements: [Int]) -> (Double, String) {
        let isInProse = elements.allSatisfy { element in
            var current = page.parents[element]
            for _ in 0..<3 where current >= 0 {
                if page.names[current] == "p" {
                    let around = textUnits(page.text(current).prefix(2000))
                    return around > 60 && around > 2 * textUnits(page.text(element))
                }
                current = page.parents[current]
            }
            return false
        }
        return isInProse ? (-2.5, "in running text") : (0, "")
    }

    /// Units of long link text inside each element.
    private static func weights(_ page: borrowing ListingPage, _ links: [ListedLink], _ units: [Int]) -> [Int]
    {
        var weights = [Int](repeating: 0, count: page.names.count)
        for (link, units) in zip(links, units) where units >= 20 { weights[link.elements[0]] += units }
        for index in page.names.indices.reversed() where page.parents[index] >= 0 {
            weights[page.parents[index]] += weights[index]
        }
        return weights
    }

    /// How a link is built into the page: the names of the elements around it with the classes that say what they are.
    private static func make(
        _ page: borrowing ListingPage, _ element: Int, withClasses: Bool = true
    ) -> String {
        var parts: [String] = []
        var current = element
        for _ in 0..<5 where current >= 0 && page.names[current] != "body" {
            parts.append(page.names[current])
            defer { current = page.parents[current] }
            guard withClasses else { continue }
            let classes = (page.attribute("class", current) ?? "").utf8.split { $0 <= 0x20 }
            // Classes with figures number things; the first two of the others name them.
            for name in classes.filter({ !$0.contains { (0x30...0x39).contains($0) } }).prefix(2) {
                parts.append("." + String(Substring(name)))
            }
        }
        return parts.joined(separator: " ")
    }
}
