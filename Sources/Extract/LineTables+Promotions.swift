/// What lines say that promote something else. Phrases are whole words; those with `~` behind them are the beginnings of
/// words.
extension LineTables {
    /// Openings that no sentence of an article has: they speak to the reader, or are a credit's label with its colon.
    static let promotions = table(
        """
        read more about|read more:|read more on|read more from|read more here|read also|see also
        sign up for our|sign up for the|sign up for free|sign up here|sign up now|sign up today|sign up to our
        subscribe to our|subscribe to get|subscribe now|subscribe today|subscribe here|subscribe for free
        follow us|follow me|follow him on|follow her on|follow them on|click here|share this article|share this story
        share this post|share this page|get the latest|story continues|article continues|listen to this article
        view comments|leave a comment|leave a reply|join the conversation|don't miss our
        this story has been updated|this article has been updated
        this story has been corrected|this article has been corrected|this article was originally|this story was originally
        this article was first|this story was first|this story was produced|this article was produced
        this article was created|a version of this article
        a version of this story|a version of this post
        related:
        photo:|photos:|image:|images:|photo by|photo credit|photo courtesy|image credit|credit:|source:|video:|©|copyright ©
        lesen sie auch|lesen sie mehr|lesen sie hier|lesen sie dazu|lesen sie außerdem|lesen sie weiter
        foto:|fotos:|bild:|quelle:|melden sie sich|abonnieren sie|jetzt abonnieren|jetzt anmelden|jetzt bestellen
        weiterlesen:|zum weiterlesen|gefällt dir|gefällt ihnen
        war dieser artikel|möchten sie den artikel|folgen sie uns|folgen sie @|folge uns|zur startseite
        lire aussi|à lire aussi|à lire également|à lire :|abonnez-vous|inscrivez-vous|suivez-nous|partagez cet article|partager cet article
        también te puede interesar|también te interesa|lea también|lee también|te puede interesar|ya sabías que
        suscríbete a nuestr~|síguenos en|únete a nuestr~|lea más|foto:|fuente:
        leia também|leia mais|saiba mais|clique aqui|veja também|inscreva-se|siga-nos|siga o nosso|siga nosso
        leggi anche|iscriviti alla nostra|seguici su|leggi di più
        czytaj też|czytaj także|czytaj więcej|czytasz właśnie|zobacz też|zobacz także|polub nas|śledź nas
        lees ook|lees meer|bekijk ook|volg ons|les også|les mer|läs också|läs mer|læs også|lue myös|čtěte také|přečtěte si
        olvass tovább|olvasd el|citește și|прочети още|διαβάστε επίσης|διαβάστε ακόμη|ayrıca okuyun|bunu da oku~
        haberin devamı için|bizi takip edin
        читайте также|читайте ещё|читайте нас|подписывайтесь на|подпишитесь на|подписывайся на|следите за нами
        смотрите также|фото:|видео:|источник:|читайте також|підписуйтесь на|підписуйтеся на|підпишіться на|дивіться також
        あわせて読みたい|続きはこちら|扫码下载|长按二维码|点击关注|点击下载
        相关阅读：|相关阅读:|延伸阅读：|延伸阅读:|责任编辑：|责任编辑:|責任編輯：|责编：|责编:|编辑：|編輯：|原标题：|原标题:|原標題：
        저작권자 ©|저작권자ⓒ|ⓒ|좋아요 누르고
        اقرأ أيضا|اقرأ أيضًا|اقرأ ايضا|إقرأ أيضا|اقرأ المزيد|شاهد أيضا|تابعونا على|تابعنا على|تابعوا صفحتنا|انضم إلى قناتنا
        بیشتر بخوانید|همچنین بخوانید|بخوانید:|ما را در تلگرام|ما را در اینستاگرام|ما را در شبکه|به کانال ما
        مزید پڑھیں|یہ بھی پڑھیں|یہ بھی پڑھئے|קראו גם|קראו עוד|עקבו אחרינו|הצטרפו לערוץ|הצטרפו לקבוצת|הירשמו לניוזלטר
        यह भी पढ़ें|ये भी पढ़ें|इसे भी पढ़ें|यह भी पढ़े|और पढ़ें|हमारे व्हाट्स~|हमारे टेलीग्राम|हमसे जुड़ें
        আরও পড়ুন|আরো পড়ুন|மேலும் படிக்க|ఇది కూడా చదవండి|ഇതും വായിക്കുക|આ પણ વાંચો|हेही वाचा|ਇਹ ਵੀ ਪੜ੍ਹੋ
        ติดตามข่าวสารของเรา|ติดตามเรา|ติดตามข่าวสารได้ที่|แอดไลน์|อ่านข่าวที่เกี่ยวข้อง|ข่าวที่เกี่ยวข้อง:
        baca juga|simak juga|lihat juga|baca lagi|ikuti kami|ikuti saluran|theo dõi chúng tôi|xem thêm:|đọc thêm:
        """, wholeWords: true)

