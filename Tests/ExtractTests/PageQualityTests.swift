import Dates
import Model
import Testing
import Text

@testable import Extract

/// Pages in the place of an article, and beginnings of one.
@Suite struct PageQualityTests {
    private static let extractor = Extractor(dates: DateReader(), languages: LanguageIdentifier())

    private func quality(_ body: String, title: String = "Coast Daily", head: String = "") throws
        -> Article.Quality
    {
        let html =
            "<html><head><title>\(title) | Coast Daily</title>\(head)</head><body><nav><a href=/>1</a></nav>\(body)</body></html>"
        return try Self.extractor.article(
            from: Array(html.utf8), contentType: nil, url: "https://coast.example/a/1", item: nil,
            rules: ArticleRules(), languageHint: nil, now: Timestamp(seconds: 1_772_323_200)
        ).article.quality
    }

    @Test(arguments: [
        "Page not found", "Seite nicht gefunden", "Page introuvable", "Página no encontrada",
        "Página não encontrada",
        "Pagina non trovata", "Pagina niet gevonden", "Sidan hittades inte", "Siden ble ikke funnet",
        "Nie znaleziono strony", "Stránka nenalezena", "Az oldal nem található", "Pagina nu a fost găsită",
        "Stranica nije pronađena", "Страница не найдена", "Сторінку не знайдено", "Страницата не е намерена",
        "Sayfa bulunamadı", "Η σελίδα δεν βρέθηκε", "الصفحة غير موجودة", "صفحه پیدا نشد", "הדף לא נמצא",
        "पेज नहीं मिला", "ไม่พบหน้าที่คุณต้องการ", "Không tìm thấy trang", "Halaman tidak ditemukan", "页面不存在",
        "找不到頁面", "ページが見つかりません", "페이지를 찾을 수 없습니다", "পৃষ্ঠাটি পাওয়া যায়নি",
    ]) func anErrorIsNoArticle(title: String) throws {
        let body =
            "<h1>\(title)</h1><p>~ 404 ~ The tide has taken it, or it never was; go back to the harbour and look there, please.</p>"
        #expect(try quality(body, title: title) == .notAnArticle)
    }

    @Test(arguments: [
        "We and our partners use cookies and similar means to keep what you read. Accept to go on.",
        "Wir und unsere Partner verwenden Cookies und ähnliche Mittel. Bitte stimmen Sie zu, um weiterzulesen.",
        "Nous et nos partenaires utilisons des cookies et traitons vos données. Cliquez sur accepter.",
        "Nosotros y nuestros socios usamos cookies y tratamos datos personales. Pulse aceptar, por favor.",
        "Nós e nossos parceiros usamos cookies e tratamos dados pessoais. Clique em aceitar para seguir.",
        "Noi e i nostri partner usiamo i cookie e trattiamo dati personali. Premi accetta per andare avanti.",
        "Wij en onze partners gebruiken cookies en verwerken persoonsgegevens. Klik op akkoord.",
        "Vi och våra partner använder cookies och personuppgifter. Klicka på acceptera för att läsa.",
        "My i nasi partnerzy używamy plików cookie i danych osobowych. Kliknij i zaakceptuj, proszę.",
        "My a naši partneři používáme soubory cookie a zpracování osobních údajů. Zvolte přijmout.",
        "Мы и наши партнёры храним файлы cookie и персональные данные. Нажмите, чтобы принять.",
        "Ми та наші партнери зберігаємо файли cookie та персональні дані. Натисніть, щоб прийняти.",
        "Biz ve ortaklarımız çerezler kullanıyoruz ve kişisel verileri işliyoruz. Devam için kabul edin.",
        "Χρησιμοποιούμε cookies και προσωπικά δεδομένα, εμείς και οι συνεργάτες μας. Πατήστε αποδοχή.",
        "نستخدم نحن وشركاؤنا ملفات تعريف الارتباط على جهازك، وبعدها يمكنك القراءة، فاضغط على موافق.",
        "ما و شرکای ما از کوکی‌ها بر دستگاه شما استفاده می‌کنیم. برای خواندن باید بپذیرید.",
        "אנו והשותפים שלנו משתמשים בעוגיות ומעבדים נתונים אישיים, לחצו על אישור כדי לקרוא.",
        "हम और हमारे साथी कुकीज़ रखते हैं और आपका व्यक्तिगत डेटा देखते हैं। पढ़ने के लिए स्वीकार करें।",
        "เราและคู่ค้าใช้คุกกี้และประมวลผลข้อมูลส่วนบุคคลบนอุปกรณ์ของคุณ กดยอมรับเพื่ออ่าน",
        "Chúng tôi sử dụng cookie và xử lý dữ liệu cá nhân trên thiết bị. Hãy bấm đồng ý để đọc.",
        "Kami dan mitra menggunakan cookie serta data pribadi pada perangkat. Tekan setuju untuk membaca.",
        "我们和合作方使用 Cookie 保存设备信息，并处理个人数据，请点击接受以便阅读。",
        "当社と提携先はクッキーで端末の情報を保存し、個人データを処理します。同意してください。",
        "저희와 협력사는 쿠키로 기기의 정보를 저장하고 개인정보를 처리합니다. 읽으려면 동의해 주세요.",
        "আমরা ও আমাদের সঙ্গীরা কুকি রাখি এবং তথ্য দেখি। পড়তে হলে গ্রহণ করুন, তারপর এগিয়ে যান।",
    ]) func aQuestionForConsentIsNamed(text: String) throws {
        #expect(try quality("<div><h1>~</h1><p>\(text)</p><button>OK</button></div>") == .consent)
    }

