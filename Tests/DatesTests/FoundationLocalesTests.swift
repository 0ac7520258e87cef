import Dates
import Foundation
import Model
import Testing

/// Reads back what Foundation writes: every month in every style of many locales, in their own digits and calendars.
@Suite struct FoundationLocalesTests {
    private static let reader = DateReader()
    private static let locales = [
        "af_ZA", "am_ET", "ar_EG", "ar_LB", "ar_MA", "ar_DZ", "as_IN", "az_AZ", "be_BY", "bg_BG", "bn_BD",
        "bs_BA",
        "ca_ES", "ckb_IQ", "cs_CZ", "cy_GB", "da_DK", "de_DE", "de_AT", "el_GR", "en_US", "en_GB", "en_IN",
        "eo", "es_ES",
        "es_MX", "et_EE", "eu_ES", "fa_IR", "fi_FI", "fil_PH", "fo_FO", "fr_FR", "fr_CA", "ga_IE", "gl_ES",
        "gu_IN", "ha_NG",
        "he_IL", "hi_IN", "hr_HR", "hu_HU", "hy_AM", "id_ID", "is_IS", "it_IT", "ja_JP", "ka_GE", "kk_KZ",
        "km_KH", "kn_IN",
        "ko_KR", "ky_KG", "lb_LU", "lo_LA", "lt_LT", "lv_LV", "mk_MK", "ml_IN", "mn_MN", "mr_IN", "ms_MY",
        "mt_MT", "my_MM",
        "nb_NO", "ne_NP", "nl_NL", "nn_NO", "or_IN", "pa_IN", "pl_PL", "ps_AF", "pt_BR", "pt_PT", "ro_RO",
        "ru_RU", "sd_PK",
        "si_LK", "sk_SK", "sl_SI", "so_SO", "sq_AL", "sr_RS", "sr_Latn_RS", "sv_SE", "sw_KE", "ta_IN",
        "te_IN", "tg_TJ",
        "th_TH", "tk_TM", "tr_TR", "tt_RU", "ug_CN", "uk_UA", "ur_PK", "uz_UZ", "vi_VN", "zh_CN", "zh_TW",
        "zh_HK", "zu_ZA",
    ]

    @Test(arguments: locales)
    func readsWhatTheLocaleWrites(identifier: String) throws {
        let locale = Locale(identifier: identifier)
        let zone = try #require(TimeZone(secondsFromGMT: 0))
        let language = identifier.replacing("_", with: "-")
        for style in [DateFormatter.Style.full, .long, .medium] {
            let formatter = DateFormatter()
            formatter.locale = locale
            formatter.timeZone = zone
            formatter.dateStyle = style
            for month in 1...12 {
                let day = CivilDay(year: 2025, month: month, day: month + 3)
                let date = Date(timeIntervalSince1970: Double(day.daysSinceEpoch) * 86_400)
                let text = formatter.string(from: date)
                #expect(
                    Self.reader.date(in: text, language: language, now: now)?.day == day,
                    "\(identifier): \(text)")
                #expect(
                    Self.reader.firstDate(inVisibleText: "– \(text) –", language: language, now: now)?.day
                        == day,
                    "\(identifier): \(text)")
            }
        }
    }
}
