/// Beginnings of lines that tell what the line is, in the languages of the press.
enum LineTables {
    /// Lines that promote something else or state what the text does not need: matched at the beginning of a line.
    static let promotions = table(
        """
        read more|also read|read also|related:|related |read:|see also|sign up|subscribe|follow us|follow |click here
        share this|copyright|©|all rights reserved|download the|get the latest|newsletter|recommended|more:
        more on this|watch:|watch now|listen|advertisement|advertising|most read|photo:|image:|photo by|photos:
        image credit|credit:|source:|by |posted |published |updated |last updated|view comments|comments
        leave a comment|join the conversation|have a story|send us|contact the|for more|don't miss|next story|previous
        up next|loading|this story has been|this article was|article continues|story continues|continue reading|scroll
        a version of this
        lesen sie|mehr zum|mehr dazu|auch interessant|foto:|quelle:|abonnieren|melden sie|weiterlesen:|zum weiterlesen
        schon gelesen|gefällt dir|gefällt ihnen|kennt ihr schon|diese beiträge|war der artikel|war dieser artikel
        möchten sie den artikel|jetzt anmelden|folgen sie|folge uns|jetzt bestellen|zur startseite
        lire aussi|à lire|abonnez|inscrivez
        también te puede|también te interesa|más información|únete|ya sabías que|lea también|lee también|leer más|te puede|suscríbete|síguenos
        leia também|leia mais|saiba mais|clique aqui|veja também|inscreva|siga 
        leggi anche|iscriviti|segui |continua a leggere
        czytaj też|czytaj także|czytaj więcej|czytasz właśnie|zobacz też|zobacz także|zapraszamy
        lees ook|lees meer|bekijk ook|volg ons|les også|les mer|läs också|läs mer|læs også|lue myös|čtěte také|přečtěte
        olvass tovább|kapcsolódó|citește și|прочети още|διαβάστε επίσης|διαβάστε ακόμη|ayrıca oku|bunu da oku|haberin devamı
        читайте также|читайте ещё|читать далее|подпис|смотрите|фото:|читайте також|підпис|дивіться також
        あわせて読みたい|関連記事|続きを読む
        相关阅读|延伸阅读|责任编辑|編輯|原标题
        관련기사|무단전재|저작권자
        اقرأ أيضا|اقرأ أيضًا|للمزيد|شاهد أيضا|تابعنا|بیشتر بخوانید|همچنین بخوانید|مزید پڑھیں|یہ بھی پڑھیں|קראו גם|עוד בנושא
        यह भी पढ़ें|ये भी पढ़ें|और पढ़ें|আরও পড়ুন|மேலும் படிக்க|อ่านเพิ่มเติม|อ่านต่อ|xem thêm|đọc thêm|baca juga|simak juga
        """)

    /// Headings behind which only comments or other articles follow.
    static let otherArticles = table(
        """
        related|more from|more on|more in|most popular|most read|recommended|trending|you may also|you might also
        latest news|latest stories|read next|read more|up next|next in|popular|also read|follow us|about the author
        share this|recent posts|join the|sign up
        quellenangaben|einzelnachweise|mehr zum thema|mehr aus|meistgelesen|das könnte|auch interessant|weitere|verwandte
        sur le même|les plus lus|lire aussi|à lire aussi
        te puede|noticias relacionadas|más leíd|lo más|relacionad
        leggi anche|potrebbe interess|articoli correlati
        veja também|leia também|mais lidas
        читайте также
        czytaj więcej|czytaj też|zobacz też|les også|läs också|læs også|lue myös|bekijk ook|lees ook|lees meer|přečtěte si
        関連記事|人気記事
        相关|推荐
        관련
        """)

    /// Headings of readers' comments.
    static let comments = table(
        """
        comments|top rated comments|leave a|kommentare|commentaires|comentarios|commenti|комментари|コメント|댓글
        """)

    /// Words that say a date is that of a change.
    static let updates = table(
        """
        updated|update:|last edited|last modified|modified|revised|reviewed|aktualisiert|geändert|letzte änderung|stand:
        mis à jour|mise à jour|modifié|actualizado|actualización|modificado|atualizado|aggiornato|aggiornamento
        bijgewerkt|oppdatert|uppdaterad|opdateret|päivitetty|zaktualizowano|aktualizacja|aktualizováno|güncelleme
        güncellendi|обновлено|изменено|оновлено|ενημερώθηκε|更新|最終更新|수정|업데이트|آخر تحديث|تحديث|به‌روزرسانی
        अपडेट|अद्यतन|संशोधित|আপডেট|হালনাগাদ|புதுப்பிக்கப்பட்ட|อัปเดต|อัพเดต|อัพเดท|ปรับปรุง|แก้ไขล่าสุด|cập nhật
        diperbarui|diubah|dikemas kini|עודכן|עדכון אחרון|بروزرسانی|به روزرسانی|به‌روز رسانی|آخرین تغییر|اپ ڈیٹ|اپڈیٹ
        تم التعديل|обновлен|обновлён|последнее обновление|последнее изменение|оновлено|змінено|актуализиран|ажурирано
        ažurirano|frissítve|módosítva|actualizat|修改时间|修訂|修订|最后修改|最終修正|改訂|최종수정
        """)

