import Foundation
import Model
import Testing

@testable import Extract

@Suite struct WireCreditTests {
    @Test(arguments: [
        ("Reuters", "LONDON (Reuters) - The harbour reopened on Friday after a storm."),
        ("Reuters", "LONDON, Feb 12 (Reuters) – The harbour reopened on Friday."),
        ("AP", "NEW BEDFORD, Mass. (AP) — Crews began to lift the ferry."),
        ("AFP", "PARIS (AFP) - Des ouvriers ont commencé à lever le ferry."),
        ("AFP", "Lyon, 12 fév 2026 (AFP) - Le port a rouvert."),
        ("dpa", "Kiel (dpa) - Der Hafen ist wieder offen."),
        ("dpa", "Berlin (dpa/lno) – Der Hafen ist wieder offen."),
        ("EFE", "Madrid, 12 feb (EFE).- El puerto reabrió el viernes."),
        ("ANSA", "(ANSA) - GENOVA, 12 FEB - Il porto ha riaperto."),
        ("TASS", "МОСКВА, 12 февраля. /ТАСС/. Порт снова открыт."),
        ("RIA Novosti", "МОСКВА, 13 фев - РИА Новости. Порт снова открыт."),
        ("Interfax", "Москва. 12 февраля. INTERFAX.RU - Порт снова открыт."),
        ("Ukrinform", "Київ. 12 лютого. УКРІНФОРМ – Порт знову відкрито."),
        ("Xinhua", "新华社北京2月13日电（记者李明）港口周五重新开放。"),
        ("China News Service", "中新社东京2月12日电 港口周五重新开放。"),
        ("Kyodo", "【ワシントン共同】港は金曜日に再開した。"),
        ("Jiji", "【ロンドン時事】港は金曜日に再開した。"),
        ("Reuters", "［ロンドン　１３日　ロイター］ - 港は金曜日に再開した。"),
        ("Yonhap", "(서울=연합뉴스) 김민수 기자 = 항구가 금요일 다시 열렸다."),
        ("Newsis", "[서울=뉴시스] 김민수 기자 = 항구가 금요일 다시 열렸다."),
        ("PTI", "नई दिल्ली, 12 फरवरी (भाषा) बंदरगाह शुक्रवार को फिर खुला।"),
        ("Bernama", "KUALA LUMPUR, Feb 12 (Bernama) -- The port reopened on Friday."),
        ("Anadolu", "ANKARA (AA) - Liman cuma günü yeniden açıldı."),
        ("Reuters", "لندن (رويترز) - أعيد فتح الميناء يوم الجمعة."),
        ("AFP", "باريس (أ ف ب) – أعيد فتح الميناء يوم الجمعة."),
    ])
    func aDatelineIsACredit(agency: String, paragraph: String) {
        let credit = wireCredit(
            title: "Title", byline: nil, paragraphs: [paragraph, "More text follows here."])
        #expect(credit?.agency == agency, "\(paragraph)")
        #expect(credit.map { paragraph.contains($0.evidence) } == true)
    }

    @Test(arguments: [
        ("Reuters", "Work goes on, the authority said. REUTERS"),
        ("South China Morning Post", "They will meet in the autumn. -- SOUTH CHINA MORNING POST "),
        ("AFP", "Les travaux continuent. © AFP"),
        ("AFP", "— AFP"),
        ("AP", "The work goes on. (AP)"),
        ("dpa", "Die Arbeiten gehen weiter. (dpa)"),
        ("TASS", "Работы продолжаются. /ТАСС/"),
        ("Reuters", "工事は続いている。（ロイター）"),
        ("Kyodo", "工事は続いている。（共同）"),
        ("Xinhua", "工程仍在继续。（新华社）"),
        ("Yonhap", "공사는 계속된다. (연합뉴스)"),
        ("Reuters", "งานยังดำเนินต่อไป — รอยเตอร์"),
        ("PTI", "काम जारी है। (भाषा)"),
        ("Reuters", "العمل مستمر. (رويترز)"),
        ("ANSA", "RIPRODUZIONE RISERVATA © ANSA"),
        ("Bernama", "Kerja-kerja diteruskan. - Bernama"),
    ])
    func aNameAtTheEndIsACredit(agency: String, paragraph: String) {
        let credit = wireCredit(
            title: "Title", byline: nil, paragraphs: ["The harbour reopened on Friday.", paragraph])
        #expect(credit?.agency == agency, "\(paragraph)")
    }

