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
        関連記事|人気記事
        相关|推荐
        관련
        """)

    /// Headings of readers' comments.
    static let comments = table(
        """
        comments|top rated comments|leave a|kommentare|commentaires|comentarios|commenti|комментари|コメント|댓글
        """)

    /// Words that together with a word for cookies make a line a notice about them.
    static let consent = ["website", "consent", "browser", "akzeptier"]

    private static func table(_ lines: String) -> LineTable {
        LineTable(lines.split { $0 == "|" || $0 == "\n" }.map(String.init))
    }
}
