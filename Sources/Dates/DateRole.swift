/// What a word does in a date when it is not the name of a month.
enum DateRole: Sendable, Equatable {
    /// Stands between the parts and says nothing.
    case filler
    /// Follows the number of a year, a month, a day, an hour, a minute, a second: `年`, `월`, `h`, `분`.
    case yearMark, monthMark, dayMark, hourMark, minuteMark, secondMark
    /// Stands before the number of a month: `tháng`.
    case monthWord
    case morning, afternoon
    /// Seconds east of UTC.
    case zone(Int)
    /// A North American zone without season; its standard offset.
    case seasonalZone(Int)
    /// Years are counted after this one: Japanese eras, the Republic of China.
    case era(Int)
    /// Says which calendar the year belongs to.
    case calendar(DateCalendar)
}

extension DateRole {
    /// Names by role, separated by spaces; `_` stands for a space in a name.
    static let table: [(names: String, role: DateRole)] = [
        (fillers, .filler),
        ("年 년 年度 оны он", .yearMark),
        ("月 월 сар сарын сард р_сар р_сарын", .monthMark),
        ("日 号 號 일", .dayMark),
        ("h hs hrs uhr 時 时 点 點 시 giờ g godz ч час часов horas heures", .hourMark),
        ("分 분 min phút мин dk", .minuteMark),
        ("秒 초 sec s giây сек", .secondMark),
        ("tháng thg", .monthWord),
        (
            """
            am a_m 上午 午前 오전 凌晨 早上 清晨 ص صباحا قظ قبلازظهر πμ पूर्वाह्न সকাল முற்பகல் ព្រឹក paradite öö ጥዋት
            """, .morning
        ),
        (
            """
            pm p_m 下午 午後 午后 오후 晚上 傍晚 中午 深夜 م مساء بظ بعدازظهر μμ अपराह्न বিকাল பிற்பகல் ល្ងាច ös ከሰዓት
            """, .afternoon
        ),
        ("мск msk", .zone(3 * 3600)),
        ("غرينتش جرينتش گرینویچ гмт utc gmt", .zone(0)),
        ("北京时间 北京時間 台北時間", .zone(8 * 3600)),
        ("日本時間 한국시간", .zone(9 * 3600)),
        ("令和", .era(2018)), ("平成", .era(1988)), ("昭和", .era(1925)), ("大正", .era(1911)), ("明治", .era(1867)),
        ("民國 民国", .era(1911)),
        ("公元 西元 西暦 서기", .filler),
        ("พศ ພສ", .calendar(.buddhist)), ("คศ ຄສ", .calendar(.gregorian)),
        ("ه هـ هجري هجرية ق هق", .calendar(.islamic)),
        ("ش هجريشمسي هش", .calendar(.persian)),
        ("ميلادي ميلادية", .calendar(.gregorian)),
    ]

    private static let fillers = """
        de del della dello degli di do da d dal the of on at in st nd rd th er re ere em ème a à an als as às ao aos al \
        el la le les il lo l o e i y et und and og och ja den der dem des dne dnia die op om um am ab ob u v vo va kl \
        klo kello ore ora orë alle kell plkst val m n t g gada mēn d mėn god godine godina goda roku rok r roka leta \
        éve év napján án én jén i ko ren eko an a ta tal uur uhr clock o’clock pukul pkl jam tgl tanggal hari bulan \
        tahun ngày năm lúc vào hồi saat saati yılı yıl yil yili ilin il ci cı cu cü inci nci noong ika ng nang \
        в во г гг год года году на о от року рік р рока і та год. години година часа ж жыл жылғы жылы жылдын жылынын \
        йил йили йилнинг соли соли өдөр өдрийн ны ний цаг њ \
        στις στη το την του και ώρα ος η της թ թվ թվականի ին ի წ წელი წლის წელს \
        في فى يوم عام سنة لسنة الموافق موافق الساعة من و ل م الـ تاريخ روز سال ساعت مورخ مورخه ماه \
        بتاريخ د ی ap کو کے بجے سنہ ء تاریخ ב ל ה של בשעה שעה לשנת \
        को के का बजे समय दिनांक वर्ष साल सन् रोजी वाजता वा तारीख তারিখ সাল সালের টা ਨੂੰ ਵਜੇ તારીખ વાગ્યે ஆம் தேதி ஆண்டு న గంటలకు ರಂದು \
        වන දින තැන් วันที่ ที่ เวลา เมื่อ วัน เดือน ปี น นาฬิกา ເດືອນ ວັນທີ ປີ ເວລາ ခုနှစ် ရက် ရက်နေ့ လ ၊ ခု ថ្ងៃ ថ្ងៃទី ទី ខែ ឆ្នាំ ម៉ោង \
        ቀን ዓም ዓ ም
        """
}
