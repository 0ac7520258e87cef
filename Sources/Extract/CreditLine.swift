import Model

/// A short line at the end of a text, or a note in brackets there, whose words credit an agency: `Source: Reuters`,
/// `（来源：新华社）`, `(With inputs from PTI)`, `© 2026 AFP`, `Reporting by Jane Roe; Editing by John Doe`.
struct CreditLine {
    private let table: CreditTable
    private let line: String
    /// In lowercase, one scalar for each of ``scalars``.
    private let lowered: [Unicode.Scalar]
    private let scalars: [Unicode.Scalar]

    /// - Parameter paragraph: of a long one only a note in brackets at its end is looked at.
    init(_ paragraph: String, _ table: CreditTable) {
        self.table = table
        let whole =
            paragraph.utf8.count <= CreditLine.longestLine ? paragraph : CreditLine.note(at: paragraph) ?? ""
        line = whole.trimmed { isCreditSpace($0) || isStop($0) || "()（）[]【】".unicodeScalars.contains($0) }
        scalars = Array(line.unicodeScalars)
        lowered = scalars.map(CreditTable.lowercased).compactMap(Unicode.Scalar.init)
    }

    var credit: WireCredit? {
        guard !scalars.isEmpty, lowered.count == scalars.count else { return nil }
        return sourceCredit ?? leadCredit ?? rightsCredit ?? editorsCredit
    }

    /// An agency behind a word for "source" and a colon, which begin the line or a piece of it.
    var sourceCredit: WireCredit? {
        guard lowered.count == scalars.count, !scalars.isEmpty else { return nil }
        guard scalars.contains(where: { $0 == ":" || $0 == "：" }), !namesPicture(lowered[...]) else {
            return nil
        }
        for colon in scalars.indices where scalars[colon] == ":" || scalars[colon] == "：" {
            guard let word = sourceWord(before: colon), let end = agencyEnd(from: colon + 1) else { continue }
            return WireCredit(agency: end.agency, evidence: text(word..<end.end))
        }
        return nil
    }

    /// `With inputs from PTI`, `With AP inputs`, `mit Material von dpa`, `综合路透社报道`
    private var leadCredit: WireCredit? {
        for lead in creditLeads where lowered.starts(with: lead) {
            if let end = agencyEnd(from: lead.count), endsLine(end.end) {
                return WireCredit(agency: end.agency, evidence: text(0..<end.end))
            }
        }
        for frame in creditFrames where lowered.starts(with: frame.lead) {
            // Most lines do not even have its first sign.
            guard let sign = frame.tail.first, lowered.contains(sign),
                let end = agencyEnd(from: frame.lead.count)
            else { continue }
            let rest = lowered[end.end...].drop { isCreditSpace($0) || isDash($0) }
            if rest.starts(with: frame.tail),
                !(rest.dropFirst(frame.tail.count).first.map(isCreditLetter) ?? false)
            {
                return WireCredit(agency: end.agency, evidence: line)
            }
        }
        return nil
    }

    /// Whether behind `end` only other agencies follow: "With inputs from PTI, ANI and agencies", not "With AP photographers
    /// he went".
    private func endsLine(_ end: Int) -> Bool {
        let rest = String(String.UnicodeScalarView(scalars[end...]))
        return rest.split { ",/、&;，() ".contains($0) }.allSatisfy {
            joiningWords.contains($0.lowercased()) || table.agency(named: $0) != nil
        }
    }

    /// `© 2026 AFP`, `Copyright 2026 The Associated Press. All rights reserved`
    private var rightsCredit: WireCredit? {
        for start in scalars.indices.prefix(120) {
            let length =
                scalars[start] == "©" ? 1 : lowered[start...].starts(with: rightsWord) ? rightsWord.count : 0
            guard length > 0, start == 0 || !isCreditLetter(scalars[start - 1]) else { continue }
            var index = start + length
            while index < scalars.count, index - start < 30,
                isCreditSpace(scalars[index]) || "©(c)-–,/".unicodeScalars.contains(lowered[index])
                    || scalars[index].properties.numericType != nil
            {
                index += 1
            }
            if let end = agencyEnd(from: index) {
                return WireCredit(agency: end.agency, evidence: text(start..<end.end))
            }
        }
        return nil
    }

    /// A line that names who reported and who edited, in the manner that only Reuters has, in the languages of its services.
    private var editorsCredit: WireCredit? {
        for pair in editorLines {
            guard lowered.starts(with: pair.lead) else { continue }
            let rest = lowered[pair.lead.count...]
            if rest.indices.contains(where: { rest[$0...].starts(with: pair.later) }) {
                return WireCredit(agency: "Reuters", evidence: line)
            }
        }
        return nil
    }

