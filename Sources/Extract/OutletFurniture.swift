import Model

/// What one outlet repeats on article after article: invitations to subscribe, "read also" lines, notes about the author.
///
/// Lines are known by fingerprints of their letters, so that any language will do. A line counts once a story: pages
/// with the same title or the same text are one story, however many addresses it has, so that what only the copies
/// of a story share is never taken for furniture. A sentence of background, which outlets repeat as long as a matter goes
/// on, has to stand on a great part of all pages.
///
/// Bounded: ``lineLimit`` lines and ``storyLimit`` stories are remembered. What has not been seen for a while is
/// forgotten, so a new design replaces the old one within some forty pages.
package struct OutletFurniture: Sendable, Equatable {
    static let lineLimit = 768
    static let storyLimit = 64
    /// Letters from which a line may be a sentence of the story.
    static let sentenceUnits = 100

    struct Line: Sendable, Equatable {
        var units: UInt16
        /// Different stories that had it, 255 at most.
        var stories: UInt8 = 0
        var sightings: UInt16 = 0
        var firstPage: UInt32
        var lastPage: UInt32
        /// Days since 1970 of its first sighting.
        var firstDay: Int32
        var lastDay: Int32
        /// The last stories that had it, at most three.
        var recent: [UInt32] = []
    }

    struct Story: Sendable, Equatable {
        var id: UInt32
        var title: UInt64
        /// Days since 1970 of its first page.
        var firstDay: Int32
    }

    var lines: [UInt64: Line] = [:]
    var stories: [Story] = []
    /// Articles learned from.
    package internal(set) var pageCount: UInt32 = 0
    var lastStory: UInt32 = 0

    package init() {}

    /// The paragraphs that recur on other articles of the outlet.
    ///
    /// - Returns: indices into `article.paragraphs`; none when they would be all of it.
    package func repeated(in article: Article) -> [Int] {
        let found = article.paragraphs.indices.filter { index in
            lines[fingerprint(of: article.paragraphs[index])].map(isFurniture) ?? false
        }
        return found.count < article.paragraphs.count ? found : []
    }

    /// The article without what its outlet repeats, in the text and at the ends of the title.
    package func cut(_ article: Article) -> Article {
        let repeated = Set(repeated(in: article))
        var article = article
        article.title = article.title.map(cutTitle)
        guard !repeated.isEmpty else { return article }
        article.paragraphs = article.paragraphs.indices.filter { !repeated.contains($0) }
            .map { article.paragraphs[$0] }
        return article
    }

    /// Whether a line stood on so many stories that it belongs to none of them.
    func isFurniture(_ line: Line) -> Bool {
        let pages = pageCount &- line.firstPage + 1
        let share = Double(line.sightings) / Double(max(pages, 1))
        switch line.units {
        case ..<8: return false
        case ..<25: return line.stories >= 5 && share >= 0.1
        case ..<UInt16(Self.sentenceUnits): return line.stories >= 3 && share >= 0.03
        default:
            let isSpread = line.stories >= 8 && line.lastDay - line.firstDay >= 5
            return line.stories >= 5 && share >= 0.3 || isSpread && share >= 0.05
        }
    }
}

extension ExtractedPage {
    /// Cuts from the article what its outlet repeats, and says so in the notes.
    package mutating func cut(_ furniture: OutletFurniture) {
        let lines = Set(furniture.repeated(in: article).map { article.paragraphs[$0].prefix(200) })
        article = furniture.cut(article)
        for index in notes.indices where notes[index].isKept && lines.contains(notes[index].text[...]) {
            notes[index].isKept = false
            notes[index].reason = "recurs on other articles of the outlet"
        }
    }
}

