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
        lesen sie|mehr zum|mehr dazu|auch interessant|foto:|quelle:|abonnieren|melden sie
        lire aussi|à lire|abonnez|inscrivez
        lea también|lee también|leer más|te puede|suscríbete|síguenos
        leia também|leia mais|veja também|inscreva|siga 
        leggi anche|iscriviti
        читайте также|подпис|смотрите|фото:
        あわせて読みたい|関連記事|続きを読む
        相关阅读|延伸阅读|责任编辑|編輯|原标题
        관련기사|무단전재|저작권자
        اقرأ أيضا|للمزيد
        """)

    /// Headings behind which only comments or other articles follow.
    static let otherArticles = table(
        """
        related|more from|more on|more in|most popular|most read|recommended|trending|you may also|you might also
        latest news|latest stories|read next|read more|up next|next in|popular|also read|follow us|about the author
        share this|recent posts|join the|sign up
        mehr zum thema|mehr aus|meistgelesen|das könnte|auch interessant|weitere|verwandte
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
        अपडेट|อัปเดต|cập nhật|diperbarui|עודכן
        """)

    /// What the last lines of a page say when they are not the article's: who else worked on it, who the author is,
    /// what else to read, follow or pay for. Matched anywhere in a line.
    static let closings = table(
        """
        contributed to this report|contributed reporting|contributed to this article|contributed to this story
        reporting by|editing by|additional reporting|compiled by|first published|originally published
        originally appeared|this article was originally|sign up|subscribe to|subscribe now|subscribe for|newsletter|click here|follow us|google news
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

    /// Words that together with a word for cookies make a line a notice about them.
    static let consent = ["website", "consent", "browser", "akzeptier"]

    private static func table(_ lines: String) -> LineTable {
        LineTable(lines.split { $0 == "|" || $0 == "\n" }.map(String.init))
    }
}
