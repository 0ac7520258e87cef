import Dates
import Model
import Testing

@Suite struct RelativeDateTests {
    private let reader = DateReader()
    /// 2026-02-15T12:30:40Z
    private let noon = Timestamp(seconds: 1_771_158_640)

    @Test(arguments: [
        ("2 hours ago", "2026-02-15T10:30:00Z minute nil"),
        ("5 mins ago", "2026-02-15T12:25:00Z minute nil"),
        ("Posted 3 days ago", "2026-02-12T00:00:00Z day nil"),
        ("vor 3 Stunden", "2026-02-15T09:30:00Z minute nil"),
        ("il y a 20 minutes", "2026-02-15T12:10:00Z minute nil"),
        ("hace 2 días", "2026-02-13T00:00:00Z day nil"),
        ("há 4 horas", "2026-02-15T08:30:00Z minute nil"),
        ("2 ore fa", "2026-02-15T10:30:00Z minute nil"),
        ("2 часа назад", "2026-02-15T10:30:00Z minute nil"),
        ("10 хвилин тому", "2026-02-15T12:20:00Z minute nil"),
        ("3小时前", "2026-02-15T09:30:00Z minute nil"),
        ("30 分钟前", "2026-02-15T12:00:00Z minute nil"),
        ("2天前", "2026-02-13T00:00:00Z day nil"),
        ("3時間前", "2026-02-15T09:30:00Z minute nil"),
        ("3시간 전", "2026-02-15T09:30:00Z minute nil"),
        ("منذ 3 ساعات", "2026-02-15T09:30:00Z minute nil"),
        ("۳ ساعت پیش", "2026-02-15T09:30:00Z minute nil"),
        ("2 saat önce", "2026-02-15T10:30:00Z minute nil"),
        ("2 giờ trước", "2026-02-15T10:30:00Z minute nil"),
        ("2 ชั่วโมงที่แล้ว", "2026-02-15T10:30:00Z minute nil"),
        ("2 घंटे पहले", "2026-02-15T10:30:00Z minute nil"),
        ("2 jam yang lalu", "2026-02-15T10:30:00Z minute nil"),
        ("1 week ago", "2026-02-08T00:00:00Z day nil"),
        ("Yesterday", "2026-02-14T00:00:00Z day nil"),
        ("yesterday at 10:05", "2026-02-14T10:05:00Z minute nil"),
        ("Вчера, 10:05", "2026-02-14T10:05:00Z minute nil"),
        ("Сегодня в 10:05", "2026-02-15T10:05:00Z minute nil"),
        ("昨天 10:05", "2026-02-14T10:05:00Z minute nil"),
        ("Heute, 10:05 Uhr", "2026-02-15T10:05:00Z minute nil"),
    ])
    func readsDatesToldFromNow(text: String, expected: String) throws {
        let date = try #require(reader.freshDate(in: text, language: nil, now: noon))
        #expect(described(date) == expected)
    }

    @Test(arguments: [
        "5 comments", "in 2 hours", "3 days", "yesterday the council met",
        "Yesterday once more in the park of the town", "10:05",
        "2 hours of talks were not enough", "hier finden Sie alles", "前",
    ])
    func ordinaryWordsAreNoDates(text: String) {
        #expect(reader.freshDate(in: text, language: nil, now: noon) == nil)
    }

    @Test func otherTextIsNotReadSo() {
        #expect(reader.date(in: "2 hours ago", language: "en", now: noon) == nil)
        #expect(
            reader.firstDate(inVisibleText: "2 hours ago, 12 minutes ago", language: "en", now: noon) == nil)
    }
}
