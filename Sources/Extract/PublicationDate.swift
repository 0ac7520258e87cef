import Dates
import Model

/// When the article was published, as far as the page says.
///
/// Machine-readable declarations come first, in the order of how seldom they lie: JSON-LD, `article:published_time` and
/// its relatives, microdata; then a `<time>` near the title, the address, and the visible text around the title. A date
/// of modification is never taken for the publication, nor one that lies in the future.
struct PublicationDate {
    let page: Page
    let linked: LinkedArticle?
    let url: String
    let language: String?
    let dates: DateReader
    let now: Timestamp
    /// Blocks around the title and the beginning of the text.
    let head: Range<Int>
    /// Block of the title, or of the first text; inside ``head`` or at its end.
    let title: Int
    /// Blocks behind the text.
    let tail: Range<Int>

    /// The date of publication and where the page says it. The day is the one in the publisher's own zone where the page
    /// gives it away.
    var found: (date: ZonedDate, place: String)? {
        if let declared { return (inPublishersZone(declared), "declared") }
        if let timed { return (timed, "marked as a date near the title") }
        if let loosely { return (inPublishersZone(loosely), "declared as a date") }
        if let dateInURL { return (dateInURL, "the address") }
        if let visible { return (visible, "the visible text") }
        return modified.map { ($0, "only a modification is declared") }
    }

    /// When it was last changed; only what is declared.
    var modified: ZonedDate? {
        firstBelievable([
            linked?.modified,
            page.marks.value(
                "article:modified_time", "og:updated_time", "datemodified", "last-modified",
                "dcterms.modified"),
        ])
    }

    private var declared: ZonedDate? {
        let marks = page.marks
        // What two other declarations say together outweighs the one in JSON-LD.
        let others = [marks.value("article:published_time"), marks.value("date", "dc.date", "pubdate")]
            .compactMap { $0.flatMap(believable) }
        if let linked = linked?.published.flatMap(believable), others.count == 2,
            others[0].day == others[1].day, others[0].day != linked.day
        {
            return others[0]
        }
        if let date = linked?.published.flatMap(believable) { return date }
        let names = [
            "article:published_time", "og:published_time", "og:article:published_time", "article:published",
            "datepublished", "article.published", "rnews:datepublished", "publish-date", "publishdate",
            "pubdate", "publication_date", "publication-date", "published-date", "published_date",
            "parsely-pub-date", "sailthru.date", "article_date_original", "dc.date.issued",
            "dcterms.issued", "dc.issued", "cxenseparse:recs:publishtime", "uploaddate",
            "citation_publication_date", "citation_online_date", "ptime", "bt:pubdate",
        ]
        return firstBelievable(names.lazy.map { marks.value($0) })
            ?? firstBelievable(
                marks.properties.lazy.filter { $0.name == "datepublished" }.map { value(of: $0.passage) })
    }

    /// Declarations that do not say which date they give.
    private var loosely: ZonedDate? {
        firstBelievable(
            [
                "dc.date", "dcterms.date", "dcterms.created", "dc.created", "published", "date",
                "datecreated", "article.created", "created",
            ]
            .lazy.map { page.marks.value($0) })
    }

    /// A `<time>` or an element named like a date near the title; where there is only one on the page, that one.
    private var timed: ZonedDate? {
        let times = page.marks.times.filter { isOfPublication($0) && !page.isBesideText($0) }
        if let date = firstBelievable(nearest(times).map(value)) { return date }
        let named = page.marks.dates.filter(isOfPublication)
        if let date = firstBelievable(nearest(named).map(value)) { return date }
        let machine = Set(times.compactMap(\.value))
        return times.count <= 2 && machine.count == 1 ? firstBelievable(machine.map { $0 }) : nil
    }

    private func isOfPublication(_ passage: PageMarks.Passage) -> Bool {
        !passage.traits.contains(.modified) && page.isOutsideLists(passage) && !followsWordOfChange(passage)
    }

    /// `Updated <time>…</time>`, on a line that may give the other date too.
    private func followsWordOfChange(_ passage: PageMarks.Passage) -> Bool {
        guard page.blocks.indices.contains(passage.block) else { return false }
        let start = Int(page.blocks[passage.block].start)
        guard start <= passage.range.lowerBound, passage.range.lowerBound - start <= 400 else { return false }
        return SignedDates.lastSign(in: page.text[start..<passage.range.lowerBound].suffix(60)) == .change
    }

    /// The passages around the title, those behind it first.
    private func nearest(_ passages: [PageMarks.Passage]) -> [PageMarks.Passage] {
        let near = passages.filter { head.contains($0.block) }
        return near.filter { $0.block >= title } + near.filter { $0.block < title }.reversed()
    }

