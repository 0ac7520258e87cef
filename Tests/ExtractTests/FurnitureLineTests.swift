import Dates
import Model
import Testing
import Text

@testable import Extract

/// Sentences that say what furniture says, and furniture itself: the first are text, the second never.
@Suite struct FurnitureLineTests {
    private static let extractor = Extractor(dates: DateReader(), languages: LanguageIdentifier())
    private static let text = [
        "The ferry to the outer islands will sail again from Monday, the harbour office said, after divers had looked at its hull for three days.",
        "About two hundred people had waited in the village, where the only shop ran out of bread, flour and lamp oil on the second evening.",
        "A second boat is to be bought in spring; the council wants to pay for it out of the tax on overnight stays, which was raised last year.",
        "Fishermen on the northern shore asked for a quay of their own, and they were promised an answer before the herring come back in May.",
    ]

    /// The paragraphs of an article of four, the line between two of them or as the last.
    private func paragraphs(with line: String, atEnd: Bool, wrapped: String = "p") throws -> [String] {
        var lines = Self.text.map { "<p>\($0)</p>" }
        lines.insert("<\(wrapped)>\(line)</\(wrapped)>", at: atEnd ? 4 : 2)
        let html = """
            <html><head><title>Ferry sails again</title></head><body><article><h1>Ferry sails again</h1>
            \(lines.joined(separator: "\n"))</article></body></html>
            """
        return try Self.extractor.article(
            from: Array(html.utf8), contentType: nil, url: "https://coast.example/a/1", item: nil,
            rules: ArticleRules(), languageHint: nil, now: Timestamp(seconds: 1_772_323_200)
        ).article.paragraphs
    }

    @Test(arguments: sentences) func aSentenceIsKeptWhateverItSpeaksOf(line: String) throws {
        #expect(try paragraphs(with: line, atEnd: false) == Self.text[..<2] + [line] + Self.text[2...])
        #expect(try paragraphs(with: line, atEnd: true) == Self.text + [line])
    }

    @Test(arguments: sentences) func aLongSentenceIsKeptToo(line: String) throws {
        let long = line + " " + Self.text[3].replacing("herring", with: "mackerel")
        #expect(try paragraphs(with: long, atEnd: true) == Self.text + [long])
    }

    @Test(arguments: promotions) func aPromotionIsCutWhereverItStands(line: String) throws {
        #expect(try paragraphs(with: line, atEnd: false) == Self.text)
        #expect(try paragraphs(with: line, atEnd: true) == Self.text)
    }

    @Test(arguments: closings) func whatSpeaksOfThePageIsCutAtTheEnd(line: String) throws {
        #expect(try paragraphs(with: line, atEnd: true) == Self.text)
    }