    /// Where the word for "source" before a colon begins.
    private func sourceWord(before colon: Int) -> Int? {
        var end = colon
        while end > 0, isCreditSpace(scalars[end - 1]) { end -= 1 }
        for word in sourceWords where lowered[..<end].suffix(word.count).elementsEqual(word) {
            let start = end - word.count
            if start == 0 || !isCreditLetter(scalars[start - 1]) || scalars[start].value >= 0x3000 {
                return start
            }
        }
        return nil
    }

    /// The agency whose name begins at `start` or behind spaces there, and where it ends.
    private func agencyEnd(from start: Int) -> (agency: String, end: Int)? {
        var start = start
        while start < scalars.count,
            isCreditSpace(scalars[start]) || "\"“«'‘@".unicodeScalars.contains(scalars[start])
        {
            start += 1
        }
        if lowered[min(start, scalars.count)...].starts(with: article) { start += article.count }
        for length in stride(from: min(table.longest, scalars.count - start), through: 2, by: -1) {
            let end = start + length
            // Inside a word of Latin letters no name ends: the cheapest question first.
            guard end == scalars.count || !isLatin(scalars[end]), !isCreditSpace(scalars[end - 1]),
                !isStop(scalars[end - 1]), table.mayEnd(scalars[start..<end]), isNameEnd(end)
            else {
                continue
            }
            let name = String(String.UnicodeScalarView(scalars[start..<end]))
            if let agency = table.agency(named: name) { return (agency, end) }
        }
        return nil
    }

    private func isLatin(_ scalar: Unicode.Scalar) -> Bool {
        (0x61...0x7A).contains(scalar.value | 0x20)
    }

    private func isNameEnd(_ end: Int) -> Bool {
        guard end < scalars.count, isCreditLetter(scalars[end]) else { return true }
        return reportWords.contains { lowered[end...].starts(with: $0) }
    }

    private func text(_ range: Range<Int>) -> String {
        String(String.UnicodeScalarView(scalars[range])).trimmed(isCreditSpace)
    }

    /// Whether a paragraph may hold what is looked for here; quick, for the many in Latin letters that do not: neither a
    /// colon nor "copyright" is in them, nor do they begin as a credit does.
    static func mayCredit(_ paragraph: String) -> Bool {
        paragraph.utf8.withContiguousStorageIfAvailable(mayCredit) ?? true
    }

    private static func mayCredit(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        if bytes.count > longestLine {
            // Only a note at the end counts.
            let last = bytes.last { !" .!?\n".utf8.contains($0) } ?? 0
            return last == UInt8(ascii: ")") || last == UInt8(ascii: "]") || last >= 0x80
        }
        var first: [UInt8] = []
        var isInFirst = true
        for (index, byte) in bytes.enumerated() {
            switch byte {
            case UInt8(ascii: ":"): return true
            case UInt8(ascii: "y"), UInt8(ascii: "Y"):
                // copyright
                if index >= 3, bytes[index - 1] | 0x20 == UInt8(ascii: "p"),
                    bytes[index - 2] | 0x20 == UInt8(ascii: "o"), bytes[index - 3] | 0x20 == UInt8(ascii: "c")
                {
                    return true
                }
            // Latin letters with accents, quotation marks and dashes; any other script is looked at whole, and so is ©.
            case 0xC2 where index + 1 < bytes.count && bytes[index + 1] == 0xA9: return true
            case 0xE2 where index + 1 < bytes.count && bytes[index + 1] == 0x80: break
            case 0xCA...0xFF: return true
            default: break
            }
            guard isInFirst else { continue }
            if byte == 0x20 || byte == 0xC2 {
                isInFirst = first.isEmpty
            } else if !first.isEmpty || !"([".utf8.contains(byte) {
                first.append((0x41...0x5A).contains(byte) ? byte | 0x20 : byte)
            }
        }
        return firstWords.contains(first)
    }

    /// Longer paragraphs are text.
    private static let longestLine = 360

    /// What stands in brackets at the end of a paragraph.
    private static func note(at paragraph: String) -> String? {
        let end = Array(paragraph.unicodeScalars.suffix(140)).trimmedEnd
        guard let last = end.last, let opening = [")": "(", "）": "（", "]": "[", "】": "【"][Character(last)],
            let open = end.lastIndex(where: { Character($0) == Character(opening) })
        else { return nil }
        return String(String.UnicodeScalarView(end[open...]))
    }
}

extension [Unicode.Scalar] {
    fileprivate var trimmedEnd: ArraySlice<Unicode.Scalar> {
        var end = self[...]
        while let last = end.last, isCreditSpace(last) || isStop(last) { end.removeLast() }
        return end
    }
}

