import Address
import Model

private let shortestPublicInterval: Duration = .seconds(60)
private let longestInterval: Duration = .seconds(30 * 86_400)
private let wantedEvery = "a duration such as 15m, at least 1m"
private let wantedEveryPrivately =
    "a duration such as 15m, at least 1m, or 1s with allowPrivateAddresses: true"

/// What sources share unless they say otherwise.
private let sharedKeys = ["every", "fullText", "maxBodyBytes", "timeout", "allowPrivateAddresses"]
private let listingKeys = ["links", "title", "date", "summary"]

extension SettingsReader {
    /// All sources, with the defaults filled in.
    mutating func sources(of document: SettingFields) -> [Source] {
        var model = Source(name: "", kind: .feed, url: "")
        if let defaults = document.values["defaults"] {
            let fields = fields(of: defaults, path: "defaults", keys: sharedKeys)
            readShared(fields, into: &model)
        }
        var sources: [Source] = []
        var lineOfName: [String: Int] = [:]
        var lineOfAddress: [String: Int] = [:]
        for (value, path) in elements("sources", of: document, wanted: "a list of sources: [ { … }, … ]") {
            let keys =
                ["name"] + Source.Kind.allCases.map(\.rawValue) + ["language", "tags"] + sharedKeys
                + ["headers"] + listingKeys + ["article"]
            let fields = fields(of: value, path: path, keys: keys)
            guard case .object = value.kind else { continue }
            let source = source(fields, model: model)
            note(source.name, key: "name", of: fields, seen: &lineOfName)
            if let address = addressKey(source.url) {
                note(address, key: source.kind.rawValue, of: fields, seen: &lineOfAddress)
            }
            sources.append(source)
        }
        return sources
    }

    private mutating func source(_ fields: SettingFields, model: Source) -> Source {
        var source = model
        source.name =
            text("name", of: fields, wanted: "a name of at most 200 bytes", isRequired: true) ?? ""
        if source.name.utf8.count > 200 {
            report(
                fields.path(of: "name"), at: fields.offset(of: "name"),
                found: "\(source.name.utf8.count) bytes", wanted: "a name of at most 200")
        }
        (source.kind, source.url) = address(of: fields)
        source.language = parsed("language", of: fields, wanted: "a language tag such as ru or zh-Hant") {
            kind in
            guard case .string(let text) = kind else { return nil }
            return languageTag(text)
        }
        source.tags = texts("tags", of: fields, wanted: "a tag such as \"public\"") ?? []
        readShared(fields, into: &source)
        if source.every < shortestPublicInterval, !source.allowPrivateAddresses, fields.values["every"] == nil
        {
            report(
                fields.path(of: "every"), at: fields.offset,
                found: "\(quoted(durationText(source.every))) from the defaults", wanted: wantedEveryPrivately
            )
        }
        source.headers = headers(of: fields)
        source.listing = listing(of: fields, kind: source.kind)
        source.article = article(of: fields)
        return source
    }

    /// The settings that sources and defaults have in common.
    private mutating func readShared(_ fields: SettingFields, into source: inout Source) {
        source.allowPrivateAddresses =
            flag("allowPrivateAddresses", of: fields) ?? source.allowPrivateAddresses
        source.every = every(of: fields, isPrivate: source.allowPrivateAddresses) ?? source.every
        source.fullText = flag("fullText", of: fields) ?? source.fullText
        source.maxBodyBytes =
            parsed("maxBodyBytes", of: fields, wanted: "a size such as \"8MB\", from 1KB to 512MB") { kind in
                byteCount(kind).flatMap { (1 << 10...512 << 20).contains($0) ? $0 : nil }
            } ?? source.maxBodyBytes
        source.timeout =
            duration(
                "timeout", of: fields, wanted: "a duration such as 30s, from 1s to 10m",
                within: .seconds(1)...(.seconds(600))) ?? source.timeout
    }

    private mutating func every(of fields: SettingFields, isPrivate: Bool) -> Duration? {
        let every = duration(
            "every", of: fields, wanted: wantedEvery, within: .zero...(.seconds(36_500 * 86_400)))
        guard let every else { return nil }
        let isTooShort = every < (isPrivate ? .seconds(1) : shortestPublicInterval)
        if isTooShort || every > longestInterval {
            report(
                fields.path(of: "every"), at: fields.offset(of: "every"), found: quoted(durationText(every)),
                wanted: isTooShort ? wantedEveryPrivately : "at most \(durationText(longestInterval))")
        }
        return every
    }

