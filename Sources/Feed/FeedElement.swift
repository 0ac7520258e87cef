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
    case link, guid, id, location
    // Dates.
    case published, updated, dublinCoreDate, created
    // People.
    case author, creator, podcastAuthor, name, email
    // Everything else that is kept.
    case category, keywords, language
    case ttl, hour, day, updatePeriod, updateFrequency
    // Holders of titles and links that are not the item's: nothing inside them is read.
    case image, textInput, source, contributor, cloud
    // HTML that needs care where it is written out again.
    case division, voidTag

    init(_ name: XMLName) {
        let local = name.local.lowercased()
        self = FeedElement.names[FeedVocabulary(name).rawValue + ":" + local] ?? .unknown
    }

    private static let names: [String: FeedElement] = [
        "core:rss": .rss, "rdf:rdf": .rdf, "core:rdf": .rdf, "core:feed": .feed, "core:channel": .channel,
        "core:urlset": .urlset, "core:sitemapindex": .sitemapIndex, "core:html": .html, "xhtml:html": .html,
        "core:item": .item, "core:entry": .entry, "core:url": .url, "core:sitemap": .sitemap,
        "core:title": .title, "dc:title": .title, "news:title": .title,
        "media:title": .secondaryTitle, "itunes:title": .secondaryTitle,
        "core:description": .summary, "dc:description": .summary, "core:summary": .summary,
        "core:tagline": .summary, "core:subtitle": .summary, "itunes:summary": .secondarySummary,
        "core:abstract": .abstract, "dcterms:abstract": .secondarySummary,
        "media:description": .secondarySummary,
        "core:content": .content, "content:encoded": .contentEncoded, "core:fullitem": .contentEncoded,
        "core:body": .body, "xhtml:body": .body,
        "core:link": .link, "core:guid": .guid, "core:id": .id, "core:loc": .location,
        "core:pubdate": .published, "core:published": .published, "core:issued": .published,
        "dcterms:issued": .published, "news:publication_date": .published,
        "core:updated": .updated, "core:modified": .updated, "dcterms:modified": .updated,
        "core:lastmod": .updated, "core:lastbuilddate": .updated,
        "dc:date": .dublinCoreDate, "core:date": .dublinCoreDate,
        "core:created": .created, "dcterms:created": .created,
        "core:author": .author, "core:managingeditor": .author, "dc:creator": .creator, "dc:author": .creator,
        "itunes:author": .podcastAuthor, "core:name": .name, "core:email": .email,
        "core:category": .category, "dc:subject": .category,
        "itunes:keywords": .keywords, "news:keywords": .keywords,
        "core:language": .language, "dc:language": .language, "news:language": .language,
        "core:ttl": .ttl, "core:hour": .hour, "core:day": .day,
        "sy:updateperiod": .updatePeriod, "sy:updatefrequency": .updateFrequency,
        "core:image": .image, "core:textinput": .textInput, "core:source": .source,
        "core:contributor": .contributor, "core:cloud": .cloud,
        "core:div": .division, "xhtml:div": .division,
        "core:br": .voidTag, "xhtml:br": .voidTag, "core:hr": .voidTag, "xhtml:hr": .voidTag,
        "core:img": .voidTag, "xhtml:img": .voidTag, "core:wbr": .voidTag, "xhtml:wbr": .voidTag,
    ]
}

/// The attributes that mean something to us.
enum FeedAttribute: UInt8 {
    case unknown
    case base, language, href, rel, type, mode, isPermaLink, about, version, term, label, url, lastModified

    init(_ name: XMLName) {
        let local = name.local.lowercased()
        self = FeedAttribute.names[local] ?? .unknown
    }

    private static let names: [String: FeedAttribute] = [
        "base": .base, "lang": .language, "href": .href, "rel": .rel, "type": .type, "mode": .mode,
        "ispermalink": .isPermaLink, "about": .about, "version": .version, "term": .term, "label": .label,
        "url": .url, "lastmod": .lastModified,
    ]
}

/// The vocabularies we read, by namespace or, where a document declares none that we know, by its usual prefix.
enum FeedVocabulary: String {
    /// RSS of all versions, Atom, CDF, sitemaps.
    case core
    case rdf, xhtml, content, media, itunes, news
    case dublinCore = "dc"
    case dublinCoreTerms = "dcterms"
    case syndication = "sy"
    case other

    init(_ name: XMLName) {
        let namespace = (name.namespace ?? "").lowercased()
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
        "http://www.w3.org/2005/atom": .core,
        "https://www.w3.org/2005/atom": .core,
        "http://purl.org/pie/": .core,
        "http://purl.org/echo/": .core,
        "http://example.com/newformat#": .core,
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
        "http://example.com/dtds/podcast-1.0.dtd": .itunes,
        "http://www.google.com/schemas/sitemap-news/0.9": .news,
    ]

    /// `atom` and `rss` prefixes speak of the core without a declaration too.
    private static let prefixes: [String: FeedVocabulary] = [
        "atom": .core, "atom10": .core, "rss": .core, "rdf": .rdf, "xhtml": .xhtml, "dc": .dublinCore,
        "dcterms": .dublinCoreTerms, "content": .content, "sy": .syndication, "media": .media,
        "itunes": .itunes,
        "news": .news,
    ]
}
