import Model

/// Reads dates told from now: `2 hours ago`, `vor 3 Tagen`, `3小时前`, `вчера в 10:05`.
///
/// Pages that list articles write them; a page or feed that was kept for a while must not be read with this.
struct RelativeDate: Sendable {
    /// Seconds by folded name.
    private let units: [String: Int]
    private let agoWords: Set<String>
    private let yesterdayWords: Set<String>
    private let todayWords: Set<String>

    init() {
        var units: [String: Int] = [:]
        for (seconds, names) in Self.unitNames {
            for name in names.split(separator: " ") { units[Self.folded(name)] = seconds }
        }
        self.units = units
        agoWords = Self.words(Self.agoNames)
        yesterdayWords = Self.words(Self.yesterdayNames)
        todayWords = Self.words(Self.todayNames)
    }

    /// - Parameter tokens: of a short text that holds nothing but the date and its time.
    func date(_ tokens: [DateToken], now: Timestamp) -> ZonedDate? {
        guard tokens.count <= 24 else { return nil }
        let pieces = Self.pieces(tokens)
        return duration(pieces, now: now) ?? namedDay(pieces, tokens, now: now)
    }

    /// A number, a unit, and a word that says ago on either side.
    private func duration(_ pieces: [Piece], now: Timestamp) -> ZonedDate? {
        guard let index = pieces.firstIndex(where: { $0.number != nil }), let count = pieces[index].number,
            index + 1 < pieces.count, count <= 1000
        else { return nil }
        let (unit, hasEnding) = unit(pieces[index + 1].word)
        guard let unit else { return nil }
        let saysAgo = hasEnding || pieces.contains { agoWords.contains($0.word) }
        guard saysAgo, pieces.count <= 6 else { return nil }
        let seconds = now.seconds - Int64(count * unit)
        if unit < 86_400 {
            return ZonedDate(instant: Timestamp(seconds: seconds / 60 * 60), precision: .minute)
        }
        return day(Timestamp(seconds: seconds).day())
    }

    /// The unit that a word names, and whether `ago` is written together with it.
    private func unit(_ word: String) -> (Int?, Bool) {
        if let seconds = units[word] { return (seconds, false) }
        for ago in agoWords where word.hasSuffix(ago) {
            if let seconds = units[String(word.dropLast(ago.count))] { return (seconds, true) }
        }
        return (nil, false)
    }

    /// `yesterday`, `today`, with a time or without.
    private func namedDay(_ pieces: [Piece], _ tokens: [DateToken], now: Timestamp) -> ZonedDate? {
        guard pieces.count <= 8, let index = pieces.firstIndex(where: { namedDays($0.word) != nil }),
            let ago = namedDays(pieces[index].word)
        else { return nil }
        let civil = Timestamp(seconds: now.seconds - Int64(ago * 86_400)).day()
        var fields = DateFields()
        _ = WrittenClock(tokens: tokens).read(near: pieces[index].range, into: &fields)
        if fields.hour == nil {
            // Alone only: the word may be any in a sentence, and means something else in another language.
            return pieces.count == 1 ? day(civil) : nil
        }
        fields.year = civil.year
        fields.month = civil.month
        fields.day = civil.day
        return fields.zonedDate(now: now)
    }

    private func namedDays(_ word: String) -> Int? {
        if todayWords.contains(word) { return 0 }
        return yesterdayWords.contains(word) ? 1 : nil
    }

    private func day(_ day: CivilDay) -> ZonedDate {
        ZonedDate(instant: Timestamp(seconds: Int64(day.daysSinceEpoch) * 86_400), precision: .day)
    }
}

extension RelativeDate {
    /// A number or a word; ideographs that stand together are one word.
    private struct Piece {
        var number: Int?
        var word = ""
        var range: Range<Int>
    }