    /// What the last lines of a page say when they are not the article's: who else worked on it, who the author is,
    /// what else to read, follow or pay for. Matched anywhere in a line.
    static let closings = table(
        """
        contributed to this report|contributed reporting|contributed to this article|contributed to this story
        reporting by|editing by|additional reporting|compiled by|sign up|full coverage of|diversity of letters
        pressesprecher|pressekontakt|media contact|press contact|contact presse|ufficio stampa
        contacto de prensa|assessoria de imprensa|on facebook, twitter|auf facebook, |sur facebook, |en facebook, |gefällt dir unser|kennt ihr schon unser
        loyal readers|latest stories and breaking|to view the full story|advertising disclosure|subscribe to|subscribe now|subscribe for|newsletter|click here|follow us|google news
        whatsapp|telegram channel|in your inbox|support our|support independent|donate to|make a donation
        create a free account|create an account|register now|register to|register for|join our|join the conversation|share it with
        feel free to reach out|for more information|all rights reserved|copyright|disclaimer:|views expressed
        opinions expressed|may not be published|terms of use|privacy policy|follow him on|follow her on|follow them on
        follow me on|you can follow|find more of|about the author|our app|moderating all comments|letters to the editor
        is a freelance|freelance journalist|freelance writer|is a senior writer|is a staff writer|is a contributing
        is the author of|is a reporter|is an author|is a columnist|is a professor|is a researcher|risk of loss
        abonnieren|folgen sie uns|folgen sie @|mit material von|mit agenturmaterial|dieser artikel erschien
        dieses thema im programm|ihre meinung ist uns|registrieren|probeabo|whatsapp-kanal|unterstützen sie uns
        aus dem englischen von|schreiben sie uns|leserbrief
        abonnez-vous|s'abonner|inscrivez-vous|réservée aux abonnés|réservé aux abonnés|suivez-nous|notre chaîne
        suscríbete|suscripción|boletín|síguenos|sigue toda la|regístrate|puedes seguir a|únete a
        assine|inscreva-se|siga o|siga-nos|clique aqui
        iscriviti|abbonati|riproduzione riservata|seguici|clicca qui
        nieuwsbrief|abonneer|volg ons|nyhetsbrev|abonnere|abonnér|følg oss|följ oss|følg os|uutiskirje
        subskrybuj|obserwuj nas|prenumerat|odebírejte|sledujte nás|feliratkoz|abonați|prijavite se
        abone ol|bizi takip|takip edin|εγγραφείτε|ακολουθήστε
        подписывайтесь|подпишитесь|читайте нас|телеграм-канал|telegram-канал|підписуйтесь|підписуйтеся
        关注我们|扫描二维码|扫码|责任编辑|责编|版权所有|未经授权|订阅|訂閱|追蹤我們|本文来源|編輯：|编辑：
        会員限定|会員登録|無断転載|購読|フォロー
        무단전재|무단 전재|재배포|구독
        اشترك|تابعونا|لمتابعة|حقوق النشر|حقوق الطبع|الآراء الواردة|انتهای پیام|عضو شوید
        सब्सक्राइब|फॉलो करें|यहां क्लिक|ติดตาม|อ่านข่าวอื่น|สมัครสมาชิก|การสนับสนุนจากคุณ
        đăng ký|theo dõi|baca juga|ikuti|הירשמו|עקבו
        """)

    /// Invitations that make a short paragraph one wherever they stand in it.
    static let invitations = table(
        """
        click to subscribe|click here to subscribe|click here to sign up|subscribe to our|sign up for our|sign up here
        subscribe here|join our whatsapp|join our telegram|follow our whatsapp|download our app|download the app
        hier anmelden|hier abonnieren|unseren newsletter|unserem whatsapp|folgen sie unserem|abonnez-vous à notre
        rejoignez notre|notre newsletter|canal de telegram|canal de whatsapp|suscríbete a nuestr|nuestro boletín
        nosso canal|nossa newsletter|inscreva-se|nostro canale|nostra newsletter|наш телеграм|наш telegram|подписывайтесь на
        підписуйтесь на|nasz kanał|naszego newslettera|whatsapp kanalımız|关注我们的|订阅我们|加入我們|公式line|카카오톡 채널|채널을 구독
        قناتنا على|اشترك في|عضو کانال|हमारे व्हाट्सएप|whatsapp चैनल|แอดไลน์|กดติดตาม|theo dõi chúng tôi|saluran whatsapp|הצטרפו ל
        """)

