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