    /// Openings that also begin sentences: they need a second sign, see ``BodySelection/isPromotion(_:)``.
    static let labels = table(
        """
        read more|read:|sign up|subscribe|follow|share this|copyright|download the|newsletter|recommended|more:|watch
        watch:|listen|advertisement|advertising|by|posted|published|updated|last updated|comments|contact the|have a story
        for more|previous|next|up next|loading|scroll|send us|don't miss|this article was|this story has been|related
        lesen sie|mehr zum|abonnieren|melden sie|folgen sie|anzeige|weiterlesen|à lire|abonnez|inscrivez|más información|únete
        suscríbete|síguenos|te puede|publicidad|publicité|inscreva|siga|iscriviti|segui|pubblicità|zapraszamy|reklama
        kapcsolódó|haberin devamı|подписывайтесь|подпишитесь|подписка|смотрите|реклама|підписуйтесь|підписка
        関連記事|関連ニュース|相关阅读|相关新闻|相关报道|相关文章|延伸阅读|责任编辑|責任編輯|责编|编辑|編輯|原标题|原標題|推荐阅读|广告
        관련기사|관련 기사|저작권자|للمزيد|تابعنا|تابعونا|إعلان|עוד בנושא|विज्ञापन|อ่านเพิ่มเติม|อ่านต่อ|ข่าวที่เกี่ยวข้อง
        xem thêm|đọc thêm|tin liên quan|berita terkait|iklan
        also read|all rights reserved|more on this|watch now|listen now|join our newsletter|next story|previous story|next article
        previous article|continue reading|for more on|for more information|for more details
        for more news|for more stories|for more info|for more questions|related reading|related stories|related story
        related articles|related article|related posts|related news|related topics|related content|related links|related coverage
        related recipes|related videos|recommended stories|recommended articles|recommended videos|recommended for you
        recommended reading|most read|photos by|mehr zum thema|mehr dazu|auch interessant|schon gelesen|diese beiträge
        war der artikel|leer más|continua a leggere|kapcsolódó cikk~|читать далее|подписаться на|続きを読む|扫描二维码|掃描二維碼|点击查看|更多精彩|延伸閱讀
        무단전재|무단 전재|have a tip
        """, wholeWords: true)

    /// Labels of a date or of rights: a year or a clock behind them is the second sign.
    static let datedLabels = table(
        "updated|last updated|published|posted|copyright|first published", wholeWords: true)

