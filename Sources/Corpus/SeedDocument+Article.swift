import Model

extension SeedDocument {
    /// A new article as a file: the day when one is known and believed, the headline, the paragraphs, with one
    /// blank line between any two and no line feed at the end.
    ///
    /// Every paragraph becomes one line. Control characters, bidi controls and byte order marks go; line breaks
    /// and tabs within a paragraph become spaces.
    package init(article: Article) {
        var blocks: [String] = []
        if let title = article.title { blocks.append(plainLine(title)) }
        blocks += article.paragraphs.map(plainLine)
        blocks.removeAll(where: \.isEmpty)
        self.init(
            day: headerDay(of: article.published),
            lines: Array(blocks.map { [$0] }.joined(separator: [""])))
        if lines.isEmpty { lines = [""] }
    }

    /// The document as an article: what an imported file says of itself.
    ///
    /// The publisher's zone is not in the file, so the day stands as midnight of an unnamed zone.
    package var article: Article {
        var article = Article(title: headline, paragraphs: paragraphs)
        if let day {
            article.published = ZonedDate(
                instant: Timestamp(seconds: Int64(day.daysSinceEpoch) * 86_400), precision: .day)
        }
        return article
    }
}

/// The day for the header, in the publisher's zone; nil when the date is vague, doubtful or cannot be written.
private func headerDay(of date: ZonedDate?) -> CivilDay? {
    guard let date, !date.isSuspect, date.precision != .year, date.precision != .month,
        (0...9999).contains(date.day.year)
    else { return nil }
    return date.day
}

/// `text` as one line of plain text, without white space at its ends.
private func plainLine(_ text: String) -> String {
    var line = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
        switch scalar.value {
        case 0x09...0x0D, 0x85, 0x2028, 0x2029: line.append(" ")
        case 0x00...0x1F, 0x7F...0x9F, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF: continue
        default: line.append(scalar)
        }
    }
    return trimmed(String(line))
}