    @Test(arguments: [
        ("Reuters", "By Jane Roe, Reuters"), ("AFP", "AFP"), ("ANI", "ANI"), ("EFE", "Agencia EFE"),
        ("Reuters", "Reuters Staff"), ("dpa", "Von Max Muster, dpa"),
        ("AP", "By JANE ROE | Associated Press"),
        ("Yonhap", "연합뉴스"), ("Kyodo", "共同通信"), ("Xinhua", "新华社"), ("Interfax", "Интерфакс"),
    ])
    func aBylineIsACredit(agency: String, byline: String) {
        #expect(wireCredit(title: nil, byline: byline, paragraphs: ["Text."])?.agency == agency)
    }

    @Test(arguments: [
        "A source told Reuters on condition of anonymity that the work goes on.",
        "The ban was put on hold, according to Reuters.",
        "The official news agency (IRNA) said the harbour had reopened.",
        "Он сказал об этом ТАСС.",
        "消息人士周五告诉路透社。",
        "関係者がロイターに語った。",
        "कहा पीटीआई से बात करते हुए।",
        "وقال المصدر لرويترز.",
        "Der Sprecher sagte der dpa, der Hafen sei offen.",
        "The app costs nothing. An AP exam is not a wire.",
        "Jane Roe went to the harbour and saw the ferry; nobody stood at the pier.",
    ])
    func aMentionIsNone(paragraph: String) {
        let credit = wireCredit(
            title: "Title", byline: "Jane Roe", paragraphs: [paragraph, "The work goes on.", paragraph])
        #expect(credit == nil, "\(paragraph)")
    }

    @Test func emptyAndVeryLongTextsAreFine() {
        #expect(wireCredit(title: nil, byline: nil, paragraphs: []) == nil)
        #expect(wireCredit(title: "", byline: "", paragraphs: ["", " ", "-", "(", "()", "//", "电"]) == nil)
        let long = String(repeating: "(Reuters ", count: 200_000)
        #expect(wireCredit(title: long, byline: nil, paragraphs: [long]) == nil)
    }
}

@Suite struct CreditLineTests {
    @Test(arguments: [
        ("Reuters", "Source: Reuters", "Source: Reuters"),
        ("Xinhua", "来源：新华社", "来源：新华社"),
        ("Xinhua", "（来源：新华社）", "（来源：新华社）"),
        ("Xinhua", "来源:新华网", "来源:新华网"),
        ("Xinhua", "来源：新华社客户端 责任编辑：李明", "来源：新华社"),
        ("China News Service", "稿源：中新社", "稿源：中新社"),
        ("Reuters", "Источник: Рейтер", "Источник: Рейтер"),
        ("ANI", "स्रोत: एएनआई", "स्रोत: एएनआई"),
        ("Reuters", "ที่มา: รอยเตอร์", "ที่มา: รอยเตอร์"),
        ("Reuters", "ที่มา รอยเตอร์", "ที่มา รอยเตอร์"),
        ("AFP", "المصدر: أ ف ب", "المصدر: أ ف ب"),
        ("IRNA", "منبع: ایرنا", "منبع: ایرنا"),
        ("Reuters", "מקור: רויטרס", "מקור: רויטרס"),
        ("Kyodo", "出典：共同通信", "出典：共同通信"),
        ("Yonhap", "출처: 연합뉴스", "출처: 연합뉴스"),
        ("AFP", "© 2026 AFP", "© 2026 AFP"),
        (
            "AP", "Copyright 2026 The Associated Press. All rights reserved.",
            "Copyright 2026 The Associated Press"
        ),
        ("PTI", "(With inputs from PTI)", "(With inputs from PTI)"),
        ("PTI", "With inputs from PTI, ANI and agencies", "With inputs from PTI"),
        ("AP", "With AP inputs", "With AP inputs"),
        ("dpa", "Mit Material von dpa", "Mit Material von dpa"),
        ("PTI", "भाषा इनपुट के साथ", "भाषा इनपुट के साथ"),
        ("Reuters", "（综合路透社报道）", "综合路透社报道"),
        ("RIA Novosti", "По материалам РИА Новости", "По материалам РИА Новости"),
        ("EFE", "Con información de EFE", "Con información de EFE"),
        (
            "Reuters", "(Reporting by Jane Roe in Paris; Editing by John Doe)",
            "Reporting by Jane Roe in Paris; Editing by John Doe"
        ),
        (
            "Reuters", "Reporting by J. Roe and K. Poe; editing by Kim Doe",
            "Reporting by J. Roe and K. Poe; editing by Kim Doe"
        ),
        (
            "Reuters", "(إعداد سامي علي للنشرة العربية - تحرير منى حسن)",
            "إعداد سامي علي للنشرة العربية - تحرير منى حسن"
        ),
        ("Reuters", "（编译 王明；审校 李华）", "编译 王明；审校 李华"),
        (
            "Reuters", "(Reporte de Ana Ruiz. Editado por Luis Gil)",
            "Reporte de Ana Ruiz. Editado por Luis Gil"
        ),
    ])
    func aLineOfWordsAroundTheNameIsACredit(agency: String, line: String, evidence: String) {
        let credit = wireCredit(
            title: "Title", byline: nil,
            paragraphs: ["The harbour reopened on Friday.", "More follows here.", line])
        #expect(credit?.agency == agency, "\(line)")
        #expect(credit?.evidence == evidence, "\(line)")
    }

