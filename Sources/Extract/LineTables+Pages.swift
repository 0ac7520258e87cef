import Markup

/// What pages say that are no article, or only the beginning of one.
extension LineTables {
    static let login = LineTable(PagePhrases.login, wholeWords: true)
    static let errors = LineTable(PagePhrases.errors)
    /// What pages say that want a script, a picture puzzle or patience first.
    static let doors = LineTable(PagePhrases.challenge + PagePhrases.doors)

    /// What questions about cookies and data speak of. Articles do too: see ``consentRequests``.
    static let consent = table(
        """
        cookie~|your privacy|personal data|personal information|privacy settings|privacy policy|vendors|einwilligung|datenschutz~|personenbezogene daten
        consentement|vos données|données personnelles|vie privée|privacidad|consentimiento|datos personales|privacidade|dados pessoais|consentimento|dati personali|consenso|privacy
        toestemming|persoonsgegevens|samtykke|personopplysninger|persondata|samtycke|personuppgifter|suostumus|evästei~|eväste~|prywatno~|zgod~|danych osobowych|plików cookie|soubory cookie|osobních údajů
        osobných údajov|sütik~|süti~|személyes adat~|date cu caracter personal|cookie-uri|kolačić~|osobnih podataka|çerez~|kişisel veri~|куки|персональных данных|персональні дані|файлы cookie|конфиденциальност~|файли cookie|бисквитк~|личните данни
        απόρρητο~|απορρήτου|προσωπικά δεδομένα|προσωπικών δεδομένων|クッキー|個人データ|プライバシー|쿠키|개인정보|隐私|隱私|个人数据|個人資料|ملفات تعريف الارتباط|البيانات الشخصية|خصوصيتك|الكوكيز|داده‌های شخصی|کوکی‌ها|کوکی~|حریم خصوصی
        בעוגיות|נתונים אישיים|מידע אישי|עוגיות|עוגיה|פרטיות~|פרטיותך|קובצי cookie|कुकीज़|कुकी|कुकीज|गोपनीयता|व्यक्तिगत डेटा|কুকি|কুকিজ|গোপনীয়তা|குக்கீ|คุกกี้|ข้อมูลส่วนบุคคล|ความเป็นส่วนตัว|quyền riêng tư|dữ liệu cá nhân|data pribadi|privasi|vidakuzi
        """, wholeWords: true)

    /// What such a question says itself: who asks, and what to press.
    static let consentRequests = table(
        """
        we use|we and our|our partners|we value|your consent|consent to|accept|accept all|agree|i agree|manage your|reject all|by clicking|to continue
        wir und unsere|wir verwenden|wir nutzen|zustimmen|stimmen sie|akzeptieren|alle akzeptieren|nous utilisons|nous et nos|accepter|en cliquant|utilizamos|nosotros y nuestros|aceptar|acepte
        nós e nossos|usamos|aceitar|aceite|utilizziamo|noi e i nostri|accetta|accettare|wij en onze|we gebruiken|wij gebruiken|accepteren|akkoord|vi bruker|vi og våre|godta|vi använder|vi och våra
        godkänn~|acceptera|vi bruger|vi og vores|accepter|käytämme|hyväksy~|my i nasi|używamy|wykorzystujemy|akceptuj~|zaakceptuj|wyrażam zgodę|používáme|my a naši|přijmout|souhlas~|používame|prijať|súhlas~
        használunk|elfogad~|folosim|utilizăm|acceptă|acceptați|koristimo|mi i naši|prihvati~|kullanıyoruz|kabul et~|biz ve|мы и наши|мы используем|принять|нажмите|согла~|ми та наші|ми використовуємо|прийняти|погод~|използваме|приемам|приемете
        χρησιμοποιούμε|αποδοχή|αποδέχ~|当社|同意|私たちは|받아들|동의|수락|我们使用|我们和|我们重视|接受|我們使用|我們和|نستخدم|نحن وشركاؤنا|نحن نقدر|قبول|موافق|الموافقة|استفاده می‌کنیم|ما و شرکای|بپذیرید|پذیرش|می‌پذیرم
        אנו משתמשים|אנחנו משתמשים|אנו והשותפים|אישור|קבל|מסכים|हम और हमारे|हम कुकी~|का उपयोग करते हैं|स्वीकार|सहमत|আমরা|গ্রহণ|সম্মত|பயன்படுத்துகிறோம்|ஏற்க|เราใช้|เราและ|ยอมรับ|ยินยอม|chúng tôi sử dụng|đồng ý|chấp nhận|kami menggunakan|kami dan mitra|setuju|terima|tunatumia
        """, wholeWords: true)