    /// Where the source is, and what stands there.
    private mutating func address(of fields: SettingFields) -> (Source.Kind, String) {
        let kinds = Source.Kind.allCases.filter { fields.values[$0.rawValue] != nil }
        guard let kind = kinds.first else {
            report(fields.path, at: fields.offset, found: "no address", wanted: "a feed, a page or a sitemap")
            return (.feed, "")
        }
        for other in kinds.dropFirst() {
            report(
                fields.path(of: other.rawValue), at: fields.offset(of: other.rawValue),
                found: "a second address", wanted: "one of \(list(kinds.map(\.rawValue))) only")
        }
        let wanted = "an address such as \"https://news.example/rss.xml\", of at most \(maxURLBytes) bytes"
        guard let text = text(kind.rawValue, of: fields, wanted: wanted) else { return (kind, "") }
        guard text.lowercased().hasPrefix("http://") || text.lowercased().hasPrefix("https://"),
            !text.contains(where: \.isWhitespace), let url = resolvedURL(text, base: nil)
        else {
            let shown = text.contains("@") ? redactedURL(text) : text
            report(
                fields.path(of: kind.rawValue), at: fields.offset(of: kind.rawValue), found: quoted(shown),
                wanted: wanted)
            return (kind, "")
        }
        return (kind, url)
    }

    /// Request headers of a source or a webhook.
    mutating func headers(of fields: SettingFields) -> [Header] {
        guard let value = fields.values["headers"] else { return [] }
        let path = fields.path(of: "headers")
        guard case .object(let members) = value.kind else {
            report(path, at: value.offset, found: value.summary, wanted: "an object: { \"X-Key\": \"…\" }")
            return []
        }
        var headers: [Header] = []
        for member in members {
            let memberPath = settingPath(path, member.key)
            if !isHeaderName(member.key) {
                report(
                    memberPath, at: member.offset, found: "the name \(quoted(member.key))",
                    wanted: "one of letters, digits and hyphens")
            } else if reservedHeaders.contains(member.key.lowercased()) {
                report(
                    memberPath, at: member.offset, found: "a header that the program sets itself",
                    wanted: "another")
            } else if case .string(let text) = member.value.kind, isHeaderValue(text) {
                headers.append(Header(name: member.key, value: text))
            } else {
                // The value may be a secret: it is not repeated.
                report(
                    memberPath, at: member.value.offset, found: "a value that no header can have",
                    wanted: "a text of printable characters, at most 4096 bytes")
            }
        }
        return headers
    }

    /// Selectors around the links of a page.
    private mutating func listing(of fields: SettingFields, kind: Source.Kind) -> ListingRules {
        var rules = ListingRules()
        if kind != .page {
            for key in listingKeys where fields.values[key] != nil {
                report(
                    fields.path(of: key), at: fields.offset(of: key), found: "a selector for links",
                    wanted: "it only beside page")
            }
            return rules
        }
        rules.links = selector("links", of: fields)
        rules.title = selector("title", of: fields)
        rules.date = selector("date", of: fields)
        rules.summary = selector("summary", of: fields)
        return rules
    }

    /// Selectors for the parts of an article's page.
    private mutating func article(of fields: SettingFields) -> ArticleRules {
        var rules = ArticleRules()
        guard let value = fields.values["article"] else { return rules }
        let fields = self.fields(
            of: value, path: fields.path(of: "article"), keys: ["text", "title", "date", "byline", "remove"])
        rules.text = selector("text", of: fields)
        rules.title = selector("title", of: fields)
        rules.date = selector("date", of: fields)
        rules.byline = selector("byline", of: fields)
        rules.remove = elements("remove", of: fields, wanted: "a list of selectors: [\".share\", …]")
            .compactMap { selector($0.value, path: $0.path) }
        return rules
    }

    /// Reports a value that an earlier source has too.
    private mutating func note(
        _ value: String, key: String, of fields: SettingFields, seen: inout [String: Int]
    ) {
        guard !value.isEmpty else { return }
        let line = line(of: fields.offset(of: key))
        if let first = seen[value] {
            report(
                fields.path(of: key), at: fields.offset(of: key), found: "the \(key) of line \(first) again",
                wanted: "every source once")
        } else {
            seen[value] = line
        }
    }
}

/// Headers that conditional requests, compression and connections depend on.
private let reservedHeaders: Set<String> = [
    "accept-encoding", "connection", "content-length", "host", "if-modified-since", "if-none-match", "range",
    "transfer-encoding", "user-agent",
]

/// Whether a name is a token of RFC 9110 §5.6.2.
private func isHeaderName(_ name: String) -> Bool {
    let letters = "!#$%&'*+-.^_`|~0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ".utf8
    return !name.isEmpty && name.utf8.count <= 100 && name.utf8.allSatisfy(letters.contains)
}

private func isHeaderValue(_ text: String) -> Bool {
    text.utf8.count <= 4096 && text.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F }
}