    /// Headings behind which only other articles follow. A heading that only begins so may be the article's own.
    static let otherArticles = table(
        """
        related|related stories|related articles|related news|related posts|related topics|related content|more from~
        more on this|more in this|more in~|most popular|most read|recommended|recommended for you|trending|trending now
        you may also|you might also|latest news|latest stories|read next|read more|up next|next in~|popular|popular now
        popular posts|also read|follow us|about the author|about the authors|share this~|recent posts|join the conversation|sign up for~
        quellenangaben|einzelnachweise|mehr zum thema|mehr aus~|meistgelesen|meistgelesene artikel|das könnte sie~|das könnte dich~
        auch interessant|weitere artikel|weitere beiträge|weitere meldungen|weitere nachrichten|weitere themen|verwandte artikel
        verwandte themen|sur le même sujet|sur le même thème|les plus lus|lire aussi|à lire aussi|articles liés
        te puede interesar|noticias relacionadas|artículos relacionados|temas relacionados|más leídas|más leído|lo más leído|lo más visto
        leggi anche|potrebbe interessarti|potrebbero interessarti|articoli correlati|i più letti
        veja também|leia também|mais lidas|notícias relacionadas|conteúdo relacionado|читайте также|похожие новости|материалы по теме
        по теме|читайте також|схожі новини|czytaj więcej|czytaj też|zobacz też|powiązane artykuły|les også|läs också
        læs også|lue myös|bekijk ook|lees ook|lees meer|meest gelezen|přečtěte si|související články|ilgili haberler|benzer haberler
        διαβάστε επίσης|σχετικά άρθρα|citește și|articole similare|関連記事|関連ニュース|人気記事|おすすめ記事|アクセスランキング
        相关阅读|相关新闻|相关报道|相关文章|相关推荐|推荐阅读|热门文章|热门推荐|为您推荐|延伸阅读|延伸閱讀|相關新聞|相關文章|推薦閱讀|猜你喜欢
        관련기사|관련 기사|관련 뉴스|인기 기사|많이 본 뉴스|추천 기사|اقرأ أيضا|مواضيع ذات صلة|أخبار ذات صلة|الأكثر قراءة|مقالات ذات صلة
        اخبار مرتبط|مطالب مرتبط|پربازدیدترین~|بیشتر بخوانید|متعلقہ خبریں|קראו גם|כתבות נוספות|כתבות קשורות|אולי יעניין אותך|עוד בנושא
        यह भी पढ़ें|संबंधित खबरें|संबंधित समाचार|सबसे ज्यादा पढ़ी गई|আরও পড়ুন|সম্পর্কিত খবর|ข่าวที่เกี่ยวข้อง|ข่าวยอดนิยม|ข่าวแนะนำ|บทความที่เกี่ยวข้อง
        tin liên quan|bài liên quan|đọc nhiều nhất|tin cùng chuyên mục|berita terkait|baca juga|berita terpopuler|artikel terkait
        """, wholeWords: true)

    /// Beginnings of such headings: a heading of the article's own may begin so, see
    /// ``BodySelection/announcesOtherArticles(_:)``.
    static let otherArticleOpenings = table(
        """
        related|more from|more on|more in|more stories|most popular|most read|recommended|trending|latest news|latest stories|next in|popular|about the author
        share this|recent posts|join the|sign up|mehr aus|mehr zum|das könnte|weitere|verwandte|les plus|te puede|más leíd~|lo más|relacionad~
        potrebbe~|potrebbero~|mais lidas|相关|相關|推荐|推薦|热门|관련|추천|ข่าวอื่น|ข่าวที่เกี่ยวข้อง|похожие|другие новости|أخبار|المزيد من|اخبار|עוד
        """, wholeWords: true)

    /// Headings of readers' comments.
    static let comments = table(
        """
        comments|comment|top rated comments|leave a comment|leave a reply|reader comments|join the discussion|kommentare|leserkommentare
        commentaires|vos commentaires|laisser un commentaire|comentarios|deja un comentario|comentários|deixe um comentário|commenti|lascia un commento|комментарии|комментарий
        комментариев|оставить комментарий|обсуждение|коментарі|коментари|komentarze|komentáře|komentare|komentáre|komentari|reacties|kommentarer|kommentit|hozzászólások
        comentarii|yorumlar|yorum yap|σχόλια|コメント|みんなのコメント|评论|评论区|网友评论|最新评论|热门评论|全部评论|留言|評論|網友評論|発言|댓글|전체 댓글
        التعليقات|تعليقات|تعليقات القراء|أضف تعليقا|اترك تعليقا|نظرات|نظرات کاربران|نظر شما|دیدگاه‌ها|دیدگاه ها|تبصرے|תגובות|הוסף תגובה|תגובות הגולשים
        टिप्पणियाँ|टिप्पणियां|टिप्पणी|पाठकों की राय|आपकी राय|মন্তব্য|মন্তব্যসমূহ|கருத்துகள்|కామెంట్స్|ความคิดเห็น|แสดงความคิดเห็น|คอมเมนต์
        bình luận|ý kiến bạn đọc|komentar|ulasan|maoni
        """, wholeWords: true)