extension OutletFurniture {
    /// Remembers the lines of an article as it was extracted, before anything was cut.
    ///
    /// - Parameter day: days since 1970-01-01.
    /// - Complexity: O(lines remembered) at worst, without regard to how many pages were ever learned from.
    package mutating func learn(_ article: Article, day: Int) {
        let day = Int32(clamping: day)
        var seen: [(key: UInt64, units: Int)] = []
        var keys: Set<UInt64> = []
        for paragraph in article.paragraphs.prefix(400) {
            let key = fingerprint(of: paragraph)
            if keys.insert(key).inserted { seen.append((key, units(of: paragraph))) }
        }
        guard !seen.isEmpty else { return }
        pageCount &+= 1
        let story = story(of: seen, title: article.title.map(fingerprint) ?? 0, day: day)
        // The ends of the title are remembered with the lines, and are no part of what makes two pages one story.
        for (key, units) in seen + (article.title.map(titleKeys) ?? []).map({ (key: $0, units: 0) }) {
            var line =
                lines[key]
                ?? Line(
                    units: UInt16(clamping: units), firstPage: pageCount, lastPage: pageCount, firstDay: day,
                    lastDay: day)
            line.sightings = line.sightings &+ 1 == 0 ? .max : line.sightings + 1
            line.lastPage = pageCount
            line.lastDay = max(line.lastDay, day)
            if !line.recent.contains(story) {
                line.stories = line.stories == .max ? .max : line.stories + 1
                line.recent = (line.recent + [story]).suffix(3)
            }
            lines[key] = line
        }
        forget()
    }

    /// The story a page tells: that of an earlier page with the same title or much of the same text, or a new one.
    private mutating func story(of seen: [(key: UInt64, units: Int)], title: UInt64, day: Int32) -> UInt32 {
        var shared: [UInt32: (units: Int, lines: Int)] = [:]
        var all = 0
        for (key, units) in seen {
            guard let line = lines[key] else {
                all += units
                continue
            }
            if isFurniture(line) { continue }
            all += units
            for story in line.recent {
                shared[story, default: (0, 0)].units += units
                shared[story, default: (0, 0)].lines += 1
            }
        }
        let first = seen.first.flatMap { lines[$0.key] }
        let longest = seen.max { $0.units < $1.units }.flatMap { lines[$0.key] }
        // What is shared for longer than a story lasts is no story's.
        for story in stories.reversed() where day - story.firstDay <= 3 {
            let overlap = shared[story.id] ?? (0, 0)
            let isSame =
                story.title == title && title != 0
                || overlap.units * 2 >= all
                    && [first, longest].allSatisfy { $0?.recent.contains(story.id) ?? false }
                || overlap.units * 5 >= all * 2 && overlap.lines >= 3
            if isSame { return story.id }
        }
        lastStory &+= 1
        stories.append(Story(id: lastStory, title: title, firstDay: day))
        if stories.count > Self.storyLimit { stories.removeFirst(stories.count - Self.storyLimit) }
        return lastStory
    }

    /// Drops lines that are gone from the outlet's pages, and the least useful ones when there are too many.
    private mutating func forget() {
        let page = pageCount
        lines = lines.filter { _, line in
            let absence = page &- line.lastPage
            guard absence > 24 else { return true }
            let rhythm = (line.lastPage &- line.firstPage + 1) / UInt32(max(line.sightings, 1))
            return line.stories >= 2 && absence <= 40 + 4 * rhythm
        }
        guard lines.count > Self.lineLimit else { return }
        let order = lines.sorted {
            (min($0.value.stories, 3), $0.value.lastPage, $0.key)
                > (min($1.value.stories, 3), $1.value.lastPage, $1.key)
        }
        lines = Dictionary(
            order.prefix(Self.lineLimit * 3 / 4).map { ($0.key, $0.value) },
            uniquingKeysWith: { first, _ in first })
    }
}

/// A hash of the line's letters; figures count as one another, so that a count or a clock makes no difference.
func fingerprint(of line: String) -> UInt64 {
    stableHash(
        line.utf8.lazy.compactMap { byte -> UInt8? in
            switch byte {
            case 0x30...0x39: 0x30
            case 0x41...0x5A: byte | 0x20
            case 0x61...0x7A, 0x80...: byte
            default: nil
            }
        })
}

/// Letters of the line; one of a script without spaces counts as two.
private func units(of line: String) -> Int {
    line.unicodeScalars.reduce(0) { $0 + (isSpaceless($1.value) ? 2 : 1) }
}