    /// What stands under a text that only subscribers see whole.
    static let paywalls = table(
        """
        to continue reading|continue reading with|keep reading with|unlock more articles|unlock this article|subscribe to read|subscribe to continue
        already a subscriber|log in to read|sign in to read|log in to continue|sign in to continue|register to read|register to continue|subscribers only|for subscribers only|only for subscribers|available to subscribers|exclusive to subscribers|this article is for
        become a member to|start your free trial|weiterlesen mit|jetzt weiterlesen|nur für abonnenten|mit plus lesen|um weiterzulesen|abonnieren und weiterlesen
        bereits abonnent|für abonnenten|réservé aux abonnés|réservée aux abonnés|il vous reste|déjà abonné|pour lire la suite|abonnez-vous pour lire|solo para suscriptores|sólo para suscriptores
        para suscriptores|exclusivo para suscriptores|para seguir leyendo|suscríbete para seguir|ya eres suscriptor|exclusivo para assinantes|só para assinantes|assine para continuar|para continuar lendo|para continuar a ler|conteúdo exclusivo para|riservato agli abbonati
        contenuto riservato|per continuare a leggere|abbonati per leggere|sei già abbonato|alleen voor abonnees|lees verder met|om verder te lezen|al abonnee|for abonnenter|kun for abonnenter|för prenumeranter|läs vidare med|for å lese videre|for at læse videre|les hele saken|fortsätt läsa|vain tilaajille|tilaajille
        tylko dla prenumeratorów|dla subskrybentów|aby czytać dalej|czytaj dalej z|masz już prenumeratę|pouze pro předplatitele|jen pro předplatitele|chcete-li pokračovat ve čtení|len pre predplatiteľov|csak előfizetőknek|előfizetőink|az olvasás folytatásához|doar pentru abonați|pentru abonați|samo za pretplatnike|za pretplatnike|само за абонати|за абонати
        для подписчиков|только по подписке|оформите подписку|доступно по подписке|чтобы читать дальше|чтобы продолжить чтение|для передплатників|за передплатою|оформіть передплату|щоб читати далі|sadece abonelere|abonelere özel|okumaya devam etmek için abone|devamını okumak için|μόνο για συνδρομητές|για συνδρομητές|για να συνεχίσετε την ανάγνωση
        会員限定|有料会員|この記事は有料|続きを読むには|残り文字|購読すると全文|全文を読むには|会员专享|登录后阅读|订阅后|订阅后继续阅读|付费阅读|付费后阅读|开通会员|剩余内容|仅限会员|仅限订阅|訂閱後|訂戶專享|會員專屬|付費閱讀|구독자 전용|구독 후|유료 회원|유료회원|기사 전문을 보려면|계속 읽으려면|회원 전용
        للمشتركين فقط|اشترك لمتابعة القراءة|لمتابعة القراءة|لمواصلة القراءة|لقراءة المقال كاملا|هذا المحتوى للمشتركين|برای خواندن ادامه|ادامه مطلب مشترک|ویژه مشترکان|مخصوص مشترکین|صرف سبسکرائبرز|למנויים בלבד|להמשך קריאה|להמשך הקריאה|כבר מנוי|למנויי
        पूरा पढ़ने के लिए|आगे पढ़ने के लिए|सदस्यता लें|केवल सदस्यों के लिए|सब्सक्राइबर्स के लिए|প্রিমিয়াম গ্রাহকদের|পুরোটা পড়তে|গ্রাহকদের জন্য|முழுவதும் படிக்க|சந்தாதாரர்களுக்கு|สมาชิกเท่านั้น|สมัครสมาชิกเพื่ออ่าน|เพื่ออ่านต่อ|เฉพาะสมาชิก
        chỉ dành cho thuê bao|đăng ký để đọc|để đọc tiếp|dành cho độc giả trả phí|khusus pelanggan|berlangganan untuk|untuk melanjutkan membaca|khas untuk pelanggan|kwa wanachama pekee
        """, wholeWords: true)
}
