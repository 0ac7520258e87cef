import Address
import Extract
import Fetch
import Model
import Schedule
import Store

/// One item to fetch and extract.
struct Errand: Sendable {
    var item: Item
    /// What the item will be known by.
    var record: ItemRecord
    /// Attempts that failed at earlier polls.
    var attempts: Int
    /// The number of the version we have, when the item claims to have changed since.
    var earlierNumber: Int?
}

/// What an errand brought.
enum ErrandResult: Sendable {
    /// An article, and what its page gave when it has one.
    case article(Article, url: String?, page: ExtractionHistory.Sample?)
    /// There is nothing to file, and there will not be.
    case skipped(reason: String)
    /// The page may be had later.
    case later(problem: String)
    /// The server of the pages asks to be left alone, until then if it said so.
    case throttled(until: Timestamp?)
}

extension ErrandResult {
    /// What the page gave, for the source's history.
    var sample: ExtractionHistory.Sample? {
        if case .article(_, _, let sample) = self { return sample }
        return nil
    }
}

extension Pipeline {
    /// Attempts to get a page before the item's own words have to do.
    static let maxAttempts = 4

    /// What has to be fetched: waiting items first, then new and changed ones, the oldest first.
    func errands(for items: [Item], of source: Source) throws -> [Errand] {
        let items = distinguished(items)
        let waiting = try store.pendingItems(of: source.name)
        let isWaiting = Set(waiting.map(\.item.key))
        // By other names, of a feed that makes up its ids anew each time.
        let waitingTwins = Set(waiting.compactMap { errand(for: $0.item, source: source).record.nameless })
        let statuses = try store.statuses(of: items, source: source.name)
        // A link that several items share, such as the front page's, tells none of them apart.
        let links = Dictionary(items.compactMap { item in item.link.map { ($0, 1) } }, uniquingKeysWith: +)
        func isShared(_ link: String?) -> Bool { link.flatMap { links[$0] }.map { $0 > 1 } ?? false }
        var errands: [Errand] = []
        var keys: Set<String> = []
        for (item, status) in zip(items, statuses).reversed()
        where status != .known && !isWaiting.contains(item.key) && keys.insert(item.key).inserted {
            var errand = errand(for: item, source: source)
            if isShared(item.link) { errand.record.address = nil }
            if case .updated(let number) = status { errand.earlierNumber = number }
            if let nameless = errand.record.nameless, waitingTwins.contains(nameless) { continue }
            errands.append(errand)
        }
        let known = try store.adoptByAddress(errands.filter { $0.earlierNumber == nil }.map(\.record))
        errands.removeAll { known.contains($0.record.key) }
        // What waits is looked at as the feed has it now: the first time it may have been cut off.
        let listed = Dictionary(items.map { ($0.key, $0) }) { first, _ in first }
        let again = waiting.map { pending in
            let item = listed[pending.item.key] ?? pending.item
            var errand = errand(for: item, source: source)
            if isShared(item.link) { errand.record.address = nil }
            (errand.attempts, errand.earlierNumber) = (pending.attempts, pending.earlierNumber)
            return errand
        }
        return again + errands
    }

    /// Whether none of the items is known by its key, nor waits.
    func areAllNew(_ items: [Item], of source: Source) throws(StoreError) -> Bool {
        let items = distinguished(items)
        guard try store.statuses(of: items, source: source.name).allSatisfy({ $0 == .new }) else {
            return false
        }
        let waiting = Set(try store.pendingItems(of: source.name).map(\.item.key))
        return !items.contains { waiting.contains($0.key) }
    }

    /// Whether items that are all new by their keys are mostly known by address, title and date: the feed makes up its ids anew
    /// each time. They are known by the new keys then.
    func recogniseRenamed(_ items: [Item], of source: Source) throws(StoreError) -> Bool {
        let items = distinguished(items)
        let atLeast = max(3, (items.count + 1) / 2)
        guard items.count >= atLeast else { return false }
        let records = items.map { errand(for: $0, source: source).record }
        let addresses = Dictionary(records.map { ($0.address, 1) }, uniquingKeysWith: +)
        return try store.rename(records.filter { addresses[$0.address] == 1 }, minimum: atLeast) > 0
    }

    /// Items whose keys are the same though their titles differ get keys of their own: none of them is to be lost.
    private func distinguished(_ items: [Item]) -> [Item] {
        let counts = Dictionary(items.map { ($0.key, 1) }, uniquingKeysWith: +)
        guard counts.count < items.count else { return items }
        return items.map { item in
            guard counts[item.key] != 1, let title = item.title else { return item }
            var item = item
            item.key += " " + title
            return item
        }
    }

    private func errand(for item: Item, source: Source) -> Errand {
        let address =
            item.link.flatMap { addressKey($0) }.flatMap { $0.hasSuffix("/") ? nil : $0 }
            ?? ownAddress(item, source)
        let record = ItemRecord(
            source: source.name, key: item.key, address: address, updated: item.updated?.instant,
            twin: twin(of: item))
        return Errand(item: item, record: record, attempts: 0, earlierNumber: nil)
    }

    /// What tells an item without a link from all others, whatever its id.
    private func ownAddress(_ item: Item, _ source: Source) -> String? {
        item.link == nil && item.published != nil ? twin(of: item).map { "\(source.name) \($0)" } : nil
    }