    @Test(arguments: [
        "Checking your browser before you go ashore, please wait.",
        "Bitte warten, Ihr Browser wird überprüft, dann geht es weiter.",
        "Vérification de votre navigateur, un instant, je vous prie.",
        "Comprobando su navegador, espere un momento, por favor.",
        "Verificando seu navegador, espere um pouco, por favor.",
        "Проверка вашего браузера, подождите немного, пожалуйста.",
        "Перевіряємо ваш браузер, зачекайте трохи, будь ласка.",
        "Tarayıcınız kontrol ediliyor, lütfen biraz bekleyin.",
        "جارٍ التحقق من متصفحك، انتظر قليلا من فضلك.", "در حال بررسی مرورگر شما هستیم، کمی صبر کنید.",
        "בודקים את הדפדפן שלך, רק רגע אחד בבקשה.",
        "सत्यापित करें कि आप मानव हैं, फिर आगे बढ़ें।", "กำลังตรวจสอบเบราว์เซอร์ของคุณ โปรดรอสักครู่",
        "Đang kiểm tra trình duyệt của bạn, xin chờ một lát.",
        "正在检查您的浏览器，请稍候片刻，马上就好。", "ブラウザを確認しています。しばらくお待ちください。", "사람인지 확인하는 중입니다. 잠시만 기다려 주세요.",
    ]) func aChallengeIsNoArticle(text: String) throws {
        #expect(try quality("<h1>coast.example</h1><p>\(text)</p>") == .notAnArticle)
    }

    @Test(arguments: [
        "Sign in", "Anmelden", "Se connecter", "Iniciar sesión", "Accedi", "Inloggen", "Logga in",
        "Zaloguj się",
        "Вход на сайт", "Увійти", "Giriş yap", "Σύνδεση", "تسجيل الدخول", "ورود به سایت", "כניסה למערכת",
        "लॉग इन करें",
        "เข้าสู่ระบบ", "Đăng nhập", "用户登录", "ログイン", "로그인",
    ]) func aFormToLogInIsNoArticle(title: String) throws {
        let body = """
            <h1>\(title)</h1><p>Whoever reads the Coast Daily has a name there and a word that nobody else knows, or gets both at the harbour office, between nine and noon.</p>
            <form><input type=text name=u><input name=p TYPE="password"></form>
            """
        #expect(try quality(body, title: title) == .notAnArticle)
    }

    private static let beginning =
        "<article><h1>Ferry sails again</h1><p>The ferry to the outer islands will sail again from Monday, the harbour office said, after divers had looked at its hull for three days.</p>"

    @Test(arguments: [
        "Subscribe to continue reading", "Already a subscriber? Log in", "Nur für Abonnenten",
        "Bereits Abonnent?",
        "Article réservé aux abonnés", "Il vous reste 60 % à lire", "Contenido solo para suscriptores",
        "Exclusivo para assinantes",
        "Contenuto riservato agli abbonati", "Alleen voor abonnees", "For abonnenter", "Vain tilaajille",
        "Tylko dla prenumeratorów",
        "Pouze pro předplatitele", "Csak előfizetőknek", "Doar pentru abonați", "Samo za pretplatnike",
        "Само за абонати",
        "Оформите подписку, чтобы читать дальше", "Оформіть передплату, щоб читати далі",
        "Sadece abonelere özel", "Μόνο για συνδρομητές",
        "اشترك لمتابعة القراءة", "برای خواندن ادامه مطلب مشترک شوید", "הכתבה למנויים בלבד",
        "पूरा पढ़ने के लिए सदस्यता लें",
        "পুরোটা পড়তে গ্রাহক হোন", "สมัครสมาชิกเพื่ออ่านต่อ", "Đăng ký để đọc tiếp", "Khusus pelanggan", "订阅后继续阅读全文", "訂戶專享",
        "この記事は有料会員限定です", "구독자 전용 기사입니다",
    ]) func aBeginningForAllIsATeaser(wall: String) throws {
        #expect(try quality(Self.beginning + "<div>\(wall)</div></article>") == .teaser)
    }

