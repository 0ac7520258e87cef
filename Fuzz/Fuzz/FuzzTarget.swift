import Address
import Dates
import Feed
import Listing
import Markup
import Model

/// What is fed, and what it promises.
enum FuzzTarget: String, CaseIterable {
    case feed, sitemap, opml, date, url, selector, listing, page

    /// Made once: it builds tables.
    private static let dates = DateReader()
    /// 2026-02-15T00:00:00Z
    private static let now = Timestamp(seconds: 1_771_113_600)
    private static let base = "https://desk.example/news/feed.xml"

    func run(_ input: [UInt8]) {
        switch self {
        case .feed: checkFeed(input)
        case .sitemap: checkFeed(Array("<urlset><url>".utf8) + input)
        case .opml: checkOPML(input)
        case .date: checkDate(input)
        case .url: checkURL(input)
        case .selector: checkSelector(input)
        case .listing: checkListing(input)
        case .page: PageTarget.check(input)
        }
    }

    private func checkFeed(_ input: [UInt8]) {
        let limits = FeedLimits()
        guard
            let feed = try? parsedFeed(
                input, contentType: nil, url: Self.base, dates: Self.dates, now: Self.now, limits: limits)
        else { return }
        if feed.items.count > limits.maxItems { fail("\(feed.items.count) items") }
        if feed.children.count > limits.maxChildren { fail("\(feed.children.count) sitemaps") }
        for item in feed.items {
            if item.key.isEmpty { fail("an item without key") }
            if item.key.utf8.count > 400 { fail("a key of \(item.key.utf8.count) bytes") }
            checkAddress(item.link)
            checkTitle(item.title)
        }
        for child in feed.children { checkAddress(child.url) }
        [feed.link, feed.selfLink, feed.hub, feed.nextPage, feed.previousArchive].forEach(checkAddress)
    }

    /// What was read and written again reads the same, but for the order that folders make.
    private func checkOPML(_ input: [UInt8]) {
        guard let list = try? subscriptionList(input) else { return }
        if list.subscriptions.count > SubscriptionList.maxSubscriptions { fail("too many feeds") }
        for subscription in list.subscriptions {
            checkAddress(subscription.url)
            if subscription.name.isEmpty { fail("a feed without name") }
        }
        let written = opmlText(title: list.title ?? "", list.subscriptions)
        guard let again = try? subscriptionList(Array(written.utf8)) else { fail("cannot be read again") }
        let order = { (left: Subscription, right: Subscription) in left.url < right.url }
        if again.title != list.title { fail("another title") }
        let (before, after) = (list.subscriptions.sorted(by: order), again.subscriptions.sorted(by: order))
        for (one, other) in zip(before, after) {
            var (one, other) = (one, other)
            one.tags.sort()
            other.tags.sort()
            if one != other { fail("\(one) became \(other)") }
        }
        if before.count != after.count { fail("\(before.count) feeds became \(after.count)") }
    }

    private func checkListing(_ input: [UInt8]) {
        guard
            let listing = try? parsedListing(
                input, contentType: nil, url: Self.base, rules: ListingRules(), dates: Self.dates,
                now: Self.now)
        else { return }
        if listing.items.count > ParsedListing.itemLimit { fail("\(listing.items.count) items") }
        if Set(listing.items.map(\.key)).count < listing.items.count { fail("two items with one key") }
        for item in listing.items { checkAddress(item.link) }
    }

    /// The text is read as each kind of date, in the language that its first byte chooses.
    private func checkDate(_ input: [UInt8]) {
        let languages = ["en", "en-US", "de", "ar", "fa", "th", "ja", "zh", "ko", "hi", "vi", "am", nil]
        let language = languages[Int(input.first ?? 0) % languages.count]
        let text = String(decoding: input.dropFirst(), as: UTF8.self)
        let found = [
            Self.dates.machineDate(Array(input), now: Self.now),
            Self.dates.date(in: text, language: language, now: Self.now),
            Self.dates.freshDate(in: text, language: language, now: Self.now),
            Self.dates.firstDate(inVisibleText: text, language: language, now: Self.now),
        ]
        for date in found.compactMap(\.self) {
            if !(-100...9999).contains(date.day.year) { fail("the year \(date.day.year)") }
            if abs(date.offsetSeconds ?? 0) > 86_400 { fail("\(date.offsetSeconds ?? 0) s off UTC") }
            if date.instant > Self.now + .seconds(2 * 86_400), !date.isSuspect { fail("a future believed") }
        }
    }

    /// What was resolved or made canonical stays as it is when that is done again.
    private func checkURL(_ input: [UInt8]) {
        let text = String(decoding: input, as: UTF8.self)
        if let resolved = resolvedURL(text, base: Self.base) {
            checkAddress(resolved)
            if resolvedURL(resolved, base: nil) != resolved { fail("\(resolved) resolves to another") }
            if !resolved.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) { fail("\(resolved) is not ASCII") }
        }
        if let canonical = canonicalURL(text) {
            if canonicalURL(canonical) != canonical { fail("\(canonical) has another canonical form") }
            if addressKey(canonical) != addressKey(text) {
                fail("\(text): its canonical form has another key")
            }
        }
        if redactedURL(text).unicodeScalars.contains(where: { $0.value < 0x20 }) {
            fail("a control character")
        }
        _ = urlHost(text)
    }

    /// Before a line end the selector, behind it the page.
    private func checkSelector(_ input: [UInt8]) {
        let end = input.firstIndex(of: 0x0A) ?? input.count
        guard let selector = try? Selector(String(decoding: input[..<end], as: UTF8.self)) else { return }
        let page = end < input.count ? input[(end + 1)...] : Self.smallPage[...]
        let tree = HTMLTree(utf8: Array(page))
        _ = try? tree.elements(matching: selector)
        _ = try? tree.values(matching: selector)
    }

    private func checkAddress(_ address: String?) {
        guard let address else { return }
        if address.utf8.count > maxURLBytes { fail("an address of \(address.utf8.count) bytes") }
    }

    private func checkTitle(_ title: String?) {
        if title?.utf8.contains(where: { $0 < 0x20 }) == true { fail("a control character in a title") }
    }

    private static let smallPage = Array(
        """
        <html lang=en><body id=b class="x y"><ul><li class=a><a href=/1 title=t>One</a><li><a href=/2>Two</a></ul>
        <table><tr><td data-x="7">c<td>d</table><p>e<p lang=fr>f <i>g</i></body></html>
        """.utf8)
}