    /// A day in the address: `/2026/02/13/`, `/2026-02-13-…`, `/20260213…`.
    private var dateInURL: ZonedDate? {
        dayInAddress(url).flatMap { believable($0.iso) }
    }

    /// A written date near the title, at the beginning of the text, or right behind it. A line that says it was updated
    /// counts only where no other gives a date.
    private var visible: ZonedDate? {
        let behind = Array(title..<max(title, head.upperBound))
        let before = Array((head.lowerBound..<title).reversed())
        return announcedDate(in: behind) ?? visibleDate(in: behind) ?? visibleDate(in: before) ?? dateline
            ?? namedDate
            ?? announcedDate(in: Array(page.blocks.indices))
            ?? visibleDate(in: Array(tail)) ?? visibleDate(in: behind + before + Array(tail), ofUpdates: true)
            ?? lastChange
    }

    /// A date beside a word that says it is the one of publication.
    private func announcedDate(in indices: [Int]) -> ZonedDate? {
        for block in indices.lazy.map({ page.blocks[$0] })
        where block.units <= 500 && !block.isKept && block.verdict != .card {
            let line = page.bytes(of: block)
            guard line.contains(where: isDigit),
                let word = LineTables.publications.firstIndex(in: lowercasedLine(line, limit: 900))
            else { continue }
            let signed = block.units <= 160 ? SignedDates(line).texts(.publication) : []
            if let date = signed.lazy.compactMap(writtenDate).first { return date }
            let place = line.startIndex + word
            let behind = line[place...].prefix(80)
            let before = line[..<place].suffix(60)
            if let date = writtenDate(String(decoding: behind, as: UTF8.self))
                ?? writtenDate(String(decoding: before, as: UTF8.self))
            {
                return date
            }
        }
        return nil
    }

    /// What a page without any other date says at its end of its last change.
    private var lastChange: ZonedDate? {
        for block in page.blocks.suffix(60) where block.units <= 200 {
            let line = page.bytes(of: block)
            guard line.contains(where: isDigit),
                LineTables.updates.occurs(in: lowercasedLine(line, limit: 400))
            else { continue }
            if let date = writtenDate(String(decoding: line, as: UTF8.self)) { return date }
        }
        return nil
    }

    private func visibleDate(in indices: [Int], ofUpdates: Bool = false) -> ZonedDate? {
        for index in indices where page.blocks[index].units <= 160 && page.blocks[index].verdict != .card {
            let line = page.bytes(of: page.blocks[index])
            // Three digits make the least of dates; other scripts have their own.
            guard line.count(where: { isDigit($0) || $0 >= 0x80 }) >= 3 else { continue }
            let dates = SignedDates(line)
            let texts =
                dates.texts(.publication) + dates.texts(.none) + (ofUpdates ? dates.texts(.change) : [])
            if let date = texts.lazy.compactMap(writtenDate).first { return date }
        }
        return nil
    }

    /// `(21. November 2022)` or `27.1.2022 –` at the beginning of the text.
    private var dateline: ZonedDate? {
        for block in page.blocks.lazy.filter({ $0.isKept && $0.isProse }).prefix(2) {
            if let date = writtenDate(String(page.string(of: block).prefix(60))) { return date }
        }
        return nil
    }

    private var namedDate: ZonedDate? {
        for passage in page.marks.dates where isOfPublication(passage) {
            if let text = value(of: passage), let date = writtenDate(text) { return date }
        }
        return nil
    }

    private func writtenDate(_ text: String) -> ZonedDate? {
        dates.firstDate(inVisibleText: text, language: language, now: now)
    }

    /// Gives a date without a zone, or in UTC, the offset that puts it on the day which the address or a line around the
    /// title says, when that is the day before or after.
    private func inPublishersZone(_ date: ZonedDate) -> ZonedDate {
        guard date.offsetSeconds ?? 0 == 0, date.precision == .minute || date.precision == .second else {
            return date
        }
        let lines = head.filter {
            !page.blocks[$0].isProse && !page.blocks[$0].isKept && page.blocks[$0].verdict != .caption
        }
        var written: [ZonedDate] = []
        for line in lines {
            guard let found = visibleDate(in: [line]) else { continue }
            if found.day == date.day { return date }
            written.append(found)
        }
        if let local = written.first(where: { $0.precision == .minute || $0.precision == .second }) {
            let difference = Double(local.instant.seconds - date.instant.seconds) / 900
            if let moved = moved(date, by: Int(difference.rounded()) * 900, to: local.day) { return moved }
        }
        guard let day = dayInAddress(url) ?? dayBeforeYear(inAddress: url) ?? written.first?.day else {
            return date
        }
        let midnight = Int64(day.daysSinceEpoch) * 86_400 - date.instant.seconds
        let least = midnight > 0 ? (midnight + 3599) / 3600 * 3600 : (midnight + 86_399 - 3599) / 3600 * 3600
        return moved(date, by: Int(least), to: day) ?? date
    }

