import Address
import Archive
import Backfill
import Corpus
import Daemon
import Dates
import Dedup
import Extract
import Fetch
import Foundation
import Model
import Settings
import Store
import Text

/// One of two texts that are compared.
struct ComparedText {
    /// As it was named on the command line.
    var name: String
    var title: String?
    /// Empty when nobody knows.
    var outlet = ""
    /// UTF-8; nil for a copy that was not filed.
    var text: [UInt8]?
    /// Of an article that was considered.
    var entry: LedgerEntry?
    var stored: StoredSketch?

    /// Why a text cannot be had.
    struct Missing: Error, CustomStringConvertible {
        var description: String
    }
}

/// Finds texts by number, path or address.
struct ComparedTexts {
    /// What `compare` knows of the installation; nil without settings, when only files and pages can be compared.
    struct Holdings {
        var settings: WirewatchSettings
        var store: Store
    }

    var archive: Holdings?
    var allowsPrivateAddresses: Bool

    func text(_ name: String) async throws -> ComparedText {
        if let number = UInt32(name) { return try text(number: Int(number)) }
        if name.hasPrefix("http://") || name.hasPrefix("https://") { return try await text(url: name) }
        return try text(path: name)
    }

    private func text(number: Int) throws -> ComparedText {
        guard let archive else {
            throw ComparedText.Missing(
                description: "\(number): numbers need the settings that filed them: --config")
        }
        guard let entry = try archive.store.entry(number: number) else {
            throw ComparedText.Missing(description: "there is no article \(number)")
        }
        var found = ComparedText(name: "\(number)", title: entry.title, outlet: entry.outlet, entry: entry)
        found.stored = try archive.store.sketch(number: number).flatMap { try? StoredSketch(decoding: $0) }
        if let file = entry.file.flatMap({ CorpusName($0) }) {
            let corpus = try CorpusFolder(path: archive.settings.corpus, isCreated: false)
            found.text = try SeedDocument(bytes: corpus.bytes(of: file)).article.comparedText
        } else if found.stored == nil {
            let page = entry.url.map { "; compare \($0) instead" } ?? ""
            throw ComparedText.Missing(
                description: "\(number) was not filed, and what was kept of it has left the window\(page)")
        }
        return found
    }

    private func text(path: String) throws -> ComparedText {
        let bytes: [UInt8]
        do {
            bytes = try (path == "-" ? ByteStream(descriptor: STDIN_FILENO) : ByteStream(path: path))
                .all(limit: 64 << 20)
        } catch {
            throw UnreadableInput(path: path, reason: "cannot be read: \(error)")
        }
        switch OldFile.kind(name: uncompressedName(path), bytes: Array(bytes.prefix(4096))) {
        case .page:
            return try text(page: bytes, contentType: nil, url: "", name: path)
        case .feed, .jsonLines:
            throw UnreadableInput(path: path, reason: "holds many articles; compare takes a text or a page")
        case .seed:
            let decoded = decodedText(of: bytes, contentType: nil, markup: .plain)
            let article = try SeedDocument(bytes: decoded.bytes).article
            return ComparedText(name: path, title: article.title, text: article.comparedText)
        }
    }

    private func text(url: String) async throws -> ComparedText {
        let request = FetchRequest(url: url, allowPrivateAddresses: allowsPrivateAddresses)
        let outcome = await withFetcher(for: archive?.settings.fetch ?? FetchSettings()) { fetcher, _ in
            await fetcher.get(request)
        }
        switch outcome {
        case .body(let page):
            return try text(
                page: page.bytes, contentType: page.head.contentType, url: page.head.url, name: url)
        case .failed(let failure):
            throw ComparedText.Missing(description: "\(safeText(url)): \(failure.reason)")
        case .notModified, .throttled, .gone:
            throw ComparedText.Missing(description: "\(safeText(url)): the server gives no page")
        }
    }

    private func text(page: [UInt8], contentType: String?, url: String, name: String) throws -> ComparedText {
        let extractor = Extractor(dates: DateReader(), languages: LanguageIdentifier())
        let article = try extractor.article(
            from: page, contentType: contentType, url: url, item: nil, rules: ArticleRules(),
            languageHint: nil, now: SystemClock().now
        ).article
        guard !article.text.isEmpty else {
            throw ComparedText.Missing(description: "\(safeText(name)): no article was found on the page")
        }
        let address = article.canonicalURL ?? (url.isEmpty ? nil : url)
        return ComparedText(
            name: name, title: article.title, outlet: address.map { OutletNames().outlet(of: $0) } ?? "",
            text: article.comparedText)
    }
}
