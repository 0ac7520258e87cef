import Markup

/// The elements that mean something to us, whatever their namespace is called in a document.
enum FeedElement: UInt8 {
    case unknown
    // Documents.
    case rss, rdf, feed, channel, urlset, sitemapIndex, html
    // Items.
    case item, entry, url, sitemap
    // Texts.
    case title, secondaryTitle, summary, abstract, secondarySummary, content, contentEncoded, body
    // Addresses.
    case link, originalLink, guid, id, location
    // Dates.
    case published, updated, dublinCoreDate, created
    // People.
    case author, creator, podcastAuthor, name, email
    // Everything else that is kept.
    case category, keywords, language
    case ttl, hour, day, updatePeriod, updateFrequency
    // Holders of titles and links that are not the item's: nothing inside them is read.
    case image, textInput, contributor, cloud
    // The feed that an item was taken over from: its text, or its title and link.
    case source
    // HTML that needs care where it is written out again.
    case division, voidTag

    init(_ name: XMLName) {
        self = FeedElement.names[FeedVocabulary(name)]?[name.local.lowercased()] ?? .unknown
    }

    private static let names: [FeedVocabulary: [String: FeedElement]] = [
        .core: [
            "rss": .rss, "rdf": .rdf, "feed": .feed, "channel": .channel, "urlset": .urlset,
            "sitemapindex": .sitemapIndex, "html": .html, "item": .item, "entry": .entry, "url": .url,
            "sitemap": .sitemap, "title": .title, "description": .summary, "summary": .summary,
            "tagline": .summary, "subtitle": .summary, "abstract": .abstract, "content": .content,
            "fullitem": .contentEncoded, "body": .body, "link": .link, "guid": .guid, "id": .id,
            "loc": .location, "pubdate": .published, "published": .published, "issued": .published,
            "updated": .updated, "modified": .updated, "lastmod": .updated, "lastbuilddate": .updated,
            "date": .dublinCoreDate, "created": .created, "author": .author, "managingeditor": .author,
            "name": .name, "email": .email, "category": .category, "language": .language, "ttl": .ttl,
            "hour": .hour, "day": .day, "image": .image, "textinput": .textInput, "source": .source,
            "contributor": .contributor, "cloud": .cloud, "div": .division, "br": .voidTag, "hr": .voidTag,
            "img": .voidTag, "wbr": .voidTag,
        ],
        .rdf: [
            "rdf": .rdf
        ],
        .xhtml: [
            "html": .html, "body": .body, "div": .division, "br": .voidTag, "hr": .voidTag, "img": .voidTag,
            "wbr": .voidTag,
        ],
        .dublinCore: [
            "title": .title, "description": .summary, "date": .dublinCoreDate, "creator": .creator,
            "author": .creator, "subject": .category, "language": .language,
        ],
        .news: [
            "title": .title, "publication_date": .published, "keywords": .keywords, "language": .language,
        ],
        .media: [
            "title": .secondaryTitle, "description": .secondarySummary,
        ],
        .itunes: [
            "title": .secondaryTitle, "summary": .secondarySummary, "author": .podcastAuthor,
            "keywords": .keywords,
        ],
        .dublinCoreTerms: [
            "abstract": .secondarySummary, "issued": .published, "modified": .updated, "created": .created,
        ],
        .feedBurner: [
            "origlink": .originalLink
        ],
        .content: [
            "encoded": .contentEncoded
        ],
        .syndication: [
            "updateperiod": .updatePeriod, "updatefrequency": .updateFrequency,
        ],
    ]
}

/// The attributes that mean something to us.
enum FeedAttribute: UInt8 {
    case unknown
    case base, language, href, rel, type, mode, isPermaLink, about, version, term, label, url, lastModified,
        value, src

    init(_ name: XMLName) {
        let local = name.local.lowercased()
        self = FeedAttribute.names[local] ?? .unknown
    }

    private static let names: [String: FeedAttribute] = [
        "base": .base, "lang": .language, "href": .href, "rel": .rel, "type": .type, "mode": .mode,
        "ispermalink": .isPermaLink, "about": .about, "version": .version, "term": .term, "label": .label,
        "url": .url, "lastmod": .lastModified, "value": .value, "src": .src,
    ]
}

/// The vocabularies we read, by namespace or, where a document declares none that we know, by its usual prefix.
enum FeedVocabulary {
    /// RSS of all versions, Atom, CDF, sitemaps.
    case core
    case rdf, xhtml, content, media, itunes, news, feedBurner
    case dublinCore
    case dublinCoreTerms
    case syndication
    case other

    init(_ name: XMLName) {
        guard let written = name.namespace else {
            self = name.prefix.map { FeedVocabulary.prefixes[$0.lowercased()] ?? .other } ?? .core
            return
        }
        if let known = FeedVocabulary.namespaces[written] {
            self = known
            return
        }
        let namespace = written.lowercased()
        if let known = FeedVocabulary.namespaces[namespace] {
            self = known
        } else if namespace.contains("backend.userland.com/rss")
            || namespace.contains("sitemaps.org/schemas/sitemap")
        {
            self = .core
        } else if let prefix = name.prefix {
            self = FeedVocabulary.prefixes[prefix.lowercased()] ?? .other
        } else {
            self = .core
        }
    }

    private static let namespaces: [String: FeedVocabulary] = [
        "": .core,
        "http://backend.userland.com/rss": .core,
        "http://blogs.law.harvard.edu/tech/rss": .core,
        "http://purl.org/rss/1.0/": .core,
        "http://my.netscape.com/rdf/simple/0.9/": .core,
        "http://my.netscape.com/publish/formats/rss-0.91.dtd": .core,
        "http://channel.netscape.com/rdf/simple/0.9/": .core,
        "http://purl.org/net/rss1.1#": .core,
        "http://purl.org/atom/ns#": .core,
        "http://www.w3.org/2005/Atom": .core,
        "http://www.w3.org/2005/atom": .core,
        "https://www.w3.org/2005/atom": .core,
        "http://purl.org/pie/": .core,
        "http://purl.org/echo/": .core,
        "http://www.google.com/schemas/sitemap/0.84": .core,
        "http://www.w3.org/1999/02/22-rdf-syntax-ns#": .rdf,
        "http://www.w3.org/1999/xhtml": .xhtml,
        "http://purl.org/dc/elements/1.1/": .dublinCore,
        "http://purl.org/dc/elements/1.0/": .dublinCore,
        "http://purl.org/dc/terms/": .dublinCoreTerms,
        "http://purl.org/rss/1.0/modules/dcterms/": .dublinCoreTerms,
        "http://purl.org/rss/1.0/modules/content/": .content,
        "http://purl.org/rss/1.0/modules/syndication/": .syndication,
        "http://search.yahoo.com/mrss": .media,
        "http://search.yahoo.com/mrss/": .media,
        "http://video.search.yahoo.com/mrss": .media,
        "http://www.rssboard.org/media-rss": .media,
        "http://www.itunes.com/dtds/podcast-1.0.dtd": .itunes,
        "http://www.google.com/schemas/sitemap-news/0.9": .news,
        "http://rssnamespace.org/feedburner/ext/1.0": .feedBurner,
    ]

    /// `atom` and `rss` prefixes speak of the core without a declaration too.
    private static let prefixes: [String: FeedVocabulary] = [
        "atom": .core, "atom10": .core, "rss": .core, "rdf": .rdf, "xhtml": .xhtml, "dc": .dublinCore,
        "dcterms": .dublinCoreTerms, "content": .content, "sy": .syndication, "media": .media,
        "itunes": .itunes,
        "news": .news, "feedburner": .feedBurner,
    ]
}