    @Test(arguments: [
        "paywall", "article-paywall__box", "c-regwall", "subscription-wall", "subscriber-only",
        "premium-overlay", "Paywall-overlay",
    ]) func anElementNamedLikeAWallCutsOff(name: String) throws {
        #expect(
            try quality(Self.beginning + "</article><div class=\"\(name)\"><p>~ 4.90 ~</p></div>") == .teaser)
        #expect(
            try quality(Self.beginning + "</article><div id=\"\(name)\"><p>~ 4.90 ~</p></div>") == .teaser)
    }

    @Test(
        arguments: [
            "The central bank of the islands raised its key rate by a quarter of a point on Tuesday, to four per cent.",
            "The painter told the court that she was a person and not a robot, and that the picture of the harbour was hers.",
            "The clerk at the harbour gate said access denied to all who came, and sent forty lorries back to the town.",
            "Whoever looked for the list of boats on Monday saw the words page not found, the harbour office admitted.",
            "Der Kapitän sagte dem Gericht, er sei kein Roboter und habe nach drei Tagen ohne Schlaf das Licht übersehen.",
            "Le gardien du port a répondu accès refusé à quarante camions, qui sont repartis vers la ville mardi soir.",
            "Капитан заявил суду, что доступ запрещён был всем, кроме лоцмана, и что судно ушло без него во вторник.",
            "وقال حارس الميناء إن عبارة تم رفض الوصول ظهرت لجميع الشاحنات صباح يوم الثلاثاء.",
            "नाविकों ने बताया कि मंगलवार को सूची की जगह पेज नहीं मिला लिखा हुआ था और नाव देर से चली।",
            "港务局周二承认，当天上午查询船期的人只看到页面不存在几个字，渡轮因此晚开了两个小时。",
            "港の事務所は火曜日、船の一覧を開いた人にアクセスが拒否されたと認め、原因を調べていると発表した。",
            "ชาวเรือเล่าว่าเมื่อวันอังคารเปิดรายชื่อเรือแล้วไม่พบหน้าใดเลยจึงต้องรอที่ท่าเรือจนถึงค่ำ",
        ], [true, false]) func aShortArticleIsOne(text: String, hasForm: Bool) throws
    {
        let form = "<header><form><input type=text name=u><input name=p type=password></form></header>"
        let body = (hasForm ? form : "") + "<article><h1>News from the coast</h1><p>\(text)</p></article>"
        #expect(try quality(body, title: "News from the coast") == .full)
    }

    @Test(arguments: [("Login to the port denied", Article.Quality.full), ("The boats", .notAnArticle)])
    func theDateOfAnItemCountsWhereItsTitleStands(itemTitle: String, expected: Article.Quality) throws {
        let html = """
            <html><head><title>Login to the port denied | Coast Daily</title></head><body>
            <form><input name=p type=password></form><article><h1>Login to the port denied</h1>
            <p>Forty lorries were sent back to the town on Tuesday, the harbour office said in the evening.</p></article></body></html>
            """
        var item = Item(key: "a1")
        item.title = itemTitle
        item.published = ZonedDate(instant: Timestamp(seconds: 1_772_300_000))
        let article = try Self.extractor.article(
            from: Array(html.utf8), contentType: nil, url: "https://coast.example/a/1", item: item,
            rules: ArticleRules(), languageHint: nil, now: Timestamp(seconds: 1_772_323_200)
        ).article
        #expect(article.quality == expected)
    }

    @Test func whatOnlySpeaksOfSuchThingsIsAnArticle() throws {
        let long = String(
            repeating: "The council spoke of boats, and of the weather, until it was dark outside. ", count: 5
        )
        #expect(try quality(Self.beginning + "</article>") == .full)
        #expect(
            try quality("<div class=paywall>" + Self.beginning + "<p>\(long)</p></article></div>") == .full)
        #expect(try quality(Self.beginning + "</article><div class=paywall></div>") == .full)
        let cookies =
            "<p>The court ruled that cookies need the reader's leave, and that personal data belong to whoever they speak of.</p>"
        #expect(
            try quality("<article><h1>Court rules on cookies</h1>\(cookies)\(cookies)</article>") == .full)
        let robot =
            "<p>The harbour's first robot checks ropes at night, and nobody knows yet whether it will ever be cheaper than the three men who did so before it came, the office said on Monday.</p>"
        #expect(
            try quality("<article><h1>A robot checks ropes</h1>\(robot)<p>\(long)</p></article>") == .full)
        #expect(
            try quality("<form><input type=password></form>" + Self.beginning + "<p>\(long)</p></article>")
                == .full)
    }
}