    /// The same instant on `day`, which is the next one or the one before; nil when that takes an impossible offset.
    private func moved(_ date: ZonedDate, by offset: Int, to day: CivilDay) -> ZonedDate? {
        guard abs(day.daysSinceEpoch - date.day.daysSinceEpoch) == 1, abs(offset) <= 14 * 3600 else {
            return nil
        }
        var result = date
        result.offsetSeconds = offset
        return result.day == day ? result : nil
    }

    private func value(of passage: PageMarks.Passage) -> String? {
        if let value = passage.value, !value.isEmpty { return value }
        return passage.range.count <= 200 ? page.string(passage.range) : nil
    }

    private func firstBelievable(_ candidates: some Sequence<String?>) -> ZonedDate? {
        for text in candidates {
            if let text, let date = believable(text) { return date }
        }
        return nil
    }

    /// A date that has a day and a year and does not lie in the future.
    private func believable(_ text: String) -> ZonedDate? {
        guard text.utf8.count <= 200 else { return nil }
        if let date = dates.machineDate(Array(text.utf8), now: now), !date.isSuspect, date.precision != .year,
            date.precision != .month
        {
            return date
        }
        // `2026-02-10T22:06:08:684Z`: what stands behind the seconds is no part of a date.
        if text.utf8.count > 19, text.utf8.dropFirst(10).first == UInt8(ascii: "T"),
            let date = dates.machineDate(Array(text.utf8.prefix(19)), now: now), !date.isSuspect
        {
            return date
        }
        return writtenDate(text)
    }
}

/// The day that an address has in its path.
func dayInAddress(_ url: String) -> CivilDay? {
    // An archive's address ends with the page's own.
    let address = Array(url.utf8)
    let archived = address.indices.last { address[$0...].starts(with: "/http".utf8) }
    let bytes = Array(address[(archived.map { $0 + 5 } ?? 0)...].prefix(2048))
    var index = 8
    while index + 8 <= bytes.count {
        defer { index += 1 }
        guard !isDigit(bytes[index - 1]), let year = number(bytes, index, 4),
            (1990...2100).contains(year)
        else { continue }
        let separator = bytes[index + 4]
        if isDigit(separator) {
            // Fourteen digits are when an archive took its copy.
            let digits = bytes[index...].prefix { isDigit($0) }.count
            guard digits >= 8, digits != 14 else { continue }
            if let month = number(bytes, index + 4, 2), let day = number(bytes, index + 6, 2) {
                let result = CivilDay(year: year, month: month, day: day)
                if result.isValid { return result }
            }
        } else if separator == UInt8(ascii: "/") || separator == UInt8(ascii: "-")
            || separator == UInt8(ascii: "_")
        {
            let monthLength = index + 6 < bytes.count && isDigit(bytes[index + 6]) ? 2 : 1
            let dayStart = index + 5 + monthLength + 1
            guard let month = number(bytes, index + 5, monthLength), dayStart < bytes.count,
                bytes[dayStart - 1] == separator
            else { continue }
            let dayLength = dayStart + 1 < bytes.count && isDigit(bytes[dayStart + 1]) ? 2 : 1
            guard let day = number(bytes, dayStart, dayLength),
                dayStart + dayLength == bytes.count || !isDigit(bytes[dayStart + dayLength])
            else { continue }
            let result = CivilDay(year: year, month: month, day: day)
            if result.isValid { return result }
        }
    }
    return nil
}

/// A day that an address has as eight digits, the year last: `nid13022026`. Numbers of articles look alike, so that it only
/// decides between two days.
private func dayBeforeYear(inAddress url: String) -> CivilDay? {
    let bytes = Array(url.utf8.prefix(2048))
    var index = 0
    while index < bytes.count {
        let digits = bytes[index...].prefix(while: isDigit).count
        if digits == 8, let day = number(bytes, index, 2), let month = number(bytes, index + 2, 2),
            let year = number(bytes, index + 4, 4), (1990...2100).contains(year)
        {
            let result = CivilDay(year: year, month: month, day: day)
            if result.isValid { return result }
        }
        index += max(digits, 1)
    }
    return nil
}

private func number(_ bytes: [UInt8], _ start: Int, _ length: Int) -> Int? {
    guard start + length <= bytes.count else { return nil }
    var value = 0
    for byte in bytes[start..<(start + length)] {
        guard isDigit(byte) else { return nil }
        value = value * 10 + Int(byte - 0x30)
    }
    return value
}