/// Whether a line, in lowercase, speaks of a picture, whose source is not the text's.
func namesPicture(_ line: ArraySlice<Unicode.Scalar>) -> Bool {
    pictureWords.contains { word in line.indices.contains { line[$0...].starts(with: word) } }
}

private func phrases(_ lines: String) -> [[Unicode.Scalar]] {
    lines.split { $0 == "|" || $0 == "\n" }.map { Array($0.unicodeScalars) }
}

private let article = Array("the ".unicodeScalars)
private let rightsWord = Array("copyright".unicodeScalars)

private let sourceWords = phrases(
    """
    source|sources|news source|quelle|fuente|fonte|bron|kilde|källa|lähde|źródło|zdroj|forrás|sursa|izvor|kaynak|πηγή
    источник|джерело|извор|източник|дереккөз|来源|來源|稿源|消息来源|信息来源|文章来源|出处|供稿|出典|提供|情報源|출처|제공
    المصدر|مصدر|منبع|ماخذ|מקור|स्रोत|सोर्स|इनपुट|উৎস|সূত্র|ஆதாரம்|ที่มา|แหล่งที่มา|แหล่งข่าว|ข้อมูลจาก|nguồn|theo|sumber
    """)

/// Lines that have one of these speak of a picture's source.
private let pictureWords = phrases(
    """
    photo|image|picture|video|foto|imagen|imagem|immagin|bild|afbeelding|obraz|zdjęci|φωτο|фото|снимок|снимка|видео|відео
    图片|圖片|照片|视频|視頻|摄影|写真|画像|動画|사진|영상|صورة|صور|تصوير|عکس|تصویر|תמונה|צילום|तस्वीर|फोटो|फ़ोटो|ছবি|ภาพ|รูป|ảnh|gambar
    """)

private let joiningWords: Set<String> = [
    "and", "agencies", "agency", "und", "et", "y", "e", "i", "и", "та", "و", "और", "inputs", "others",
    "staff",
]

/// What stands before an agency's name when the text was made with its material.
private let creditLeads = phrases(
    """
    with inputs from |with input from |inputs from |with additional inputs from |with agency inputs from |with files from 
    with information from |with reporting from |with reporting by |with material from |based on material from 
    mit material von |mit material der |mit informationen von |avec informations de l'|avec |con información de |con informazioni 
    con informazioni di |com informações da |com informações do |com informações de |met informatie van 
    по материалам |с использованием материалов |за матеріалами |за інформацією |综合|據|综合消息 
    इनपुट - |इनपुट |مع وكالة |بالتعاون مع |بمشاركة |با استفاده از گزارش |ที่มา |อ้างอิง |ข้อมูลจาก 
    """)

/// Words on both sides of an agency's name.
private let creditFrames: [(lead: [Unicode.Scalar], tail: [Unicode.Scalar])] = [
    ("with ", "inputs"), ("with ", "input"), ("", "इनपुट के साथ"), ("", "इनपुट"), ("", "से इनपुट"), ("综合", "报道"),
    ("综合", "消息"), ("", "供稿"), ("", "配信"), ("", "提供"), ("", "제공"),
].map { (Array($0.0.unicodeScalars), Array($0.1.unicodeScalars)) }

/// What may follow a name without a space in scripts that have none.
private let reportWords = phrases("报道|消息|记者|客户端|微信|微博|供稿|電|电|配信|提供|の|제공|보도|통신")

private let editorLines: [(lead: [Unicode.Scalar], later: [Unicode.Scalar])] = [
    ("reporting by ", "editing by "), ("writing by ", "editing by "),
    ("additional reporting by ", "editing by "),
    ("reporting and writing by ", "editing by "), ("compiled by ", "editing by "),
    ("reporte de ", "editado "),
    ("reporte de ", "editad"), ("información de ", "editado "), ("reportaje de ", "editad"),
    ("reportagem de ", "edição "), ("reportagem de ", "editado "), ("reportage de ", "édité par "),
    ("reportage ", "édité par "), ("bericht von ", "redigiert von "), ("geschrieben von ", "redigiert von "),
    ("репортаж ", "редактор "), ("إعداد ", "تحرير "), ("编译", "审校"), ("編譯", "審校"), ("取材", "編集"), ("翻訳", "編集"),
].map { (Array($0.0.unicodeScalars), Array($0.1.unicodeScalars)) }

/// The first words of what begins a line, in UTF-8.
private let firstWords = Set(
    (creditLeads + creditFrames.map(\.lead) + editorLines.map(\.lead)).map { lead in
        Array(String(String.UnicodeScalarView(lead.prefix { $0 != " " && $0 != "'" })).utf8)
    })
