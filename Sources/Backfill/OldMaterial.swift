import Address
import Archive
import Corpus
import Daemon
import Dates
import Extract
import Feed
import Fetch
import Foundation
import Model
import Text

/// Reads files of old material into articles. Nothing is fetched.
struct OldMaterial: Sendable {
    /// Bound on one file, which is read whole, but for JSON Lines.
    static let maxFileBytes = 256 << 20

    var stages: Stages
    var languages: LanguageIdentifier
    /// Given for all of the material; otherwise what each article says.
    var outlet: String?
    var language: String?
    var clock: any WallClock

    /// Calls `body` for each article of the file.
    ///
    /// - Parameter problem: told of every part that cannot be read: where, and why.
    func forEachArticle(
        in file: OldFile, problem: (String) -> Void, body: (OldArticle) async throws -> Void
    ) async throws {
        let start = try read(file) { (stream) throws(ArchiveError) in try stream.start(limit: 4096) }
        switch OldFile.kind(name: uncompressedName(file.path), bytes: start) {
        case .jsonLines:
            try await forEachLine(of: file, problem: problem, body: body)
        case .seed:
            try await body(seed(in: bytes(of: file), path: file.path))
        case .page:
            try await body(page(in: bytes(of: file), path: file.path))
        case .feed:
            for article in try articles(inFeed: bytes(of: file), path: file.path) { try await body(article) }
        }
    }

    private func bytes(of file: OldFile) throws(BackfillError) -> [UInt8] {
        guard file.byteCount <= Self.maxFileBytes else {
            throw .tooLarge(path: file.path, bytes: file.byteCount)
        }
        return try read(file) { (stream) throws(ArchiveError) in try stream.all(limit: Self.maxFileBytes) }
    }

    /// What `body` reads of the file, decompressed where that is needed.
    private func read<Value>(
        _ file: OldFile, _ body: (ByteStream) throws(ArchiveError) -> Value
    ) throws(BackfillError) -> Value {
        do {
            return try body(ByteStream(path: file.path))
        } catch {
            throw .unreadable(path: file.path, reason: "\(error)")
        }
    }

    // MARK: - Seed format

    private func seed(in bytes: [UInt8], path: String) throws -> OldArticle {
        guard bytes.count <= CorpusFolder.maxFileBytes else {
            throw BackfillError.tooLarge(path: path, bytes: bytes.count)
        }
        let document = try SeedDocument(bytes: bytes)
        var article = document.article
        article.wire = wireCredit(title: article.title, byline: nil, paragraphs: article.paragraphs)
        article.language = language(of: article)
        let fileName = String(path.split(separator: "/").last ?? "")
        let imported = CorpusName(fileName).map { Submission.ImportedFile(name: $0, bytes: bytes) }
        return OldArticle(
            key: digest(of: bytes), article: article, url: nil, outlet: outlet ?? "", source: "backfill",
            importedFile: imported)
    }

    // MARK: - JSON Lines

    private func forEachLine(
        of file: OldFile, problem: (String) -> Void, body: (OldArticle) async throws -> Void
    ) async throws {
        let lines = try read(file) { (stream) throws(ArchiveError) in LineReader(stream) }
        let decoder = JSONDecoder()
        var number = 0
        while let line = try line(of: lines, path: file.path) {
            number += 1
            guard let line else {
                problem("\(file.path):\(number): more than \(LineReader.mostLineBytes >> 20) MiB")
                continue
            }
            if line.allSatisfy({ $0 == 0x20 || $0 == 0x0D || $0 == 0x09 }) { continue }
            do {
                let old = try decoder.decode(OldLine.self, from: Data(line))
                let article = article(in: old, line: line)
                if article.article.published == nil, let written = old.writtenDate {
                    problem(
                        "\(file.path):\(number): the date \"\(written)\" cannot be read; filed without one")
                }
                try await body(article)
            } catch let error as DecodingError {
                problem("\(file.path):\(number): \(reason(of: error))")
            }
        }
    }

    /// The next line, `.some(nil)` for one that is too long, nil at the end.
    private func line(of lines: LineReader, path: String) throws(BackfillError) -> [UInt8]?? {
        var line: [UInt8]?
        do {
            let isThere = try lines.next { if case .bytes(let bytes) = $0 { line = Array(bytes) } }
            return isThere ? .some(line) : nil
        } catch {
            throw .unreadable(path: path, reason: "\(error)")
        }
    }

    private func article(in line: OldLine, line bytes: [UInt8]) -> OldArticle {
        let paragraphs = line.text.split(whereSeparator: \.isNewline)
            .map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
        var article = Article(title: line.title, paragraphs: paragraphs)
        article.byline = line.byline ?? line.author
        if let seconds = line.t, seconds.magnitude < 1e11 {
            article.published = ZonedDate(instant: Timestamp(milliseconds: Int64(seconds * 1000)))
        } else if let written = line.published ?? line.date {
            article.published = stages.dates.date(
                in: written, language: line.language ?? line.lang, now: clock.now)
        }
        article.wire = wireCredit(title: article.title, byline: article.byline, paragraphs: paragraphs)
        article.language = language(of: article, hint: line.language ?? line.lang)
        article.canonicalURL = line.url.flatMap(canonicalURL)
        let outlet = outlet ?? line.outlet ?? line.url.map { stages.outlets.outlet(of: $0) } ?? ""
        return OldArticle(
            key: digest(of: bytes), article: article, url: line.url, outlet: outlet,
            source: line.source ?? "backfill")
    }

    private func reason(of error: DecodingError) -> String {
        switch error {
        case .keyNotFound(let key, _): "has no \"\(key.stringValue)\""
        case .typeMismatch(_, let context) where !context.codingPath.isEmpty,
            .valueNotFound(_, let context) where !context.codingPath.isEmpty:
            "\"\(context.codingPath.map(\.stringValue).joined(separator: "."))\" is not a string"
        default: "is not a JSON object"
        }
    }

    // MARK: - Saved feeds and pages

    private func articles(inFeed bytes: [UInt8], path: String) throws -> [OldArticle] {
        let feed = try parsedFeed(bytes, contentType: nil, url: nil, dates: stages.dates, now: clock.now)
        var source = Source(name: feed.title ?? path, kind: .feed, url: feed.link ?? "")
        source.language = language ?? feed.language
        return feed.items.compactMap { item in
            guard var article = stages.articleInFeed(item, of: source) else { return nil }
            article.title = article.title ?? item.title
            article.published = article.published ?? item.published
            let outlet = outlet ?? (item.link ?? feed.link).map { stages.outlets.outlet(of: $0) } ?? ""
            return OldArticle(
                key: "\(item.key) \(digest(of: Array(article.text.utf8)))", article: article, url: item.link,
                outlet: outlet, source: source.name)
        }
    }

    private func page(in bytes: [UInt8], path: String) throws -> OldArticle {
        let article = try stages.extractor.article(
            from: bytes, contentType: nil, url: "", item: nil, rules: ArticleRules(), languageHint: language,
            now: clock.now
        ).article
        let url = article.canonicalURL
        let outlet = outlet ?? url.map { stages.outlets.outlet(of: $0) } ?? ""
        var old = OldArticle(
            key: url ?? digest(of: bytes), article: article, url: url, outlet: outlet, source: "backfill")
        old.isPage = true
        return old
    }

    private func language(of article: Article, hint: String? = nil) -> String? {
        let code = languages.language(of: article.text, hint: hint ?? language).code
        return code == "und" ? nil : code
    }
}
