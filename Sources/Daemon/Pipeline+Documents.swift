import Address
import Feed
import Fetch
import Model
import Schedule
import Store

/// What a source lists beyond the document at its address: the sitemaps of an index, and the earlier pages of a feed
/// whose items may have come and gone between two polls.
extension Pipeline {
    /// Documents asked for beside the source's own at one poll, at most.
    static let maxFurtherDocuments = 8
    /// Sitemaps of an index that are read, at most: the newest.
    private static let maxSitemaps = 4

    /// Adds the items of some sitemaps of an index, of an index within an index too: the newest, and as many of those whose age
    /// nothing tells, drawn anew at each poll so that none is left out for ever.
    ///
    /// - Returns: how the poll ends when none of them could be read.
    func readChildren(of listed: inout Listed, source: Source) async -> PollReport? {
        var waiting = listed.children
        var asked: Set<String> = [source.url]
        var problems: [String] = []
        var sitemaps = 0
        let draw = Int(clock.now.milliseconds)
        while sitemaps < Self.maxSitemaps, asked.count <= Self.maxFurtherDocuments,
            let next = waiting.indices.max(by: { waiting[$0].isOlder(than: waiting[$1], draw: draw) })
        {
            let undated = waiting.indices.filter { !waiting[$0].isDated }
                .max { waiting[$0].isOlder(than: waiting[$1], draw: draw) }
            let child = waiting.remove(at: sitemaps % 2 == 1 ? undated ?? next : next)
            guard asked.insert(child.url).inserted else { continue }
            switch await further(child.url, of: source) {
            case .read(let inner):
                listed.items += inner.items
                listed.notes += inner.notes
                waiting += inner.children.map { inner in
                    SitemapChild(url: inner.url, lastModified: inner.lastModified ?? child.lastModified)
                }
                if inner.children.isEmpty { sitemaps += 1 }
            case .unreadable(let reason):
                problems.append(
                    "a sitemap of the index could not be read: \(redactedURL(child.url)): \(reason)")
            case .throttled(let until):
                if sitemaps == 0 { return PollReport(.throttled(until: until)) }
                listed.notes.append("the server asks to be left alone before all sitemaps were read")
                return nil
            }
        }
        if sitemaps == 0, listed.items.isEmpty, let problem = problems.first {
            return PollReport(.failed(problem: problem))
        }
        listed.notes += problems
        let left = Set(waiting.map(\.url)).subtracting(asked)
        if !left.isEmpty {
            listed.notes.append("read \(sitemaps) of \(sitemaps + problems.count + left.count) sitemaps")
        }
        return nil
    }

    /// Adds what a feed keeps on earlier pages (RFC 5005, JSON Feed's `next_url`), of which nothing on the first is known though
    /// items of it are: what was published in between has left it already. Goes back until something is known.
    ///
    /// - Returns: a warning when items may have been missed all the same.
    func readEarlier(
        than listed: inout Listed, source: Source, health: SourceHealth
    ) async throws(StoreError) -> String? {
        guard source.kind == .feed, let last = health.lastNewItem, !listed.items.isEmpty else { return nil }
        var page = listed
        var asked: Set<String> = [source.url]
        repeat {
            guard let earlier = page.earlier, asked.count <= Self.maxFurtherDocuments,
                asked.insert(earlier).inserted,
                case .read(let next) = await further(earlier, of: source), !next.items.isEmpty
            else { return gapWarning(items: listed.items.count) }
            // What is older than the last that came has been there before, under other names perhaps.
            if let newest = next.newest, newest < last { return nil }
            listed.items += next.items
            listed.notes += next.notes
            page = next
        } while try areAllNew(page.items, of: source)
        return nil
    }

    /// A feed of a few items may well be renewed as a whole.
    private func gapWarning(items: Int) -> String? {
        guard items >= 10 else { return nil }
        return
            "all \(items) items are new since the last poll: others may have come and gone, so ask more often"
    }

    /// What became of a document that another one names.
    private enum Further {
        case read(Listed)
        case unreadable(reason: String)
        case throttled(until: Timestamp?)
    }

    private func further(_ url: String, of source: Source) async -> Further {
        switch await fetcher.get(pageRequest(url, of: source)) {
        case .body(let body):
            do {
                return .read(try Listed(body, of: source, dates: stages.dates, now: clock.now))
            } catch {
                return .unreadable(reason: "\(error)")
            }
        case .throttled(let until): return .throttled(until: until)
        case .failed(let failure): return .unreadable(reason: failure.reason)
        case .gone: return .unreadable(reason: "removed for good, says the server (410)")
        case .notModified: return .unreadable(reason: "the server sent no document (304)")
        }
    }
}

extension SitemapChild {
    /// By what the index says, or by the date in the address: archives are often listed from the oldest on; otherwise by
    /// chance.
    fileprivate func isOlder(than other: SitemapChild, draw: Int) -> Bool {
        (lastModified?.instant.milliseconds ?? .min, dateInAddress, jitter(of: url, attempt: draw))
            < (
                other.lastModified?.instant.milliseconds ?? .min, other.dateInAddress,
                jitter(of: other.url, attempt: draw)
            )
    }

    /// Whether the index or the address tells its age.
    fileprivate var isDated: Bool { lastModified != nil || dateInAddress > 0 }

    /// Eight digits of year, month and day in `sitemap-2026-11.xml` and the like, with zeros for what is not given; 0 when
    /// no number begins as a year does.
    private var dateInAddress: Int {
        let numbers = url.utf8.split { !(0x30...0x39).contains($0) }
        guard
            let year = numbers.lastIndex(where: { number in
                [4, 6, 8].contains(number.count)
                    && (number.starts(with: "19".utf8) || number.starts(with: "20".utf8))
            })
        else { return 0 }
        var digits = Array(numbers[year])
        for number in numbers[(year + 1)...].prefix(2) where number.count <= 2 && digits.count < 8 {
            digits += number.count == 1 ? [0x30] + number : Array(number)
        }
        digits += repeatElement(0x30, count: 8 - digits.count)
        return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }
}
