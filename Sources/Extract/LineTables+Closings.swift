/// What the last lines of a page say when they are not the article's. Whole words; `~` marks beginnings of words.
extension LineTables {
    /// Who else worked on it, whose rights they are, what the page asks of its reader, in the first person or as a request:
    /// no sentence of an article says so.
    static let closings = table(
        """
        contributed to this report|contributed reporting to|contributed to this article|contributed to this story
        additional reporting by|additional reporting from|(reporting by|; editing by|, editing by|(editing by|;editing by|'s full coverage of
        gefällt dir unser
        to view the full story|advertising disclosure|subscribe to our|subscribe now
        subscribe today|subscribe here|our newsletter|our daily newsletter|our weekly newsletter|our free newsletter
        sign up for our|sign up for my|sign up here|sign up for free|sign up to our
        follow us|in your inbox|support our journalism|support independent journalism
        make a donation to support|create a free account|join the conversation|share it with your|share it with a friend|share it with friends
        feel free to reach out|for more information, visit|for more information, contact|for more information visit|copyright ©|copyright (c)|disclaimer:
        views expressed in this|views expressed here|views expressed are|opinions expressed in this|opinions expressed here|opinions expressed are
        our privacy policy|follow him on|follow her on|follow them on|follow me on
        you can follow him|you can follow her|you can follow them|find more of|our app
        folgen sie uns|folgen sie @|mit material von|mit agenturmaterial|dieser artikel erschien|dieses thema im programm
        ihre meinung ist uns|probeabo|unseren newsletter|unserem newsletter|unseren whatsapp-kanal|unterstützen sie uns|aus dem englischen von|schreiben sie uns
        abonnez-vous|inscrivez-vous à|suivez-nous|notre chaîne|notre newsletter
        nuestro boletín|síguenos en|regístrate gratis|puedes seguir a|únete a nuestr~|tu suscripción
        assine agora|assine já|inscreva-se|siga-nos|clique aqui|iscriviti alla|abbonati a|riproduzione riservata|seguici su|clicca qui
        onze nieuwsbrief|abonneer je|volg ons|vårt nyhetsbrev|vores nyhedsbrev|vårt nyhetsbrev|følg oss|följ oss|følg os
        tilaa uutiskirje|subskrybuj nas|obserwuj nas|odebírejte náš|sledujte nás|iratkozzon fel|abonați-vă|prijavite se na naš
        bizi takip edin|εγγραφείτε στο newsletter|ακολουθήστε μας
        подписывайтесь на|подпишитесь на|читайте нас|наш телеграм~|наш telegram~|підписуйтесь на|підписуйтеся на
        关注我们|责任编辑：|责任编辑:|责编：|责编:|版权所有|追蹤我們|本文来源|編輯：|编辑：|订阅我们
        会員登録できます|無断転載|無断複製|재배포 금지
        اشترك في قناتنا|اشترك في نشرتنا|تابعونا على|جميع الحقوق محفوظة|حقوق النشر محفوظة|الآراء الواردة|انتهای پیام|کانال ما
        हमें फॉलो करें|हमारे चैनल|सब्सक्राइब करें|यहां क्लिक करें|ติดตามเรา|อ่านข่าวอื่น|การสนับสนุนจากคุณ
        theo dõi chúng tôi|theo dõi kênh|baca juga|ikuti kami|ikuti berita~|ikuti whatsapp|ikuti saluran|הירשמו ל~|עקבו אחרינו|כל הזכויות שמורות
        """, wholeWords: true)

    /// What such lines speak of, and sentences of articles too: they need a second sign, see ``BodySelection/dropClosingLines()``.
    static let closingHints = table(
        """
        reporting by|editing by|compiled by|moderating|moderated|sign up|full coverage of|subscribe to|subscribe for|subscribing to|subscribe|newsletter
        newsletters|click here|google news|whatsapp|telegram channel|support our|support independent|donate to|make a donation
        create an account|register to|register for|join our newsletter|join our community|for more information|contributed reporting|copyright|views expressed
        opinions expressed|may not be published|terms of use|privacy policy|you can follow|is a freelance|freelance journalist
        freelance writer|is a senior writer|is a staff writer|is a contributing|is the author of|is a reporter|is an author|is a columnist
        is a professor|is a researcher|is a writer|is the founder of|is director of
        pressesprecher|pressekontakt|media contact|press contact|contact presse|ufficio stampa|contacto de prensa|assessoria de imprensa
        abonnieren|registrieren|whatsapp-kanal|leserbrief~|s'abonner|suscríbete|suscripción|boletín|síguenos|regístrate|únete a|assine|siga o
        iscriviti|abbonati|nieuwsbrief|abonneer|nyhetsbrev~|abonnere|abonnér|uutiskirje|subskrybuj|prenumerat~|odebírejte|feliratkoz~|prijavite se
        abone ol~|takip edin|εγγραφείτε|ακολουθήστε|телеграм-канал~|telegram-канал~|подпис~|підпис~|订阅|訂閱|扫码关注|公众号
        会員限定|購読|フォロー|メルマガ|구독|اشترك|تابعونا|لمتابعة|حقوق النشر|حقوق الطبع|عضو شوید|सब्सक्राइब|फॉलो करें|यहां क्लिक
        ติดตาม|สมัครสมาชิก|đăng ký|theo dõi|ikuti|הירשמו|עקבו
        is a full-time freelance|risk of loss|auf facebook|sur facebook|en facebook|on facebook, twitter|letters to the editor
        register now|all rights reserved|about the author|sigue toda la|réservée aux abonnés|réservé aux abonnés|扫描二维码|扫码|未经授权
        무단전재|무단 전재|채널을 구독
        canal de telegram|canal de whatsapp|canal do telegram|canal do whatsapp|grupo de whatsapp|grupo do whatsapp|grupo de telegram
        chaîne telegram|chaîne whatsapp|canale telegram|canale whatsapp|telegram-kanal|kanał na telegramie|kanał na whatsappie
        """, wholeWords: true)

    /// Words by which a page speaks of itself or to its reader. ("us" is missing: it is also a country.)
    static let selfSpeech = table(
        """
        our|we|my|me|you|your|unser~|wir|uns|dein~|dir|dich|nous|notre|nos|vous|votre|vos|nuestro~|nuestra~|te|tu|tus|usted
        nosso~|nossa~|você|nostro|nostra|nostri|nostre|ti|tuo|tua|vostro|vostra|onze|jouw|je|oss|vår~|vores|dig|dere|meitä|meille|sinulle
        наш~|нас|нам|вас|вам|ваш~|мы|nasz~|twój~|náš|naše|bizim|bizi|bize|sizin|μας|σας|我们|我們|本报|本网|本站|您|你
        当社|弊社|本紙|あなた|お客様|こちら|저희|여러분|قناتنا|نشرتنا|موقعنا|صفحتنا|صفحاتنا|تطبيقنا|حساباتنا|معنا|שלנו|אחרינו|אלינו|שלכם
        हमारे|हमारी|हमारा|हमें|आप|आपके|आपकी|کانال ما|ما را|ของเรา|chúng tôi|bạn|kami|anda
        ihr browser|ihren browser|ihres browsers
        """, wholeWords: true)
}
