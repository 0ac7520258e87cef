/// Beginnings of lines that tell what the line is, in the languages of the press.
enum LineTables {
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

    static func table(_ lines: String, wholeWords: Bool = false) -> LineTable {
        LineTable(
            lines.split { $0 == "|" || $0 == "\n" }.map(String.init).filter { !$0.isEmpty },
            wholeWords: wholeWords)
    }
}
