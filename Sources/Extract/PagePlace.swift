import Address

/// Where a page stands: its address, its place among the site's sections, and its picture, all by its own word.
struct PagePlace {
    let page: Page
    let linked: LinkedArticle?
    /// Where the page was found.
    let url: String
    /// What its relative addresses start from; nil when nobody knows.
    private let base: String?

    init(page: Page, linked: LinkedArticle?, url: String) {
        self.page = page
        self.linked = linked
        self.url = url
        let own = url.isEmpty ? nil : url
        base = page.marks.baseLink.flatMap { resolvedURL($0, base: own) } ?? own
    }

    /// The page's word for its own address. A front page named as every article's address is a mistake.
    var canonical: String? {
        let own = canonicalURL(url)
        let claims = [
            page.marks.canonicalLink, page.marks.value("og:url"), linked?.url,
            page.marks.value("mainentityofpage", "parsely-link"),
        ]
        for claim in claims.compactMap(\.self) {
            guard let resolved = resolvedURL(claim, base: base), let canonical = canonicalURL(resolved) else {
                continue
            }
            if isFrontPage(canonical), let own, !isFrontPage(own) { continue }
            return canonical
        }
        return own
    }

    /// The article's picture.
    var image: String? {
        let claims = [
            page.marks.value("og:image", "og:image:secure_url", "og:image:url"),
            page.marks.value("twitter:image", "twitter:image:src"), linked?.imageURL,
            page.marks.value(
                "image", "image_src", "thumbnailurl", "parsely-image-url", "sailthru.image.full"),
        ]
        return claims.lazy.compactMap { $0.flatMap { resolvedURL($0, base: base) } }.first
    }

    /// What the site files the article under: declared, or the first step of the way to it from the front page.
    func section(title: String?) -> String? {
        let marks = page.marks
        let marked = marks.properties.first { $0.name == "articlesection" }.map {
            page.string($0.passage.range)
        }
        let declared = [
            marks.value("article:section"), linked?.section, marks.value("articlesection"), marked,
            marks.value("parsely-section"),
        ]
        if let section = declared.lazy.compactMap({ $0?.collapsed }).first(where: { !$0.isEmpty }) {
            return section.utf8.count <= 200 ? section : nil
        }
        return firstStep(title: title)
    }

    private func firstStep(title: String?) -> String? {
        var steps = linked?.steps ?? []
        if steps.isEmpty {
            steps = page.marks.properties.filter { $0.name == "step" }
                .map { LinkedArticle.Step(name: page.string($0.passage.range).collapsed, address: nil) }
        }
        let names = SiteNames(page: page, linked: linked, url: url)
        let titleKey = title.map { reduced(Array($0.utf8)[...]) } ?? []
        for step in steps.prefix(8) where !step.name.isEmpty && step.name.utf8.count <= 120 {
            let key = reduced(Array(step.name.utf8)[...])
            if let address = step.address.flatMap({ resolvedURL($0, base: base) }), isFrontPage(address) {
                continue
            }
            if homeWords.contains(step.name.lowercased()) || names.contains(step.name) { continue }
            // The last step is the article itself.
            if !titleKey.isEmpty,
                isContained(titleKey, key) || isContained(key, titleKey) && key.count * 2 >= titleKey.count
            {
                continue
            }
            return step.name
        }
        return nil
    }

    private func isFrontPage(_ url: String) -> Bool {
        url.split(separator: "/", omittingEmptySubsequences: true).count <= 2 && !url.contains("?")
    }
}

/// What sites call their front page at the beginning of the way to an article.
private let homeWords: Set<String> = [
    "home", "homepage", "home page", "front page", "main", "startseite", "accueil", "inicio", "portada",
    "início", "página inicial", "capa", "homepagina", "hjem", "hem", "etusivu", "forside", "strona główna",
    "domů",
    "domov", "kezdőlap", "címlap", "acasă", "prima pagină", "początek", "naslovnica", "početna", "anasayfa",
    "ana sayfa", "αρχική", "главная", "главная страница", "головна", "начало", "почетна", "басты бет", "首页",
    "首頁",
    "主页", "ホーム", "トップ", "top", "홈", "메인", "الرئيسية", "الصفحة الرئيسية", "خانه", "صفحه اصلی", "صفحه نخست",
    "ہوم", "صفحہ اول", "דף הבית", "ראשי", "होम", "मुख्य पृष्ठ", "হোম", "প্রচ্ছদ", "முகப்பு", "హోమ్", "หน้าแรก", "หน้าหลัก",
    "trang chủ", "beranda", "laman utama", "utama",
]
