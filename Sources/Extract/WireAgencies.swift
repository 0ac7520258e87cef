/// A news agency and the names it is credited by.
struct WireAgency: Sendable {
    /// The usual English name.
    var name: String
    /// Every way credits write it, in all scripts; compared without case unless it is an acronym.
    var forms: [String]
}

/// The agencies whose copy is reprinted under their name, and papers whose articles others carry with a credit.
let wireAgencies: [WireAgency] = [
    WireAgency(
        name: "Reuters",
        forms: [
            "Reuters", "Thomson Reuters", "ロイター", "路透社", "路透", "로이터", "로이터통신", "رويترز", "رویترز", "Рейтер",
            "Рейтерс",
            "Ройтерс", "רויטרס", "रॉयटर्स", "रायटर", "รอยเตอร์", "রয়টার্স", "Ρόιτερς",
        ]),
    WireAgency(
        name: "AP",
        forms: [
            "AP", "Associated Press", "The Associated Press", "AP通信", "美联社", "美聯社", "AP통신", "أسوشيتد برس",
            "أ ب", "Ассошиэйтед Пресс",
            "אי-פי", "एपी", "เอพี", "آسوشیتدپرس",
        ]),
    WireAgency(
        name: "AFP",
        forms: [
            "AFP", "Agence France-Presse", "Agence France Presse", "法新社", "AFP通信", "AFP時事", "AFP통신",
            "فرانس برس",
            "أ ف ب", "ا ف ب", "أ.ف.ب", "АФП", "Франс Пресс", "एएफपी", "เอเอฟพี", "خبرگزاری فرانسه",
        ]),
    WireAgency(name: "dpa", forms: ["dpa", "Deutsche Presse-Agentur", "德新社", "د ب أ", "د.ب.أ", "ДПА"]),
    WireAgency(name: "EFE", forms: ["EFE", "Agencia EFE", "埃菲社", "إفي"]),
    WireAgency(name: "Europa Press", forms: ["Europa Press", "EUROPA PRESS"]),
    WireAgency(name: "ANSA", forms: ["ANSA", "Ansa", "安莎社"]),
    WireAgency(name: "Adnkronos", forms: ["Adnkronos"]),
    WireAgency(name: "Lusa", forms: ["Lusa", "Agência Lusa"]),
    WireAgency(name: "Belga", forms: ["Belga"]),
    WireAgency(name: "ANP", forms: ["ANP"]),
    WireAgency(name: "APA", forms: ["APA"]),
    WireAgency(name: "SDA", forms: ["Keystone-SDA", "SDA", "ATS"]),
    WireAgency(name: "NTB", forms: ["NTB"]),
    WireAgency(name: "TT", forms: ["TT"]),
    WireAgency(name: "Ritzau", forms: ["Ritzau"]),
    WireAgency(name: "STT", forms: ["STT"]),
    WireAgency(name: "PAP", forms: ["PAP"]),
    WireAgency(name: "ČTK", forms: ["ČTK"]),
    WireAgency(name: "MTI", forms: ["MTI"]),
    WireAgency(name: "Agerpres", forms: ["Agerpres"]),
    WireAgency(name: "Tanjug", forms: ["Tanjug", "Танјуг"]),
    WireAgency(name: "Hina", forms: ["Hina"]),
    WireAgency(name: "TASS", forms: ["TASS", "ТАСС", "ИТАР-ТАСС", "塔斯社", "تاس", "타스통신", "タス通信"]),
    WireAgency(
        name: "Interfax",
        forms: ["Interfax", "Интерфакс", "INTERFAX.RU", "国际文传电讯社", "インタファクス", "انترفاكس", "إنترفاكس"]),
    WireAgency(
        name: "RIA Novosti", forms: ["RIA Novosti", "РИА Новости", "俄新社", "RIAノーボスチ", "نوفوستي"]),
    WireAgency(
        name: "Sputnik",
        forms: [
            "Sputnik", "卫星通讯社", "سبوتنيك", "سبوتنيك عربي", "اسپوتنیک", "スプートニク", "스푸트니크", "स्पुतनिक", "ספוטניק",
        ]),
    WireAgency(name: "Ukrinform", forms: ["Ukrinform", "Укрінформ", "Укринформ"]),
    WireAgency(
        name: "Interfax-Ukraine", forms: ["Interfax-Ukraine", "Інтерфакс-Україна", "Интерфакс-Украина"]),
    WireAgency(name: "BelTA", forms: ["BelTA", "БЕЛТА"]),
    WireAgency(name: "Kazinform", forms: ["Kazinform", "Казинформ", "Қазақпарат"]),
    WireAgency(
        name: "Xinhua",
        forms: ["Xinhua", "新华社", "新華社", "新华网", "Синьхуа", "شينخوا", "신화통신", "신화사", "ซินหัว", "शिन्हुआ"]),
    WireAgency(name: "China News Service", forms: ["China News Service", "中新社", "中新网", "中国新闻社"]),
    WireAgency(name: "CNA", forms: ["CNA", "中央社"]),
    WireAgency(
        name: "Kyodo", forms: ["Kyodo", "Kyodo News", "共同", "共同通信", "共同社", "교도", "교도통신", "Киодо", "كيودو"]),
    WireAgency(name: "Jiji", forms: ["Jiji", "Jiji Press", "時事", "時事通信", "时事社", "지지통신", "Дзидзи"]),
    WireAgency(
        name: "Yonhap", forms: ["Yonhap", "연합뉴스", "韩联社", "韓聯社", "聯合ニュース", "Ёнхап", "Рёнхап", "يونهاب"]),
    WireAgency(name: "Newsis", forms: ["Newsis", "뉴시스"]),
    WireAgency(name: "KCNA", forms: ["KCNA", "조선중앙통신", "朝中社", "朝鮮中央通信", "ЦТАК"]),
    WireAgency(name: "PTI", forms: ["PTI", "Press Trust of India", "भाषा", "पीटीआई"]),
    WireAgency(name: "ANI", forms: ["ANI", "एएनआई"]),
    WireAgency(name: "IANS", forms: ["IANS", "आईएएनएस"]),
    WireAgency(name: "UNI", forms: ["UNI", "वार्ता", "यूनीवार्ता"]),
    WireAgency(name: "APP", forms: ["APP", "اے پی پی"]),
    WireAgency(name: "BSS", forms: ["BSS", "বাসস"]),
    WireAgency(name: "UNB", forms: ["UNB", "ইউএনবি"]),
    WireAgency(name: "Bernama", forms: ["Bernama", "马新社", "馬新社", "برناما"]),
    WireAgency(name: "Antara", forms: ["ANTARA", "Antara", "安塔拉"]),
    WireAgency(name: "VNA", forms: ["VNA", "TTXVN", "越通社"]),
    WireAgency(name: "TNA", forms: ["สำนักข่าวไทย"]),
    WireAgency(
        name: "Anadolu", forms: ["Anadolu", "Anadolu Agency", "Anadolu Ajansı", "AA", "الأناضول", "Анадолу"]),
    WireAgency(name: "DHA", forms: ["DHA"]),
    WireAgency(name: "İHA", forms: ["İHA", "IHA"]),
    WireAgency(name: "IRNA", forms: ["IRNA", "ایرنا", "إرنا", "ارنا", "ИРНА"]),
    WireAgency(name: "ISNA", forms: ["ISNA", "ایسنا"]),
    WireAgency(name: "Fars", forms: ["Fars News Agency", "خبرگزاری فارس"]),
    WireAgency(name: "Tasnim", forms: ["Tasnim", "تسنیم", "تسنيم"]),
    WireAgency(name: "SPA", forms: ["SPA", "واس"]),
    WireAgency(name: "WAM", forms: ["WAM", "وام"]),
    WireAgency(name: "MENA", forms: ["MENA", "أ ش أ", "أ.ش.أ"]),
    WireAgency(name: "QNA", forms: ["QNA", "قنا"]),
    WireAgency(name: "Petra", forms: ["Petra", "بترا"]),
    WireAgency(name: "SANA", forms: ["SANA", "سانا"]),
    WireAgency(name: "WAFA", forms: ["WAFA", "وفا"]),
    WireAgency(name: "UPI", forms: ["UPI"]),
    WireAgency(
        name: "Bloomberg", forms: ["Bloomberg", "Bloomberg News", "彭博社", "彭博", "ブルームバーグ", "블룸버그", "بلومبرغ"]),
    WireAgency(name: "The Canadian Press", forms: ["The Canadian Press", "La Presse Canadienne"]),
    WireAgency(name: "AAP", forms: ["AAP"]),
    WireAgency(name: "PA", forms: ["PA Media", "Press Association"]),
    WireAgency(name: "Notimex", forms: ["Notimex"]),
    WireAgency(name: "Télam", forms: ["Télam"]),
    WireAgency(name: "Prensa Latina", forms: ["Prensa Latina"]),
    WireAgency(name: "Agência Brasil", forms: ["Agência Brasil"]),
    WireAgency(name: "Estadão Conteúdo", forms: ["Estadão Conteúdo"]),
    WireAgency(name: "Folhapress", forms: ["Folhapress", "FolhaPress"]),
    WireAgency(name: "APS", forms: ["APS", "وأج"]),
    WireAgency(name: "NAN", forms: ["NAN"]),
    WireAgency(name: "GNA", forms: ["GNA"]),
    WireAgency(
        name: "South China Morning Post", forms: ["South China Morning Post", "SCMP", "南华早报", "南華早報"]),
    WireAgency(
        name: "The New York Times", forms: ["The New York Times", "New York Times News Service", "NYTimes"]),
    WireAgency(name: "The Washington Post", forms: ["The Washington Post"]),
    WireAgency(name: "The Guardian", forms: ["Guardian News & Media"]),
    WireAgency(name: "The Straits Times", forms: ["The Straits Times"]),
    WireAgency(name: "AsiaNews Network", forms: ["Asia News Network", "ANN"]),
]