    /// Date and title, by which an item is known again under another id.
    private func twin(of item: Item) -> String? {
        item.title.map { "\(item.published?.instant.milliseconds ?? 0) \($0)" }
    }

    /// Runs the errands side by side; results in their order.
    func results(of errands: [Errand], source: Source) async -> [ErrandResult] {
        await withTaskGroup(of: (Int, ErrandResult).self) { group in
            for (index, errand) in errands.enumerated() {
                group.addTask { (index, await result(of: errand, source: source)) }
            }
            var results = [ErrandResult](repeating: .later(problem: "cancelled"), count: errands.count)
            for await (index, result) in group { results[index] = result }
            return results
        }
    }

    private func result(of errand: Errand, source: Source) async -> ErrandResult {
        guard source.fullText, let link = errand.item.link else {
            return ownText(of: errand, source: source, otherwise: "the item has neither a link nor a text")
        }
        switch await fetcher.get(pageRequest(link, of: source)) {
        case .body(let page):
            do {
                let (article, sample) = try stages.article(
                    on: page, for: errand.item, of: source, now: clock.now)
                // Where it was found in the end: feeds love counters that redirect.
                return .article(article, url: page.head.url, page: sample)
            } catch {
                let isForNow = if case ExtractError.empty = error { true } else { false }
                return ownText(of: errand, source: source, otherwise: "\(error)", isFinal: !isForNow)
            }
        case .gone:
            return ownText(
                of: errand, source: source, otherwise: "the page was removed (410)", isFinal: true)
        case .notModified:
            return .later(problem: "the server sent no page (304)")
        case .throttled(let until):
            return .throttled(until: until)
        case .failed(let failure):
            // A page may be announced before it is there, so even a 404 gets a second chance.
            let isRefused = failure.status.map { (400..<500).contains($0) && $0 != 408 } ?? false
            if errand.attempts + 1 >= (isRefused ? 2 : Pipeline.maxAttempts) {
                return ownText(of: errand, source: source, otherwise: failure.reason, isFinal: true)
            }
            return .later(problem: failure.reason)
        }
    }

    /// The text that the feed itself carries, or the reason why there is nothing; for good after the last attempt.
    private func ownText(
        of errand: Errand, source: Source, otherwise reason: String, isFinal: Bool = false
    ) -> ErrandResult {
        if let article = stages.articleInFeed(errand.item, of: source) {
            return .article(article, url: errand.item.link, page: nil)
        }
        return isFinal ? .skipped(reason: reason) : nothing(of: errand, reason: reason)
    }

    /// A page may be empty, or an item half written, for a moment only.
    private func nothing(of errand: Errand, reason: String) -> ErrandResult {
        errand.attempts + 1 < Pipeline.maxAttempts ? .later(problem: reason) : .skipped(reason: reason)
    }

    /// What the pages of a batch come to: freed of what their outlets repeat, or the reason why there is nothing to file.
    func settled(_ brought: [ErrandResult], errands: [Errand]) throws -> [ErrandResult] {
        var settled = brought
        var pages: [(index: Int, outlet: String, article: Article)] = []
        for (index, result) in brought.enumerated() {
            guard case .article(let article, let url?, .some) = result else { continue }
            if article.text.isEmpty, article.quality != .consent {
                settled[index] = nothing(of: errands[index], reason: "no article was found on the page")
            } else if article.quality == .consent || article.quality == .notAnArticle {
                let reason =
                    article.quality == .consent ? "the page asks for consent" : "the page is no article"
                settled[index] =
                    errands[index].attempts > 0 ? .skipped(reason: reason) : .later(problem: reason)
            } else {
                pages.append((index, stages.outlets.outlet(of: url), article))
            }
        }
        let articles = try memory.withoutFurniture(
            pages.map { ($0.outlet, $0.article) }, day: clock.now.day().daysSinceEpoch)
        for (page, article) in zip(pages, articles) {
            guard case .article(_, let url, let sample) = brought[page.index] else { continue }
            settled[page.index] = .article(article, url: url, page: sample)
        }
        return settled
    }

    func submission(_ article: Article, url: String?, errand: Errand, source: Source) -> Submission {
        var article = article
        article.title = article.title ?? errand.item.title
        article.published = article.published ?? errand.item.published
        let outlet = stages.outlets.outlet(of: url ?? source.url)
        var submission = Submission(
            source: source.name, outlet: outlet, items: [errand.record],
            article: article, url: url, sketch: stages.sketch(of: article, outlet: outlet),
            matches: stages.matches(in: article, outlet: outlet, source: source),
            time: clock.now)
        submission.earlierNumber = errand.earlierNumber
        return submission
    }

    func listingRequest(for source: Source, health: SourceHealth) -> FetchRequest {
        let validators = health.validators(now: clock.now)
        return FetchRequest(
            url: source.url, etag: validators.etag, lastModified: validators.lastModified,
            headers: source.headers,
            maxBodyBytes: source.maxBodyBytes, timeout: source.timeout,
            allowPrivateAddresses: source.allowPrivateAddresses)
    }

    /// Configured headers go to the source's own host only.
    func pageRequest(_ url: String, of source: Source) -> FetchRequest {
        let isSameHost = urlHost(url) == urlHost(source.url)
        return FetchRequest(
            url: url, headers: isSameHost ? source.headers : [], maxBodyBytes: source.maxBodyBytes,
            timeout: source.timeout, allowPrivateAddresses: source.allowPrivateAddresses)
    }
}