    @Test(arguments: [
        ("Reuters", "[パリ 13日 ロイター] - 港は金曜日に再開した。"),
        ("Reuters", "باريس - رويترز: أعيد فتح الميناء يوم الجمعة."),
        ("WAM", "وام / أبوظبي: أعيد فتح الميناء يوم الجمعة."),
        ("SPA", "واس - الرياض: أعيد فتح الميناء يوم الجمعة."),
        ("Xinhua", "据新华社北京2月13日电 港口周五重新开放。"),
        ("Sputnik", "أعيد فتح الميناء يوم الجمعة. (سبوتنيك)"),
        ("Interfax-Ukraine", "Киев. 13 февраля. ИНТЕРФАКС-УКРАИНА - Порт снова открыт."),
    ])
    func moreDatelinesAreCredits(agency: String, paragraph: String) {
        let credit = wireCredit(
            title: "Title", byline: nil, paragraphs: [paragraph, "More text follows here."])
        #expect(credit?.agency == agency, "\(paragraph)")
        #expect(credit.map { paragraph.contains($0.evidence) } == true)
    }

    @Test func aSourceBesideTheTitleIsACredit() {
        for line in ["2026-02-13 10:00 来源：新华社", "13.02.2026 | Источник: Рейтер", "Feb 13, 2026 Source: AFP"] {
            let credit = wireCredit(
                title: "T", byline: nil, paragraphs: ["Text.", "More."], headLines: [line])
            #expect(credit != nil, "\(line)")
        }
        for line in ["图片来源：路透社", "Photo source: Reuters", "Фото: Источник: Рейтер", "Reuters", "© AFP"] {
            let credit = wireCredit(
                title: "T", byline: nil, paragraphs: ["Text.", "More."], headLines: [line])
            #expect(credit == nil, "\(line)")
        }
    }

    @Test(arguments: [
        "The source told the court: Reuters was right.", "Theo Reuters, giá dầu tăng vào thứ Sáu.",
        "With Reuters reporters he went to the harbour.", "来源：共同富裕研究会", "图片来源：路透社",
        "Reporting by night is hard, and editing is harder.", "Copyright law is old.", "© AFPQ Group",
        "Источники Рейтер не называет.", "Avec Reuters, il a gagné le procès.",
        "Reuters: what the new law says about ports.",
    ])
    func wordsThatOnlyLookLikeOneAreNone(line: String) {
        let credit = wireCredit(
            title: "Title", byline: nil,
            paragraphs: ["The harbour reopened on Friday.", "More follows here.", line])
        #expect(credit == nil, "\(line)")
    }
}
