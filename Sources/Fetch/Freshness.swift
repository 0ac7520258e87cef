import CCurl
import Model

/// How long a response is fresh by its own words; see ``ResponseHead/freshFor``.
///
/// RFC 9111, 4.2.1, for a private cache: `s-maxage` is not ours, `Age` has already passed.
func freshness(cacheControl: String?, age: String?, expires: String?, date: String?, now: Timestamp)
    -> Duration?
{
    var maxAge: Int64?
    for directive in (cacheControl ?? "").split(separator: ",") {
        let parts = directive.lowercased().filter { $0 != " " && $0 != "\t" }.split(
            separator: "=", maxSplits: 1)
        switch parts.first {
        case "no-cache", "no-store": return .zero
        case "max-age": if parts.count == 2 { maxAge = deltaSeconds(parts[1]) ?? maxAge }
        default: break
        }
    }
    if let maxAge {
        return .seconds(max(0, maxAge - (age.flatMap(deltaSeconds) ?? 0)))
    }
    guard let expires else { return nil }
    // An unreadable date, "0" above all, means "already expired" (5.3).
    guard let end = httpDate(expires) else { return .zero }
    return max(.zero, end - (date.flatMap(httpDate) ?? now))
}

/// When a server that sent `Retry-After` may be asked again, not before `now`; nil when it cannot be read.
func retryTime(_ retryAfter: String?, now: Timestamp) -> Timestamp? {
    guard let retryAfter else { return nil }
    if let seconds = deltaSeconds(retryAfter) { return now + .seconds(seconds) }
    return httpDate(retryAfter).map { max(now, $0) }
}

/// A number of seconds, perhaps in quotes; at most a year: longer promises are as good as that, and cannot overflow.
private func deltaSeconds(_ text: some StringProtocol) -> Int64? {
    let digits = text.utf8.filter { $0 != 0x20 && $0 != 0x09 && $0 != UInt8(ascii: "\"") }
    guard !digits.isEmpty, digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    let year: Int64 = 366 * 86_400
    return digits.reduce(0) { min(year, $0 * 10 + Int64($1 - 0x30)) }
}

/// Any of the three date forms of HTTP (RFC 9110, 5.6.7), read by libcurl.
private func httpDate(_ text: String) -> Timestamp? {
    let seconds = curl_getdate(text, nil)
    return seconds < 0 ? nil : Timestamp(seconds: Int64(seconds))
}
