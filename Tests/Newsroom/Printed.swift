import Model

/// A copy with the story behind it, as the renderers take it.
struct Printed: Sendable {
    var copy: Copy
    var published: Timestamp
}

extension Timestamp {
    /// `Fri, 13 Feb 2026 08:01:22 GMT`, as mail and HTTP write it.
    func mailDate(zone: String) -> String {
        let weekdays = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"]
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        let day = day()
        let date = "\(day.iso.suffix(2)) \(months[day.month - 1]) \(day.iso.prefix(4))"
        return
            "\(weekdays[((day.daysSinceEpoch % 7) + 7) % 7]), \(date) \(iso8601.dropFirst(11).dropLast()) \(zone)"
    }
}

/// `text` with what means something in XML and HTML written as references.
func escaped(_ text: String) -> String {
    var result = ""
    for character in text {
        switch character {
        case "&": result += "&amp;"
        case "<": result += "&lt;"
        case ">": result += "&gt;"
        case "\"": result += "&quot;"
        default: result.append(character)
        }
    }
    return result
}
