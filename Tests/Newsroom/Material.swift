import Foundation
import Model

/// Invented material for measuring: a thousand papers' feeds, pages and texts, and a stream of articles with copies.
///
/// What it is follows from the seed; only the dates are the caller's.
package struct Material: Sendable {
    /// One paper's printing of a story, in the stream of all.
    package struct StreamedArticle: Sendable, Encodable, Equatable {
        package var id: String
        /// Seconds since 1970.
        package var t: Int64
        package var outlet: String
        package var lang: String
        /// Headline and paragraphs between blank lines.
        package var text: String
    }

    /// How long before the end the first story was published.
    private static let days = 14
    private let seed: UInt64
    private let books: [String: Phrasebook]
    private let papers: [Outlet]
    /// By language, oldest first.
    private let stories: [String: [Story]]

    /// - Parameter storyCount: stories of all languages together.
    /// - Parameter end: when the last of them was published.
    /// - Throws: when the phrasebooks are not where they were built.
    package init(seed: UInt64, paperCount: Int, storyCount: Int, end: Timestamp) throws {
        let books = try Phrasebook.all()
        let languages = books.keys.sorted()
        let storiesEach = max(1, storyCount / languages.count)
        self.seed = seed
        self.books = books
        papers = (0..<paperCount).map { paper($0, language: languages[$0 % languages.count]) }
        stories = books.mapValues { book in
            (0..<storiesEach).map { index in
                let number = index * languages.count + (languages.firstIndex(of: book.language) ?? 0)
                var writer = StoryWriter(book: book, seed: seed, number: number)
                let age = 86_400 * Material.days * (storiesEach - index) / storiesEach
                return writer.story(published: end + .seconds(-age), isWatched: number % 100 == 0)
            }
        }
    }

    /// A paper's feed, as bytes in its charset: between 20 and 80 of its language's stories, newest first.
    package func feed(ofPaper number: Int) -> [UInt8] {
        var generator = SeededGenerator(seed, UInt64(number), 0xFEED)
        let paper = papers[number % papers.count]
        let items = printed(by: paper, count: Int.random(in: 20...80, using: &generator), using: &generator)
        return encoded(Newsroom.feed(of: paper, base: base(of: paper), items: items), in: paper.charset)
    }

    /// A paper's page of one article, with as much around it as real pages carry: most of their bytes are no text.
    package func page(ofPaper number: Int) -> [UInt8] {
        var generator = SeededGenerator(seed, UInt64(number), 0x9A6E)
        let paper = papers[number % papers.count]
        let items = printed(by: paper, count: 40, using: &generator)
        guard let item = items.first, let book = books[paper.language] else { return [] }
        let page = articlePage(
            of: paper, base: base(of: paper), item: item, others: items, furniture: book.furniture)
        return encoded(withBallast(page, of: items, using: &generator), in: paper.charset)
    }

    /// A story as its wire issued it: headline and paragraphs between blank lines.
    package func text(ofStory number: Int) -> String {
        let languages = stories.keys.sorted()
        let all = stories[languages[number % languages.count]] ?? []
        let story = all[number / languages.count % all.count]
        let gap = books[story.language]?.sentenceGap ?? " "
        return ([story.headline] + story.paragraphs.map { $0.joined(separator: gap) }).joined(
            separator: "\n\n")
    }

    /// At most `count` printings of the stories in the order of their times, each story by two to four papers.
    package func articles(_ count: Int) -> [StreamedArticle] {
        var generator = SeededGenerator(seed, 0xA27)
        var articles: [StreamedArticle] = []
        let papersOf = Dictionary(grouping: papers, by: \.language)
        for story in stories.values.joined().sorted(by: { $0.number < $1.number }) {
            guard let book = books[story.language], let papers = papersOf[story.language] else { continue }
            for paper in papers.shuffled(using: &generator).prefix(Int.random(in: 2...4, using: &generator)) {
                guard articles.count < count else { break }
                let copy = story.copy(
                    for: paper, edit: generator.one(of: Edit.allCases), sentenceGap: book.sentenceGap,
                    using: &generator)
                // What extraction leaves behind now and then.
                let leftovers = generator.chance(0.3) ? book.furniture.promotions : []
                let delay = Int64.random(in: 0..<6 * 3600, using: &generator)
                articles.append(
                    StreamedArticle(
                        id: "\(story.number)-\(paper.name)", t: story.published.seconds + delay,
                        outlet: paper.name + ".example", lang: story.language,
                        text: ([copy.title] + copy.paragraphs + leftovers).joined(separator: "\n\n")))
            }
        }
        return articles.sorted { ($0.t, $0.id) < ($1.t, $1.id) }
    }

    /// `count` of the language's stories as `paper` prints them, newest first.
    private func printed(by paper: Outlet, count: Int, using generator: inout SeededGenerator) -> [Printed] {
        guard let stories = stories[paper.language], let book = books[paper.language] else { return [] }
        let chosen = stories.indices.shuffled(using: &generator).prefix(count).sorted(by: >)
        return chosen.map { index in
            let copy = stories[index].copy(
                for: paper, edit: generator.one(of: Edit.allCases), sentenceGap: book.sentenceGap,
                using: &generator)
            return Printed(copy: copy, published: stories[index].published)
        }
    }

    private func base(of paper: Outlet) -> String { "https://www.\(paper.name).example" }
}

/// One of a language's many papers. Two in three feeds carry whole texts; one paper in ten keeps the charset it began
/// with.
private func paper(_ number: Int, language: String) -> Outlet {
    let namesakes = Outlet.all.filter { $0.language == language }
    let round = number / 12
    let formats: [Outlet.Format] = [.fullRSS, .atom, .fullRSS, .rss, .atom, .rdf]
    let namesake = namesakes[round % namesakes.count]
    let old = namesakes.first { $0.charset != "UTF-8" }?.charset ?? "UTF-8"
    return Outlet(
        name: "\(namesake.name)-\(number)", title: "\(namesake.title) \(number)", language: language,
        format: formats[round % formats.count], charset: round % 10 == 9 ? old : "UTF-8")
}

/// A page with a style sheet, a list of teasers and the state of its scripts written into it.
private func withBallast(
    _ page: String, of items: [Printed], using generator: inout SeededGenerator
) -> String {
    let rules = (0..<150).map { number in
        ".c\(number) > .t\(Int.random(in: 0...999, using: &generator)) { margin: 0 \(number % 40)px; "
            + "color: #\(String(Int.random(in: 0x100000...0xFFFFFF, using: &generator), radix: 16)) }"
    }
    let teasers = items.map { item in
        """
        <div class="card"><a class="card-link" href="\(escaped(item.copy.path))"><img src="/t/\(item.copy.story).jpg" \
        alt=""><span class="card-title">\(escaped(item.copy.title))</span></a></div>
        """
    }
    let state = items.map { item in
        "{id:\(item.copy.story),path:\"\(item.copy.path)\",words:\(item.copy.paragraphs.count),"
            + "hash:\"\(String(generator.next(), radix: 16))\(String(generator.next(), radix: 16))\"}"
    }
    let script = "<script>window.state=[" + state.joined(separator: ",") + "]</script>\n"
    return page.replacingOccurrences(
        of: "</head>", with: "<style>\n\(rules.joined(separator: "\n"))\n</style>\n</head>"
    ).replacingOccurrences(
        of: "</main>",
        with: "</main>\n<div class=\"grid\">\n\(teasers.joined(separator: "\n"))\n</div>\n"
            + String(repeating: script, count: 6))
}
