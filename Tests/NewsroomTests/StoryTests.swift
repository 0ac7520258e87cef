import Model
import Testing

@testable import Newsroom

private let noon = Timestamp(seconds: 1_770_969_600)

/// Every run of `words` words, or of as many characters as make up that many words where there are no spaces.
private func shingles(of text: String, language: String, words width: Int = 5) -> Set<String> {
    let charactersOfFive = ["zh": 8, "ja": 9, "th": 18]
    guard let five = charactersOfFive[language] else {
        let words = text.lowercased().split { $0.isWhitespace || $0.isPunctuation }
        return Set(words.indices.dropLast(width - 1).map { words[$0..<$0 + width].joined(separator: " ") })
    }
    let characters = Array(text.filter { !$0.isWhitespace && !$0.isPunctuation })
    let length = five * width / 5
    return Set(characters.indices.dropLast(length - 1).map { String(characters[$0..<$0 + length]) })
}

@Suite struct StoryTests {
    private let books: [String: Phrasebook]

    init() throws {
        books = try Phrasebook.all()
    }

    private func story(_ number: Int, in language: String, isWatched: Bool = false) throws -> Newsroom.Story {
        var writer = StoryWriter(book: try #require(books[language]), seed: 7, number: number)
        return writer.story(published: noon, isWatched: isWatched)
    }

    @Test func twelveLanguagesHaveTheirOutlets() {
        #expect(books.count >= 12)
        for language in books.keys {
            #expect(Outlet.all.filter { $0.language == language }.count >= 2, "\(language)")
        }
        #expect(Set(Outlet.all.map(\.name)).count == Outlet.all.count)
        #expect(Outlet.all.allSatisfy { books[$0.language] != nil })
        #expect(books.values.allSatisfy { $0.wires.count >= 3 })
    }

    @Test func storiesHaveEightToFifteenSentences() throws {
        for language in books.keys {
            for number in 0..<20 {
                let story = try story(number, in: language, isWatched: number % 2 == 0)
                #expect((8...15).contains(story.paragraphs.joined().count))
                #expect(story.paragraphs.joined().allSatisfy { !$0.contains("{") && !$0.contains("[") })
                #expect(!story.headline.isEmpty && !story.byline.isEmpty)
            }
        }
    }

    @Test(arguments: ["en", "es", "de", "fr", "ru", "tr", "ar", "hi", "zh", "ja", "ko", "th"])
    func differentStoriesAreReallyDifferent(language: String) throws {
        let texts = try (0..<40).map {
            shingles(
                of: try story($0, in: language).paragraphs.joined().joined(separator: " "), language: language
            )
        }
        var shares: [Double] = []
        for (index, text) in texts.enumerated() {
            for other in texts[..<index] {
                let common = text.intersection(other).count
                shares.append(Double(common) / Double(min(text.count, other.count)))
            }
        }
        let (most, mean) = (shares.max() ?? 0, shares.reduce(0, +) / Double(shares.count))
        #expect(most < 0.25, "\(language): \(most), mean \(mean)")
        #expect(mean < 0.05, "\(language): mean \(mean)")
    }

    @Test(arguments: ["en", "es", "de", "fr", "ru", "tr", "ar", "hi", "zh", "ja", "ko", "th"])
    func differentStoriesShareNoLongRun(language: String) throws {
        var runs: [String: Int] = [:]
        var openings: [String: Int] = [:]
        for number in 0..<60 {
            let paragraphs = try story(number, in: language).paragraphs
            let text = paragraphs.joined().joined(separator: " ")
            for run in shingles(of: text, language: language, words: 16) { runs[run, default: 0] += 1 }
            let opening = shingles(of: paragraphs[0].joined(), language: language, words: 13)
            for run in opening { openings[run, default: 0] += 1 }
        }
        let repeated = [runs, openings].flatMap { $0.filter { $0.value > 1 }.keys.sorted() }
        #expect(repeated.isEmpty, "\(repeated.prefix(5))")
    }

    @Test func sameSeedTellsTheSameStory() throws {
        let first = try story(3, in: "ru")
        let again = try story(3, in: "ru")
        #expect(first.paragraphs == again.paragraphs)
        #expect(first.headline == again.headline)
        #expect(try story(4, in: "ru").paragraphs != first.paragraphs)
    }

    @Test func watchedStoriesNameThePersonAndThePlace() throws {
        for (language, book) in books {
            for number in 0..<12 {
                let text = try story(number, in: language, isWatched: true).paragraphs.joined().joined()
                #expect(text.contains(book.watchedPerson), "\(language)")
                #expect(text.contains(book.watchedPlace), "\(language)")
                let plain = try story(number, in: language).paragraphs.joined().joined()
                #expect(!plain.contains(book.watchedPerson))
            }
        }
        #expect(Set(books.values.map(\.watchedPerson)).count >= 8)
    }

    @Test(arguments: Edit.allCases)
    func editsDoWhatTheySay(edit: Edit) throws {
        let story = try story(1, in: "en")
        var generator = SeededGenerator(1)
        let copy = story.copy(for: Outlet.all[0], edit: edit, sentenceGap: " ", using: &generator)
        let original = story.paragraphs.map { $0.joined(separator: " ") }
        let isRetitled = [.retitled, .ownLead, .brief].contains(edit)
        #expect((copy.title != story.headline) == isRetitled)
        #expect((copy.paragraphs[0].hasPrefix(story.dateline)) == ![.creditMoved, .ownLead].contains(edit))
        switch edit {
        case .verbatim, .retitled:
            #expect(copy.paragraphs.dropFirst() == original.dropFirst())
        case .ownLead:
            #expect(copy.paragraphs.count == original.count + 1)
            #expect(copy.paragraphs[1].hasPrefix(story.dateline))
        case .truncated:
            #expect(copy.paragraphs.count < original.count && copy.paragraphs.count >= 3)
        case .brief:
            #expect(copy.paragraphs.count == 2)
        case .reordered:
            #expect(copy.paragraphs.dropFirst() != original.dropFirst())
            #expect(copy.paragraphs.dropFirst().sorted() == original.dropFirst().sorted())
        case .creditMoved:
            #expect(copy.paragraphs == original + [story.creditLine])
        }
    }

    @Test(arguments: [
        "[names]\nfirst: A, B", "", "[body]\nunclosed [choice", "[wires]\n",
    ])
    func incompletePhrasebooksSayWhatIsMissing(text: String) {
        #expect(throws: PhrasebookError.self) { try Phrasebook(language: "xx", text: text) }
    }
}
