import Model

/// Writes stories that are the same for the same seed and really different from one another: a cast of their own,
/// their own numbers, their own choice of what is told.
struct StoryWriter: Sendable {
    private let book: Phrasebook
    private let number: Int
    private var generator: SeededGenerator
    private var cast: [String: String] = [:]

    init(book: Phrasebook, seed: UInt64, number: Int) {
        self.book = book
        self.number = number
        generator = SeededGenerator(seed, UInt64(number), 0x5709)
        castRoles()
    }

    /// The story, of 8 to 15 sentences.
    mutating func story(published: Timestamp, isWatched: Bool) -> Story {
        let wire = generator.one(of: book.wires)
        cast["wire"] = wire.printed
        let leads = book.leads.shuffled(using: &generator)
        let heads = book.heads.shuffled(using: &generator)
        var sentences = book.body.shuffled(using: &generator)
            .prefix(Int.random(in: 9...13, using: &generator)).map { sentence($0) }
        if isWatched { sentences.insert(sentence(generator.one(of: book.watch)), at: 2) }
        var paragraphs = [[sentence(leads[0])]]
        while !sentences.isEmpty {
            let size = min(sentences.count, Int.random(in: 1...2, using: &generator))
            paragraphs.append(Array(sentences.prefix(size)))
            sentences.removeFirst(size)
        }
        return Story(
            number: number, language: book.language, wire: wire, isWatched: isWatched, published: published,
            headline: sentence(heads[0]), dateline: sentence(book.dateline),
            creditLine: sentence(book.creditLine),
            paragraphs: paragraphs, byline: person(), otherHeadlines: heads.dropFirst().map { sentence($0) },
            otherLeads: leads.dropFirst().map { sentence($0) })
    }

    private mutating func castRoles() {
        let places = book.placeStarts.shuffled(using: &generator)
        cast["A"] = places[0] + generator.one(of: book.placeEnds)
        cast["B"] = places[1] + generator.one(of: book.placeEnds)
        cast["P"] = person()
        cast["Q"] = person()
        cast["W"] = book.watchedPerson
        cast["V"] = book.watchedPlace
        let organisations = book.organisations.shuffled(using: &generator)
        cast["O"] = filled(organisations[0])
        cast["U"] = filled(organisations[1])
        cast["e"] = filled(generator.one(of: book.events))
    }

    private mutating func person() -> String {
        let first = generator.one(of: book.firstNames)
        return first + book.nameJoiner + generator.one(of: book.lastNames)
    }

    private mutating func sentence(_ template: Template) -> String {
        let text = filled(template)
        guard let first = text.first, first.isLowercase else { return text }
        // Turkish has a capital of its own for the dotted letter.
        let capital = book.language == "tr" && first == "i" ? "İ" : first.uppercased()
        return capital + text.dropFirst()
    }

    private mutating func filled(_ template: Template) -> String {
        let (book, cast) = (book, cast)
        return template.filled(using: &generator) { slot, generator in
            switch slot {
            case "n": numeral(Int.random(in: 120...9_900, using: &generator), in: book)
            case "k": numeral(Int.random(in: 3...90, using: &generator), in: book)
            case "y": numeral(Int.random(in: 50...89, using: &generator), in: book)
            case "m": decimal(Int.random(in: 11...990, using: &generator), in: book)
            default: cast[slot] ?? ""
            }
        }
    }
}

private func numeral(_ number: Int, in book: Phrasebook) -> String {
    let digits = number < 1000 ? "\(number)" : "\(number / 1000)\(book.digitGroup)\(padded(number % 1000))"
    return inDigits(digits, of: book)
}

/// `tenths` / 10 with the decimal mark that goes with the language's grouping.
private func decimal(_ tenths: Int, in book: Phrasebook) -> String {
    let mark = [".", "\u{A0}"].contains(book.digitGroup) ? "," : book.hasArabicDigits ? "٫" : "."
    return inDigits("\(tenths / 10)\(mark)\(tenths % 10)", of: book)
}

private func padded(_ number: Int) -> String {
    String(repeating: "0", count: number < 10 ? 2 : number < 100 ? 1 : 0) + "\(number)"
}

private func inDigits(_ text: String, of book: Phrasebook) -> String {
    guard book.hasArabicDigits else { return text }
    let arabic = text.unicodeScalars.map { scalar in
        ("0"..."9").contains(scalar) ? UnicodeScalar(scalar.value - 0x30 + 0x660) ?? scalar : scalar
    }
    var scalars = String.UnicodeScalarView()
    scalars.append(contentsOf: arabic)
    return String(scalars)
}
