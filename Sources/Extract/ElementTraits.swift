/// What the names, attributes and tag of an element say about its contents.
struct ElementTraits: OptionSet, Sendable {
    let rawValue: UInt32

    /// Named like something that is never the article: comments, related stories, sharing, consent.
    static let stronglyAside = ElementTraits(rawValue: 1 << 0)
    /// Named like something that stands beside the article, or is only a detail of it.
    static let aside = ElementTraits(rawValue: 1 << 1)
    /// Named like the element of an article's text.
    static let body = ElementTraits(rawValue: 1 << 2)
    /// Marked as the text by microdata.
    static let markedBody = ElementTraits(rawValue: 1 << 3)
    /// Its tag says that it stands beside the text.
    static let asideTag = ElementTraits(rawValue: 1 << 4)
    static let hidden = ElementTraits(rawValue: 1 << 5)
    /// Named like the author's name.
    static let author = ElementTraits(rawValue: 1 << 6)
    /// Named like a date of publication.
    static let date = ElementTraits(rawValue: 1 << 7)
    /// Named like the date of a change.
    static let modified = ElementTraits(rawValue: 1 << 8)
    /// Named like a headline.
    static let title = ElementTraits(rawValue: 1 << 9)

    /// Named like the summary under a headline.
    static let standfirst = ElementTraits(rawValue: 1 << 10)
    /// Named like a second, smaller headline; some pages name a standfirst so.
    static let subtitle = ElementTraits(rawValue: 1 << 11)
    /// Named like a picture with what is said of it.
    static let picture = ElementTraits(rawValue: 1 << 12)
    /// Named like the readers' comments.
    static let comments = ElementTraits(rawValue: 1 << 13)
    /// Named like the word or two set above a headline.
    static let kicker = ElementTraits(rawValue: 1 << 14)

    /// Marked as the author by microdata or a link.
    static let linkedAuthor = ElementTraits(rawValue: 1 << 15)

    /// Named like what keeps those out who do not pay or register.
    static let paywall = ElementTraits(rawValue: 1 << 16)
    /// Named like what only a screen reader is to read out.
    static let unseen = ElementTraits(rawValue: 1 << 17)

    static let anyAside: ElementTraits = [.stronglyAside, .aside, .asideTag]

    /// Reads the traits of one element's names.
    static let names = NameTrie([
        (.stronglyAside, stronglyAsideNames), (.aside, asideNames), (.body, bodyNames),
        (.author, authorNames), (.date, dateNames), (.modified, modifiedNames), (.title, titleNames),
        (.standfirst, standfirstNames), (.subtitle, subtitleNames), (.picture, pictureNames),
        ([.comments, .stronglyAside], commentNames),
        (.kicker, kickerNames), (.paywall, paywallNames), ([.unseen, .stronglyAside], unseenNames),
    ])
}

private let stronglyAsideNames = """
    cookie consent gdpr newsletter subscri signup sign-up related recommend outbrain taboola footer
    most-read mostread popular trending recirc more-from more-on also-read readalso read-more readmore see-also
    up-next upnext promo sponsor advert modal popup login author-bio
    author-box about-author breadcrumb navbar navigation menu lire-aussi leer-mas verwandt relacion collegat
    correlat copyright disclaimer skip-to skip-link skip-nav teaser social share sharing carousel gallery caption toolbar masthead
    infinite next-article mvp-post-add sidebar side-bar print-only noprint
    """

private let asideNames = """
    widget tag- tags author byline banner credit slider timestamp infobox factbox outro follow
    donat print rating survey poll playlist video- player bottom-of mas-leidas podcast legende fotos photo-
    thumbnail toc table-of-contents regwall overlay dateline published metadata story-meta article-meta post-meta
    entry-meta ad- ads- adslot notice alert toolbox facebook instagram- info-box expandable-box fact-box faktaboks
    encart contrib- cta_ cta- access-wall registration upsell call-to-action tooltip disclosure affiliate team-member
    """

private let bodyNames = """
    article-body articlebody article-content articlecontent entry-content post-content post-body postcontent
    story-body storybody story-content body-content article-text articletext content-body contentbody text-content
    rich-text richtext news-text newstext post-text articulo-cuerpo cuerpo detail-content artikel-body story-text
    body-text bodytext texto wysiwyg main-content maincontent single-content
    """

private let authorNames = """
    author autor auteur byline by-line writer verfasser autore reporter journalist
    """

private let dateNames = """
    date datum fecha data-pub pubdate published publish timestamp time dateline posted
    """

private let modifiedNames = """
    modified updated update lastmod actualiz aggiorn
    """

private let titleNames = """
    headline entry-title post-title article-title story-title page-title
    """

private let standfirstNames = """
    standfirst stand-first excerpt summary lead_ lead-text
    leadtext lede_ lede- intro_ intro-text introtext teaser-text teasertext dek_ dek- deck_ deck- strapline chapo sapo
    preface einleitung vorspann bajada entradilla sumario copete sottotitolo sommario ingress preamble manchet perex
    article-description story-description spot_ spot-text
    """

private let subtitleNames = """
    subtitle sub-title subhead sub-head subheadline subline subheader sub-header title-secondary title-tertiary
    """

private let pictureNames = """
    photo_ photo- image_ image- img_ img- bild_ bild- foto_ foto- picture_ picture- media-info mediainfo
    """

private let unseenNames = """
    sr-only screen-reader screenreader visually-hidden visuallyhidden hidden-visually element-invisible a11y-hidden assistive-text
    """

private let commentNames = "comment disqus kommentar comentario commenti leserbrief livefyre coral-talk"

private let kickerNames = """
    kicker topline top-line overline over-line dachzeile roofline spitzmarke supertitle suptitle surtitre eyebrow
    pretitle pre-title antetitulo catchline upper-title volanta
    """

private let paywallNames = """
    paywall pay-wall regwall reg-wall registration-wall subscription-wall subscribe-wall subscriber-wall premium-wall
    member-wall membership-wall abo-wall abowall plus-wall meter-wall metered-wall piano-offer piano-inline piano-paywall
    tp-container-inner access-wall content-gate article-gate gated-content locked-content content-locked article-locked
    subscriber-only subscribers-only subscription-required subscribe-to-read subscribe-overlay premium-overlay muro-de-pago
    """
