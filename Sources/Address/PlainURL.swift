/// An absolute URL that is already written as it should be, which most are: it needs no parser to be resolved.
///
/// Lower-case scheme and host, a registered name in ASCII, no user, only characters that URLs may hold, no dot
/// segments and no escapes. Everything else goes the long way through curl.
struct PlainURL {
    let bytes: [UInt8]
    private(set) var host: Range<Int>
    /// Digits; empty when there is none.
    private(set) var port: Range<Int>
    private(set) var path: Range<Int>
    /// Behind the question mark; nil when there is none.
    private(set) var query: Range<Int>?
    /// Behind the hash; nil when there is none.
    private(set) var fragment: Range<Int>?

    /// Nil when the URL must go the long way.
    init?(_ text: String) {
        bytes = Array(text.utf8)
        guard bytes.count <= maxURLBytes, bytes.starts(with: "http".utf8) else { return nil }
        let schemeEnd = bytes.count > 4 && bytes[4] == UInt8(ascii: "s") ? 5 : 4
        let start = schemeEnd + 3
        guard start < bytes.count, bytes[schemeEnd] == UInt8(ascii: ":"),
            bytes[schemeEnd + 1] == UInt8(ascii: "/"),
            bytes[schemeEnd + 2] == UInt8(ascii: "/"), let hostEnd = Self.endOfHost(bytes, from: start)
        else { return nil }
        host = start..<hostEnd
        port = hostEnd..<hostEnd
        path = hostEnd..<hostEnd
        guard let pathStart = Self.endOfPort(bytes, from: hostEnd, isSecure: schemeEnd == 5) else {
            return nil
        }
        if pathStart > hostEnd { port = hostEnd + 1..<pathStart }
        path = pathStart..<bytes.count
        guard readTail(from: pathStart) else { return nil }
    }

    /// The URL itself; a missing path is written out.
    var text: String {
        let whole = String(decoding: bytes, as: UTF8.self)
        guard path.isEmpty else { return whole }
        return String(decoding: bytes[..<path.lowerBound], as: UTF8.self) + "/"
            + String(decoding: bytes[path.lowerBound...], as: UTF8.self)
    }

    func string(_ range: Range<Int>) -> String {
        String(decoding: bytes[range], as: UTF8.self)
    }

    /// Where a plain registered name ends; nil when it is something else, such as an address in figures.
    private static func endOfHost(_ bytes: [UInt8], from start: Int) -> Int? {
        var index = start
        var labelStart = start
        while index < bytes.count, bytes[index] != UInt8(ascii: "/"), bytes[index] != UInt8(ascii: ":"),
            bytes[index] != UInt8(ascii: "?"), bytes[index] != UInt8(ascii: "#")
        {
            switch bytes[index] {
            case UInt8(ascii: "."):
                guard index > labelStart else { return nil }
                labelStart = index + 1
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
                UInt8(ascii: "-"):
                break
            default: return nil
            }
            index += 1
        }
        guard index > labelStart, isLetter(bytes[labelStart]) else { return nil }
        return index
    }

    /// Where the port ends, which is not the scheme's own; the end of the host when there is none.
    private static func endOfPort(_ bytes: [UInt8], from start: Int, isSecure: Bool) -> Int? {
        guard start < bytes.count, bytes[start] == UInt8(ascii: ":") else { return start }
        var index = start + 1
        var value = 0
        while index < bytes.count, isDigit(bytes[index]), index <= start + 5 {
            value = value * 10 + Int(bytes[index] & 15)
            index += 1
        }
        let isEnd = index == bytes.count || "/?#".utf8.contains(bytes[index])
        guard isEnd, value > 0, value <= 65535, value != (isSecure ? 443 : 80), bytes[start + 1] != 0x30
        else {
            return nil
        }
        return index
    }

    private mutating func readTail(from start: Int) -> Bool {
        var segmentIsDots = false
        for index in start..<bytes.count {
            let byte = bytes[index]
            if byte == UInt8(ascii: "%") || isForbiddenInURL(byte) { return false }
            if query == nil, fragment == nil, byte == UInt8(ascii: "/") || byte == UInt8(ascii: ".") {
                // A segment that begins with a dot may be one of dots.
                if byte == UInt8(ascii: "."), segmentIsDots { return false }
                segmentIsDots = byte == UInt8(ascii: "/")
            } else {
                segmentIsDots = false
            }
            if byte == UInt8(ascii: "#") {
                if fragment != nil { return false }
                fragment = index + 1..<bytes.count
                if let open = query { query = open.lowerBound..<index }
                if query == nil { path = path.lowerBound..<index }
            } else if byte == UInt8(ascii: "?"), query == nil, fragment == nil {
                query = index + 1..<bytes.count
                path = path.lowerBound..<index
            }
        }
        // Empty ones go.
        return query?.isEmpty != true && fragment?.isEmpty != true
    }

    /// What a path leads to from here, when that too is plain: `/x/y`, `x.html?z`. Nil when it must go the long way.
    func resolved(_ reference: String) -> String? {
        guard let first = reference.utf8.first,
            first == UInt8(ascii: "/") || isLetter(first) || isDigit(first),
            !reference.utf8.contains(UInt8(ascii: ":")), !reference.hasPrefix("//")
        else { return nil }
        var end = path.lowerBound
        if first != UInt8(ascii: "/") {
            guard let slash = bytes[path].lastIndex(of: UInt8(ascii: "/")) else { return nil }
            end = slash + 1
        }
        return PlainURL(String(decoding: bytes[..<end], as: UTF8.self) + reference)?.text
    }
}