    private static func pieces(_ tokens: [DateToken]) -> [Piece] {
        var pieces: [Piece] = []
        for (index, token) in tokens.enumerated() {
            switch token.kind {
            case .sign: continue
            case .number: pieces.append(Piece(number: token.value, range: index..<index + 1))
            case .word:
                let word = String(String.UnicodeScalarView(token.letters))
                if let last = pieces.last, last.number == nil, last.range.upperBound == index,
                    !token.hasSpaceBefore,
                    index > 0, tokens[index - 1].kind == .word
                {
                    pieces[pieces.count - 1].word += word
                    pieces[pieces.count - 1].range = last.range.lowerBound..<index + 1
                } else {
                    pieces.append(Piece(word: word, range: index..<index + 1))
                }
            }
        }
        return pieces
    }

    private static func words(_ names: String) -> Set<String> {
        Set(names.split(separator: " ").map { folded($0) })
    }

    private static func folded(_ name: Substring) -> String {
        String(
            String.UnicodeScalarView(
                name.unicodeScalars.compactMap { NameFolding.folded($0 == "_" ? " " : $0) }))
    }

    private static let unitNames: [(seconds: Int, names: String)] = [
        (
            60,
            """
            minute minutes min mins minuto minutos minuten minuti minut minuter minutter minuutti minuuttia minuty \
            minutami minuta perc dakika dk phút menit минут минуту минуты мин хвилин хвилини хвилину хв хвіліны 分钟 分鐘 分 분 \
            دقيقة دقائق دقیقه منٹ נקות דקות นาที मिनट মিনিট λεπτά λεπτό минути წუთის րոպե
            """
        ),
        (
            3600,
            """
            hour hours hr hrs h hora horas heure heures stunde stunden std ora ore uur uren timer timmar timme time tunti \
            tuntia godzin godziny godzinę hodin hodinami hodiny óra saat giờ tiếng jam час часа часов година години годин \
            小时 小時 個小時 时间 時間 시간 ساعة ساعات ساعت گھنٹے שעות ชั่วโมง ชม घंटे घंटा ঘণ্টা ώρες ώρα საათის ժամ
            """
        ),
        (
            86_400,
            """
            day days día días dia dias jour jours tag tage tagen giorno giorni dag dagen dagar dage päivää päivä dzień dni \
            dny dnů dnem nap zi zile gün ngày hari день дня дней днів дні 天 日 일 يوم أيام ايام روز دن ימים วัน दिन দিন ημέρες \
            ημέρα μέρες дни დღის օր
            """
        ),
        (
            604_800,
            """
            week weeks semana semanas semaine semaines woche wochen settimana settimane weken vecka veckor uge uger uke uker \
            viikkoa viikko tydzień tygodnie tygodni týden týdny hét săptămâni hafta tuần minggu неделю недели недель тиждень \
            тижні 周 週 週間 个星期 星期 주 أسبوع أسابيع هفته สัปดาห์ सप्ताह εβδομάδες
            """
        ),
    ]

    private static let agoNames = """
        ago hace vor fa há назад тому таму 前 以前 전 منذ قبل پیش önce evvel trước ที่แล้ว ที่ผ่านมา ก่อน पहले আগে lalu geleden \
        sedan siden temu před pred πριν לפני acum ezelőtt sitten преди წინ առաջ y fait
        """

    private static let yesterdayNames = """
        yesterday ayer gestern hier ieri ontem gisteren igår går вчера вчора учора 昨天 昨日 어제 أمس امس دیروز dün hôm_qua \
        เมื่อวาน เมื่อวานนี้ kemarin semalam eilen wczoraj včera včeraj jučer juče χθες χτες אתמול tegnap ahir
        """

    private static let todayNames = """
        today hoy heute aujourd oggi hoje vandaag idag dag сегодня сьогодні днес данас 今天 今日 本日 오늘 اليوم امروز bugün \
        hôm_nay วันนี้ आज hari_ini tänään dziś dzisiaj dnes danes danas σήμερα היום azi astăzi ma avui আজ
        """
}
