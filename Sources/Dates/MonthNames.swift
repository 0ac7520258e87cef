/// The month names of the world's languages as written in dates, checked against those of Foundation's locales.
///
/// A table of our own instead of Foundation's: asking Foundation takes a fifth of a second at every start, and it
/// lacks endings, older names and the other spellings that newspapers use.
enum MonthNames {
    static var gregorian: [(language: String, months: String)] { latin + cyrillic + asian }

    /// Names that belong to another calendar.
    static let others: [(calendar: DateCalendar, language: String, months: String)] = [
        (
            .persian, "fa",
            "فروردین اردیبهشت خرداد تیر مرداد|امرداد شهریور مهر آبان آذر دی بهمن اسفند"
        ),
        (.persian, "fa", "حمل ثور جوزا سرطان اسد سنبله میزان عقرب قوس جدی دلو حوت"),
        (.persian, "ps", "وری غویی غبرګولی|غبرگولی چنګاښ|چنگاښ زمری وږی تله لړم لیندۍ مرغومی سلواغه کب"),
        (
            .islamic, "ar",
            """
            محرم|المحرم صفر ربيع_الأول|ربيع_أول ربيع_الآخر|ربيع_الثاني|ربيع_ثاني جمادى_الأولى|جمادى_الأول \
            جمادى_الآخرة|جمادى_الثانية|جمادى_الآخر رجب شعبان رمضان شوال ذو_القعدة|ذي_القعدة|ذوالقعدة \
            ذو_الحجة|ذي_الحجة|ذوالحجة
            """
        ),
        (
            .islamic, "fa",
            """
            محرم صفر ربیع‌الاول ربیع‌الثانی|ربیع‌الآخر جمادی‌الاول|جمادی‌الاولی جمادی‌الثانیه|جمادی‌الثانی رجب \
            شعبان رمضان شوال ذیقعده|ذی‌القعده ذیحجه|ذی‌الحجه
            """
        ),
        (
            .ethiopic, "am",
            "መስከረም ጥቅምት ኅዳር|ህዳር ታኅሣሥ|ታህሳስ ጥር የካቲት መጋቢት ሚያዝያ|ሚያዚያ ግንቦት ሰኔ ሐምሌ|ሀምሌ ነሐሴ|ነሀሴ ጳጉሜን|ጳጉሜ"
        ),
    ]
}

/// The calendars dates are read in.
enum DateCalendar: Sendable, Hashable {
    case gregorian, buddhist, persian, islamic, ethiopic
}