    /// What stands on buttons to pass the article on, and nothing else beside them.
    static let shares = table(
        """
        share|share this|share on|share via|tweet|print|teilen|drucken|partager|imprimer|compartir|compartilhar|condividi|delen|dela|del|jaa|udostępnij
        sdílet|megosztás|distribuie|paylaş|κοινοποίηση|поделиться|поделитесь|поширити|сподели|シェア|シェアする|共有|ツイート|印刷|分享|分享到|分享至|转发|打印
        공유|공유하기|인쇄|مشاركة|شارك|شاركها|شارك المقال|طباعة|اشتراک گذاری|اشتراک‌گذاری|به اشتراک بگذارید|چاپ|شیئر کریں|שתפו|שיתוף|שתף|הדפסה
        शेयर करें|शेयर|साझा करें|শেয়ার করুন|শেয়ার|பகிர்|แชร์|แชร์ข่าวนี้|แบ่งปัน|พิมพ์|chia sẻ|bagikan|kongsi
        """, wholeWords: true)

    /// Invitations that make a short paragraph one wherever they stand in it: they name what is the page's own.
    static let invitations = table(
        """
        click to subscribe|click here to subscribe|click here to sign up|subscribe to our|sign up for our|sign up here
        subscribe here|join our whatsapp|join our telegram|follow our whatsapp|download our app|sign up to our
        hier anmelden|hier abonnieren|unseren newsletter|unserem whatsapp~|folgen sie unserem|abonnez-vous à notre
        rejoignez notre|notre newsletter|nuestro canal de telegram|nuestro canal de whatsapp|suscríbete a nuestr~|nuestro boletín
        nosso canal|nossa newsletter|inscreva-se|nostro canale|nostra newsletter|наш телеграм|наш telegram|подписывайтесь на наш~
        подписывайтесь на канал|подпишитесь на наш~|нашу рассылку|підписуйтесь на|підписуйтеся на|nasz kanał|naszego newslettera
        whatsapp kanalımız~|关注我们的|订阅我们|加入我們|我们的客户端|アプリでお届け|ダウンロードはこちら|登録はこちら
        قناتنا على|اشترك في قناتنا|اشترك في نشرتنا|اشتركوا في قناتنا|کانال ما|ما را در تلگرام|हमारे व्हाट्स~|हमारे टेलीग्राम|हमारा ऐप
        ติดตามข่าวสารของเรา|theo dõi chúng tôi|saluran whatsapp kami|לערוץ הוואטסאפ שלנו|לערוץ הטלגרם שלנו|לניוזלטר שלנו
        """, wholeWords: true)

    /// Names of what a short line without a full stop invites to.
    static let newsletters = table(
        """
        newsletter|whatsapp|telegram|abone ol|bülten|nyhetsbrev|nieuwsbrief|uutiskirje|hírlevél|boletín|buletin|bản tin
        infolettre|lettre du|rassegna stampa|рассылк|розсилк|телеграм|ενημερωτικό δελτίο|ניוזלטר|הוואטסאפ|בטלגרם|ووتساب|واتساب|نشرتنا|نشرة
        خبرنامه|کانال تلگرام|न्यूज़लेटर|व्हाट्सएप|व्हाट्सऐप|टेलीग्राम|নিউজলেটার|จดหมายข่าว|公众号|电子报|電子報|ニュースレター|メルマガ|뉴스레터|카카오톡
        download the app|下载客户端|下载app|公式line|카카오톡 채널|채널을 구독|عضو کانال|whatsapp चैनल|กดติดตาม|แอดไลน์
        """)
}