    /// Names of what a short line without a full stop invites to.
    static let newsletters = table(
        """
        newsletter|whatsapp|telegram|abone ol|bülten|nyhetsbrev|nieuwsbrief|uutiskirje|hírlevél|boletín|buletin|bản tin
        infolettre|lettre du|rassegna stampa|рассылк|розсилк|телеграм|ενημερωτικό δελτίο|ניוזלטר|ووتساب|واتساب|نشرتنا|نشرة
        خبرنامه|न्यूज़लेटर|व्हाट्सएप|নিউজলেটার|จดหมายข่าว|公众号|电子报|電子報|ニュースレター|メルマガ|뉴스레터|카카오톡
        """)

    /// What stands beside the date of publication, and not beside another.
    static let publications = table(
        """
        published on|published at|published:|posted on|first published|date published|publication date|erschienen am
        veröffentlicht am|publiziert am|gepostet|publié le|mis en ligne|publicado el|publicado em|publicado:
        fecha de publicación|data de publicação|pubblicato il|gepubliceerd|opublikowano|publisert|publicerad|publiceret
        julkaistu|zveřejněno|vydáno|megjelent|publicat|objavljeno|yayınlanma|yayın tarihi|δημοσιεύθηκε|δημοσίευση
        опубликовано|дата публикации|опубліковано|публикуван|发布时间|发表时间|發布時間|公開日|掲載日|投稿日|등록|입력|게재
        تاريخ النشر|نشر في|تاریخ انتشار|תאריך פרסום|פורסם|प्रकाशित|প্রকাশ|เผยแพร่|ngày đăng|diterbitkan|tayang
        """)

    /// Words that say a date on a line of dates is that of publication; in running text they say much else.
    static let publicationWords = table(
        """
        published|posted|first published|created|publié|publicado|publicada|publicat|pubblicato|veröffentlicht|erstellt
        gepubliceerd|geplaatst|opublikowan|publikováno|zverejnené|objavljeno|публикуван|објављено|megjelent|közzétéve
        publicerad|publisert|publiceret|udgivet|julkaistu|avaldatud|publicēts|paskelbta|yayınlan|yayın tarihi|eklenme
        опубликован|дата публикации|размещен|размещён|опублікован|дата публікації|жарияланған|δημοσιεύ
        公開|配信|掲載|投稿|发布|發布|发表|發表|刊登|입력|등록|게시|발행|승인|انتشار|منتشر شده|نشر|تم النشر|تاریخ اشاعت|شائع
        פורסם|פרסום|प्रकाशित|प्रकाशन|প্রকাশ|வெளியிட|వెలువడ|เผยแพร่|โพสต์|đăng|xuất bản|diterbitkan|terbit|diterbit|tayang
        """)

    /// Words of questions about cookies and data.
    static let consent = table(
        """
        cookie|consent to|your privacy|we value your|personal data|privacy settings|vendor|einwilligung|zustimmen
        datenschutz|cookies|consentement|vos données|privacidad|consentimiento|privacidade|dati personali|consenso
        toestemming|samtykke|samtycke|suostumus|prywatno|zgod|çerez|куки|персональных данных|クッキー|쿠키|隐私|ملفات تعريف
        """)

    /// What pages say that want a script, a picture puzzle or patience first.
    static let doors = table(
        """
        enable javascript|javascript is disabled|javascript is required|checking your browser|are you a robot
        not a robot|verify you are human|captcha|access denied|just a moment|attention required|unusual traffic
        aktivieren sie javascript|activer javascript|habilite javascript|active javascript|включите javascript
        请启用javascript|javascriptを有効|403 forbidden|404 not found|page not found|seite nicht gefunden
        """)

    /// What stands under a text that only subscribers see whole.
    static let paywalls = table(
        """
        to continue reading|continue reading with|keep reading with|unlock more articles|subscribe to read
        already a subscriber|log in to read|sign in to read|subscribers only|for subscribers|this article is for
        become a member to|start your free trial|weiterlesen mit|jetzt weiterlesen|nur für abonnenten|mit plus lesen
        bereits abonnent|réservé aux abonnés|réservée aux abonnés|il vous reste|déjà abonné|solo para suscriptores
        para suscriptores|exclusivo para suscriptores|exclusivo para assinantes|só para assinantes|riservato agli abbonati
        contenuto riservato|alleen voor abonnees|for abonnenter|för prenumeranter|tylko dla prenumeratorów
        для подписчиков|только по подписке|会員限定|有料会員|会员专享|登录后阅读|구독자 전용|للمشتركين فقط|สมาชิกเท่านั้น
        """)

    private static func table(_ lines: String) -> LineTable {
        LineTable(lines.split { $0 == "|" || $0 == "\n" }.map(String.init))
    }
}