    @Test(arguments: [
        "Related work on the pier", "Weitere Gespräche über den Hafen", "Follow the money", "More on deck",
        "Comments by the harbour master", "Copyright law at sea", "相关部门的回应", "推荐人选之争", "Популярный маршрут",
    ]) func aHeadingOfTheTextEndsNothing(line: String) throws {
        #expect(
            try paragraphs(with: line, atEnd: false, wrapped: "h2")
                == Self.text[..<2] + [line] + Self.text[2...])
    }

    private static let sentences = [
        "By the time the boat had left, nobody spoke of the storm any more.",
        "By 2030 the fleet will have doubled.",
        "Follow the rope, the old pilot told the court on Tuesday.",
        "Copyright law for sea charts is to change in the coming year.",
        "Comments by the harbour master angered both of the villages.",
        "Previous councils had made the same promise and broken it.",
        "Read more than a hundred pages and you will still not know the cause.",
        "Watch: the new boat made eleven trips in its first week at sea.",
        "Listen carefully, the captain said, for I shall not repeat this.",
        "Recommended speeds in the bay fell by two knots in October.",
        "Related charges against the owner were dropped on Thursday.",
        "Updated charts will be handed out to every skipper before spring.",
        "Subscribe or perish, the printer had written above his door.",
        "WhatsApp said on Thursday that it would obey the ruling in part.",
        "The newsletter of the dockers was banned by a court in the port.",
        "She is a professor of shipbuilding at the school in the next town.",
        "Islanders can register for the lottery until the end of the week.",
        "The church asked its people to donate to the families of the crew.",
        "The union wants its members to subscribe to the new charter.",
        "“Sign up now or stay ashore”, the posters in the harbour said.",
        "Für mehr Platz an Bord abonnieren viele Pendler schon im Sommer ihre Karte.",
        "Schiffer müssen sich künftig beim Hafenamt registrieren lassen.",
        "Weitere Verhandlungen sollen in der nächsten Woche folgen.",
        "Quelle des Streits ist ein Steg, den niemand gebaut haben will.",
        "Les pêcheurs peuvent s'abonner au bulletin de la météo marine.",
        "À lire les comptes du port, la saison a été mauvaise.",
        "Más información sobre el naufragio llegará en mayo, dijo el capitán.",
        "La suscripción del convenio tendrá lugar en el puerto el martes.",
        "Siga o não a greve, o porto abrirá na segunda-feira.",
        "Segui per anni la stessa rotta, raccontò il vecchio marinaio.",
        "Prenumerata gazet spadła na wyspach o jedną dziesiątą.",
        "Polis tekneyi üç gün boyunca takip edin emrini almıştı.",
        "Abone olan balıkçıların sayısı iki yılda ikiye katlandı.",
        "Подписание договора о пароме состоится во вторник на острове.",
        "Подписали бумагу капитан и двое свидетелей с берега.",
        "Смотрите, сказал боцман, сколько воды набралось за ночь.",
        "Телеграм на острове не работал до самого вечера вторника.",
        "Рассылка повесток рыбакам началась в прошлый вторник.",
        "Подписка на газету подорожает для жителей побережья весной.",
        "Підписання угоди про пором відбудеться у вівторок на острові.",
        "اشترك في الرحلة بحارة من عشرين قرية على الساحل.",
        "وتشكلت لجنة لمتابعة إصلاح العبارة في الميناء القديم.",
        "وقالت واتساب إنها ستنفذ حكم المحكمة يوم الثلاثاء.",
        "للمزيد من الأمان زادت البلدية عدد الزوارق في الخليج.",
        "تابعنا السفينة من الشاطئ حتى غابت، كما قال الصيادون.",
        "پلیس دریایی سه روز قایق گمشده را در خلیج دنبال کرد.",
        "عضو شوید شعار تازه اتحادیه ماهیگیران جزیره است.",
        "הספנים עקבו אחרי הסירה במשך שלושה ימים ולילות.",
        "תגובות הדייגים להחלטה היו חריפות מאוד ביום שלישי.",
        "सरकार ने कहा कि नाविकों के व्हाट्सएप पर रोक नहीं लगेगी।",
        "टिप्पणी करने से बंदरगाह के अधिकारी ने मंगलवार को मना किया।",
        "সাবস্ক্রাইব করা জেলেদের সংখ্যা এক বছরে দ্বিগুণ হয়েছে।",
        "ตำรวจน้ำกำลังติดตามเรือประมงที่หายไปจากท่าเมื่อวันอังคาร",
        "ชาวเกาะจะสมัครสมาชิกสหกรณ์เดินเรือได้ตั้งแต่ต้นเดือนหน้า",
        "Cảnh sát biển tiếp tục theo dõi con tàu lạ ở ngoài khơi phía bắc.",
        "Ngư dân có thể đăng ký tàu mới tại văn phòng cảng từ thứ ba.",
        "Para nelayan akan mengikuti pelatihan di pelabuhan bulan depan.",
        "Nelayan ikuti jejak kapal hilang hingga ke pulau terluar.",
        "相关部门已派人检查渡轮，结果将在下周公布。",
        "推荐航线的数量今年增加了一成，港务局表示。",
        "订阅海图服务的船主比去年多了两成，公司周二说。",
        "编辑海图的工作将持续到明年春天，港务局表示。",
        "评论人士认为，新渡轮来得太晚，价格也太高。",
        "公众号停更以后，岛上居民只能看布告栏。",
        "新聞の購読者は島で三割減ったと港の事務所が明らかにした。",
        "同社は船員のフォロー体制を来春から強める方針だ。",
        "コメントを控えた船長は火曜日に島を離れたという。",
        "구독 서비스에 가입한 어민이 한 해 사이에 두 배로 늘었다.",
        "관련 기사를 쓴 기자는 화요일에 섬을 떠났다고 항만청이 밝혔다.",
        "댓글 조작 혐의를 받는 선주가 화요일 법정에 나왔다.",
        "Οι ναυτικοί λένε ότι το σύνθημα ήταν εγγραφείτε στο σωματείο.",
        "The man who was arrested on the pier is a freelance journalist from the capital, police said.",
        "Small savers carry the whole risk of loss if the shipyard fails, the judge wrote.",
        "Die Polizei teilte das am Abend auf Facebook, Instagram und an der Hafentafel mit.",
        "El alcalde lo anunció en Facebook, donde lo leyeron mil vecinos de la isla.",
        "Le maire a annoncé sur Facebook, puis à la radio, que le quai restera fermé.",
        "Drivers who sign up now pay half of the toll until the end of the year.",
        "The editor refused to publish the letters to the editor that spoke of the wreck.",
        "Relatives asked for more information on the deaths of the two sailors.",
        "The terms of use and the price were agreed by both of the harbours.",
        "For more on the cost the council has asked an accountant from the mainland.",
        "For more information the families went to the court in the next town.",
        "Photos by the neighbours show the boat under water up to its mast.",
        "Related content on the disks was seized by the police on Friday.",
        "Most read the letter as a threat to close the ferry line for good.",
        "Recommended reading at the school now includes a book about the wreck.",
        "Mehr dazu wollte der Minister am Abend nicht sagen.",
        "Join our club for a day, the manager had told her in the spring.",
        "The service told people to download the app before the storm.",
        "Подписаться на газету можно будет на почте с первого марта.",
        "未经授权的渔船不得进入港口，港务局周二表示。",
        "市は公式LINEで避難所の場所を知らせたと発表した。",
        "시는 카카오톡 채널로 배편을 알리겠다고 화요일에 밝혔다.",
        "نوشته‌اند که هر عضو کانال ماهیگیران باید قایق خود را ثبت کند.",
        "नाविकों के व्हाट्सएप WhatsApp चैनल पर मंगलवार को रोक लगी।",
        "ตำรวจบอกชาวเกาะว่าอย่ากดติดตามบัญชีปลอมของท่าเรือในช่วงสัปดาห์นี้",
    ]

    private static let promotions = [
        "Read more: The second boat", "Also read: Who pays for the quay",
        "Sign up for our evening newsletter.",
        "Subscribe to our channel and never miss a tide.", "Follow us on every network there is.",
        "Photo: Anna Holm", "Share this article", "Advertisement", "By Jane Roe",
        "Copyright © 2026 Coast Daily.",
        "Lesen Sie auch: Der zweite Steg", "Folgen Sie uns auf allen Kanälen.",
        "Lire aussi : Le deuxième quai",
        "Abonnez-vous à notre lettre du soir.", "Lea también: El segundo muelle",
        "Leia também: O segundo cais",
        "Leggi anche: Il secondo molo", "Czytaj też: Drugi prom", "Lees ook: De tweede boot",
        "Haberin devamı için tıklayın", "Читайте также: Второй причал",
        "Подписывайтесь на наш канал в Telegram",
        "Читайте також: Другий причал", "延伸阅读：第二条船", "扫码下载客户端，看更多海岛新闻", "责任编辑：林海", "分享到",
        "関連記事：二隻目の船", "あわせて読みたい", "最新の港ニュースはアプリでお届けします", "シェアする", "무단전재 및 재배포 금지",
        "공유하기", "اقرأ أيضا: الرصيف الثاني", "تابعونا على واتساب لمعرفة مواعيد العبارة", "مشاركة",
        "بیشتر بخوانید: اسکله دوم", "ما را در تلگرام دنبال کنید", "اشتراک‌گذاری", "קראו גם: הרציף השני",
        "הצטרפו לערוץ הוואטסאפ שלנו", "שתפו", "यह भी पढ़ें: दूसरी नाव", "ताज़ा खबरों के लिए हमारे व्हाट्सऐप चैनल से जुड़ें",
        "शेयर करें", "ติดตามข่าวสารของเราทาง LINE", "แชร์", "Baca juga: Kapal kedua",
        "Theo dõi chúng tôi trên mọi kênh.",
    ]

    private static let closings = [
        "Additional reporting by Jane Roe and John Doe.", "(Reporting by Jane Roe; editing by John Doe)",
        "Jane Roe contributed to this report.", "The views expressed here are those of the writer alone.",
        "Donate to the paper so that we can go on printing it.", "Register for your free account to comment.",
        "You can subscribe to the Coast Daily in our shop by the harbour.",
        "Unterstützen Sie uns mit einem kleinen Betrag.", "Riproduzione riservata", "版权所有，未经授权不得转载。",
        "無断転載を禁じます。", "جميع الحقوق محفوظة لصحيفة الساحل.", "انتهای پیام", "כל הזכויות שמורות לעיתון החוף.",
        "और खबरों के लिए हमें फॉलो करें।",
    ]
}
