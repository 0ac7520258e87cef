/// What pages say that stand in the way of a feed or an article, in lowercase, in the languages of the press.
///
/// Many of the phrases occur in articles too: whoever uses them asks for a second sign, such as a page with hardly any
/// text or links.
package enum PagePhrases {
    /// Titles and buttons of forms to log in.
    package static let login = phrases(
        """
        log in|login|log on|sign in|please sign in|anmelden|anmeldung|einloggen|connexion|se connecter|connectez-vous|iniciar sesión|inicia sesión|identifícate
        entrar|iniciar sessão|fazer login|accedi|inloggen|aanmelden|logga in|logg inn|log ind|kirjaudu|zaloguj|logowanie|přihlášení|přihlásit|prihlásenie
        bejelentkezés|autentificare|conectare|prijava|prijavite|вход|войти|войдите|авторизация|увійти|вхід|giriş yap|üye girişi|oturum aç
        σύνδεση|είσοδος|تسجيل الدخول|ورود به|ورود|لاگ ان|התחברות|כניסה למערכת|כניסה|लॉग इन|लॉगिन|लॉग-इन|লগ ইন|লগইন|உள்நுழை|เข้าสู่ระบบ|ลงชื่อเข้าใช้
        đăng nhập|masuk|log masuk|登录|登入|登錄|ログイン|로그인
        """)

    /// Pages that want to see a browser or a person at work before they let it in. Their makers use few words, and
    /// translate some of them.
    package static let challenge = phrases(
        """
        captcha|challenge-platform|enable javascript and cookies to continue|checking your browser|verify you are human
        verifying you are human|verify that you are human|making sure you're not a bot|making sure you&#39;re not a bot|pardon our interruption
        incapsula incident id|ddos protection|are you a robot|not a robot|проверка браузера|проверяем ваш браузер|проверка вашего браузера
        подтвердите, что вы не робот|вы не робот|перевіряємо ваш браузер|перевірка браузера|підтвердьте, що ви не робот|人机验证|安全验证|正在验证您是否是真人|正在检查您的浏览器
        人機驗證|正在檢查您的瀏覽器|ロボットではありません|人間であることを確認|ブラウザを確認しています|사람인지 확인|브라우저를 확인|로봇이 아닙니다
        تحقق من أنك إنسان|التحقق من المتصفح|جارٍ التحقق من متصفحك|لست روبوتا|در حال بررسی مرورگر|من ربات نیستم|انسان بودن شما
        vérifiez que vous êtes humain|vérification de votre navigateur|je ne suis pas un robot|verifica que eres humano|comprobando su navegador
        comprobando tu navegador|no soy un robot|verifique que você é humano|verificando seu navegador|não sou um robô
        verifica di essere umano|controllo del browser|non sono un robot|ihr browser wird überprüft|überprüfung ihres browsers|dass sie ein mensch sind|kein roboter
        uw browser wordt gecontroleerd|ik ben geen robot|sprawdzanie przeglądarki|nie jestem robotem|kontrola prohlížeče|nejsem robot
        tarayıcınız kontrol ediliyor|robot değilim|έλεγχος του προγράμματος περιήγησης|δεν είμαι ρομπότ|בודק את הדפדפן|בודקים את הדפדפן|אינני רובוט|אני לא רובוט
        ยืนยันว่าคุณเป็นมนุษย์|กำลังตรวจสอบเบราว์เซอร์|ฉันไม่ใช่โปรแกรมอัตโนมัติ|सत्यापित करें कि आप मानव हैं|आपके ब्राउज़र की जाँच|मैं रोबोट नहीं
        আপনি মানুষ কিনা|đang kiểm tra trình duyệt|xác minh bạn là con người|memeriksa browser anda|saya bukan robot|kontrollerar din webbläsare|jag är inte en robot
        """)

    /// Pages that want a script or turn their reader away.
    package static let doors = phrases(
        """
        enable javascript|javascript is disabled|javascript is required|access denied|just a moment...|attention required!|unusual traffic
        aktivieren sie javascript|javascript aktivieren|activer javascript|activez javascript|habilite javascript|active javascript|activa javascript|ative o javascript|abilita javascript
        javascript inschakelen|aktivera javascript|włącz javascript|povolte javascript|включите javascript|увімкніть javascript|javascript'i etkinleştirin
        ενεργοποιήστε τη javascript|请启用javascript|请启用 javascript|請啟用javascript|請啟用 javascript|javascriptを有効|javascript를 활성화|تفعيل جافا سكريبت|تفعيل javascript|فعال کردن جاوا اسکریپت
        יש להפעיל javascript|जावास्क्रिप्ट सक्षम|กรุณาเปิดใช้งาน javascript|bật javascript|aktifkan javascript|zugriff verweigert|accès refusé|acceso denegado|acesso negado|accesso negato
        доступ запрещен|доступ запрещён|доступ заборонено|odmowa dostępu|přístup odepřen|erişim engellendi|访问被拒绝|拒绝访问|アクセスが拒否|접근이 거부|تم رفض الوصول|دسترسی غیرمجاز|הגישה נדחתה
        """)

    /// Titles of pages that say that there is no such page, or that the server failed.
    package static let errors = phrases(
        """
        403 forbidden|404 not found|error 404|404 error|410 gone|500 internal server error|502 bad gateway|503 service unavailable|504 gateway
        page not found|page cannot be found|page can't be found|page can’t be found|page doesn't exist|page does not exist|page no longer exists|article not found
        seite nicht gefunden|seite existiert nicht|seite wurde nicht gefunden|page introuvable|page non trouvée|cette page n'existe|página no encontrada|la página no existe
        página não encontrada|pagina non trovata|pagina niet gevonden|sidan hittades inte|sidan kunde inte hittas|siden ble ikke funnet|siden blev ikke fundet|siden findes ikke|sivua ei löyd
        nie znaleziono strony|strona nie istnieje|strony nie znaleziono|stránka nenalezena|stránka nebyla nalezena|stránka neexistuje|stránka sa nenašla
        az oldal nem található|pagina nu a fost găsită|pagina nu există|stranica nije pronađena|stranica ne postoji|stran ne obstaja|lehte ei leitud|puslapis nerastas|lapa nav atrasta
        страница не найдена|страница не существует|такой страницы нет|сторінку не знайдено|сторінка не знайдена|сторінки не існує|страницата не е намерена|страница није пронађена
        sayfa bulunamadı|η σελίδα δεν βρέθηκε|الصفحة غير موجودة|الصفحة غير متوفرة|لم يتم العثور على الصفحة|صفحه یافت نشد|صفحه پیدا نشد|صفحه مورد نظر|صفحہ نہیں ملا|הדף לא נמצא|העמוד לא נמצא
        העמוד שחיפשת|पृष्ठ नहीं मिला|पेज नहीं मिला|পৃষ্ঠাটি পাওয়া যায়নি|পাতাটি পাওয়া যায়নি|பக்கம் கிடைக்கவில்லை|ไม่พบหน้า|ไม่พบหน้านี้|không tìm thấy trang|trang không tồn tại
        halaman tidak ditemukan|halaman tidak dijumpai|页面不存在|页面未找到|找不到页面|您访问的页面|頁面不存在|找不到頁面|找不到網頁|ページが見つかりません|ページは見つかりません|ページは存在しません
        페이지를 찾을 수 없|존재하지 않는 페이지|ukurasa haukupatikana
        """)

    private static func phrases(_ lines: String) -> [String] {
        lines.split { $0 == "|" || $0 == "\n" }.map(String.init)
    }
}

/// Whether a page asks for a password: an `input` of that type within its first megabyte.
package func hasPasswordField(_ html: [UInt8]) -> Bool {
    let end = min(html.count, 1 << 20)
    let field = Array("<input".utf8)
    let type = Array("password".utf8)
    var index = 0
    while index + field.count < end {
        guard html[index] == UInt8(ascii: "<"), matches(html, at: index, field) else {
            index += 1
            continue
        }
        index += field.count
        var isType = false
        let limit = min(end, index + 2048)
        while index < limit, html[index] != UInt8(ascii: ">") {
            if html[index] == UInt8(ascii: "=") { isType = matches(html, at: index - 4, Array("type".utf8)) }
            if isType, html[index] | 0x20 == UInt8(ascii: "p"), matches(html, at: index, type) { return true }
            if html[index] == 0x20 { isType = false }
            index += 1
        }
    }
    return false
}

private func matches(_ html: [UInt8], at index: Int, _ word: [UInt8]) -> Bool {
    guard index >= 0, index + word.count <= html.count else { return false }
    return word.indices.allSatisfy { html[index + $0] | 0x20 == word[$0] | 0x20 }
}
