import Dates
import Model
import Testing
import Text

@testable import Extract

/// Pages made of posts, questions, terms or pictures, in several languages.
@Suite struct PostTests {
    private static let extractor = Extractor(dates: DateReader(), languages: LanguageIdentifier())
    private static let languages: [(code: String, title: String, sentences: [String])] = [
        (
            "en", "The harbour opens again",
            [
                "The harbour in the north opened again on Friday, after a storm had closed it for nine long days.",
                "Forty ships waited outside, and the pilots worked through the night to bring all of them in.",
                "Whoever had fish on board sold it at sea, the captains said, and nobody lost more than a few boxes.",
            ]
        ),
        (
            "ru", "Порт снова открыт",
            [
                "Порт на севере снова открылся в пятницу после шторма, из-за которого он был закрыт девять долгих дней.",
                "Сорок кораблей ждали на рейде, и лоцманы работали всю ночь, чтобы провести все суда к причалам.",
                "Те, у кого на борту была рыба, продали её в море, рассказали капитаны, и никто не потерял много.",
            ]
        ),
        (
            "zh", "港口重新开放",
            [
                "北方的港口周五重新开放，此前一场风暴使它关闭了九天，港务局在当天上午发表的声明中这样说，并感谢所有船员。",
                "四十艘船在港外等候，引航员整夜工作，把所有的船都带到了码头，直到第二天清晨最后一艘船才靠岸。",
                "船长们说，船上有鱼的人在海上就把鱼卖掉了，没有人损失超过几箱，大家都对港务局的工作表示满意。",
            ]
        ),
        (
            "ja", "港が再開した",
            [
                "北部の港は金曜日に再開した。嵐のために九日間にわたって閉鎖されていたと、港湾局が声明で明らかにした。",
                "港の外では四十隻の船が待っており、水先案内人は夜通し働いて、すべての船を岸壁まで導いたという。",
                "魚を積んでいた船は海の上で売り、数箱以上を失った者は誰もいなかったと、船長たちは口をそろえて語った。",
            ]
        ),
        (
            "ar", "إعادة فتح الميناء",
            [
                "أعيد فتح الميناء في الشمال يوم الجمعة بعد عاصفة أغلقته تسعة أيام طويلة، حسبما قالت سلطة الميناء في بيان.",
                "وانتظرت أربعون سفينة في الخارج وعمل المرشدون طوال الليل لإدخالها جميعا إلى أرصفتها قبل طلوع الصباح.",
                "وباع من كان على متن سفينته سمك ما لديه في البحر، وقال القباطنة إن أحدا لم يخسر أكثر من بضعة صناديق.",
            ]
        ),
        (
            "hi", "बंदरगाह फिर खुला",
            [
                "उत्तर का बंदरगाह शुक्रवार को फिर खुल गया, तूफान के कारण वह नौ लंबे दिनों तक बंद रहा था, प्राधिकरण ने कहा।",
                "चालीस जहाज बाहर इंतजार कर रहे थे और उन सभी को घाट तक लाने के लिए चालकों ने पूरी रात काम किया।",
                "जिनके पास मछली थी उन्होंने उसे समुद्र में ही बेच दिया, कप्तानों ने बताया, और किसी का ज्यादा नुकसान नहीं हुआ।",
            ]
        ),
        (
            "th", "ท่าเรือเปิดอีกครั้ง",
            [
                "ท่าเรือทางเหนือเปิดอีกครั้งในวันศุกร์ หลังจากพายุทำให้ต้องปิดนานถึงเก้าวัน การท่าเรือระบุในแถลงการณ์เมื่อเช้านี้",
                "เรือสี่สิบลำรออยู่ด้านนอก และเจ้าหน้าที่นำร่องทำงานตลอดทั้งคืนเพื่อพาเรือทุกลำเข้าเทียบท่าให้ได้ก่อนรุ่งสาง",
                "ใครที่มีปลาอยู่บนเรือก็ขายกันกลางทะเล กัปตันหลายคนบอกว่าไม่มีใครเสียปลาไปมากกว่าสองสามลังเท่านั้น",
            ]
        ),
    ]

    private func article(_ language: String, _ title: String, _ body: String) throws -> Article {
        let html = """
            <html lang="\(language)"><head><title>\(title)</title></head><body><nav><a href="/">1</a></nav><article>\
            <h1>\(title)</h1>\(body)</article></body></html>
            """
        return try Self.extractor.article(
            from: Array(html.utf8), contentType: "text/html; charset=utf-8", url: "https://port.example/a/1",
            item: nil, rules: ArticleRules(), languageHint: language, now: Timestamp(seconds: 1_795_200_000)
        ).article
    }

    @Test func theFirstHeadingOfARunningReportIsKept() throws {
        for (code, title, sentences) in Self.languages {
            let posts = sentences.map {
                "<div class=\"post\"><time>14:05</time><h3>\($0.prefix(12))</h3><p>\($0)</p></div>"
            }
            let found = try article(code, title, posts.joined())
            #expect(found.paragraphs == sentences.flatMap { [String($0.prefix(12)).trimmed, $0] }, "\(code)")
        }
    }

    @Test func clockTimesAreNoParagraphs() throws {
        for clock in ["14:05", "14:05 Uhr", "14.05", "2:05 pm", "14時05分", "۱۴:۰۵", "१४:०५", "14:05 น."] {
            for (code, title, sentences) in Self.languages where clock != "14.05" {
                let posts = sentences.map { "<li><span>\(clock)</span><p>\($0)</p></li>" }
                let found = try article(code, title, "<ul class=\"timeline\">\(posts.joined())</ul>")
                #expect(found.paragraphs == sentences, "\(code) \(clock)")
            }
        }
    }

    @Test func theFirstQuestionIsKept() throws {
        let marks = ["zh": "？", "ja": "？", "ar": "؟"]
        for (code, title, sentences) in Self.languages {
            let mark = marks[code] ?? "?"
            let lines = sentences.map { String($0.prefix(9)).trimmed + mark }
            let pairs = zip(lines, sentences)
            let asked = try article(code, title, pairs.map { "<p><b>\($0)</b></p><p>\($1)</p>" }.joined())
            #expect(asked.paragraphs == pairs.flatMap { [$0, $1] }, "\(code)")
            let terms = try article(
                code, title, "<dl>\(pairs.map { "<dt>\($0)</dt><dd>\($1)</dd>" }.joined())</dl>")
            #expect(terms.paragraphs == pairs.flatMap { [$0, $1] }, "\(code)")
        }
    }

    @Test func aGalleryIsItsCaptions() throws {
        for (code, title, sentences) in Self.languages {
            let figures = sentences.enumerated().map {
                "<figure><img src=\"/\($0.offset).jpg\"><figcaption>\($0.element)</figcaption></figure>"
            }
            let found = try article(code, title, figures.joined())
            #expect(found.paragraphs == sentences, "\(code)")
            #expect(found.quality == .full, "\(code)")
            // Beside a text they are none of it.
            let text = try article(code, title, sentences.map { "<p>\($0)</p>" }.joined() + figures[0])
            #expect(text.paragraphs == sentences, "\(code)")
        }
    }
}
