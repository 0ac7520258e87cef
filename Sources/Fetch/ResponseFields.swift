/// The status line and the few header fields of a response that anyone here reads, collected line by line.
///
/// A response can have several headers (informational ones, trailers); the last one before the body counts.
struct ResponseFields {
    /// What a header line asks for.
    enum Answer {
        case goOn
        /// The header is longer than allowed.
        case tooLong
    }

    private enum Field: CaseIterable {
        case age, cacheControl, contentLanguage, contentLength, contentType, date, etag, expires, lastModified
        case retryAfter, authenticate, mitigated, dataDome

        var name: StaticString {
            switch self {
            case .age: "age"
            case .cacheControl: "cache-control"
            case .contentLanguage: "content-language"
            case .contentLength: "content-length"
            case .contentType: "content-type"
            case .date: "date"
            case .etag: "etag"
            case .expires: "expires"
            case .lastModified: "last-modified"
            case .retryAfter: "retry-after"
            case .authenticate: "www-authenticate"
            case .mitigated: "cf-mitigated"
            case .dataDome: "x-datadome"
            }
        }
    }

    /// Zero before the first status line.
    private(set) var status = 0
    /// Whether the header has come to its end: libcurl takes one that breaks off for a whole one.
    private(set) var isComplete = false
    private var values: [Field: String] = [:]
    private var byteCount = 0
    private let maxBytes: Int

    init(maxBytes: Int) {
        self.maxBytes = maxBytes
    }

    /// Takes one line with its line break, as libcurl hands it over.
    mutating func take(_ line: UnsafeBufferPointer<UInt8>) -> Answer {
        byteCount += line.count
        guard byteCount <= maxBytes else { return .tooLong }
        if line.starts(with: "HTTP/".utf8) {
            status = statusCode(in: line)
            isComplete = false
            values.removeAll(keepingCapacity: true)
        } else if let colon = line.firstIndex(of: UInt8(ascii: ":")),
            let field = Field.allCases.first(where: { isName($0.name, line[..<colon]) })
        {
            values[field] = fieldValue(line[(colon + 1)...])
        } else if line.allSatisfy({ $0 == 0x0D || $0 == 0x0A }) {
            isComplete = true
        }
        return .goOn
    }

    var contentType: String? { values[.contentType] }
    var contentLanguage: String? { values[.contentLanguage] }
    var etag: String? { values[.etag] }
    var lastModified: String? { values[.lastModified] }
    var contentLength: Int? { values[.contentLength].flatMap { Int($0) } }
    var age: String? { values[.age] }
    var cacheControl: String? { values[.cacheControl] }
    var date: String? { values[.date] }
    var expires: String? { values[.expires] }
    var retryAfter: String? { values[.retryAfter] }
    /// The first word of the first scheme: `Basic`.
    var authentication: String? {
        values[.authenticate].map { String($0.prefix { $0.isLetter || $0.isNumber || $0 == "-" }) }
    }
    /// Whether a guard before the site says that it wants to see a browser.
    var isChallenge: Bool {
        values[.mitigated]?.lowercased() == "challenge" || values[.dataDome] != nil
    }
}

/// `200` of `HTTP/1.1 200 OK`; zero when there is none.
private func statusCode(in line: UnsafeBufferPointer<UInt8>) -> Int {
    guard let space = line.firstIndex(of: UInt8(ascii: " ")) else { return 0 }
    var code = 0
    for byte in line[(space + 1)...].prefix(3) {
        guard (0x30...0x39).contains(byte) else { return 0 }
        code = code * 10 + Int(byte - 0x30)
    }
    return code
}

/// Whether `bytes` spell `name`, which is lowercase, in any case.
private func isName(_ name: StaticString, _ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    guard bytes.count == name.utf8CodeUnitCount else { return false }
    return name.withUTF8Buffer { lower in
        zip(lower, bytes).allSatisfy { $0 == ((0x41...0x5A).contains($1) ? $1 | 0x20 : $1) }
    }
}

/// The value without the white space around it; nil when empty, absurdly long, with control bytes or not UTF-8:
/// validators go back to the server as they came, and none of these could.
private func fieldValue(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> String? {
    let isBlank: (UInt8) -> Bool = { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D || $0 == 0x0A }
    var value = bytes.drop(while: isBlank)
    while let last = value.last, isBlank(last) { value.removeLast() }
    guard !value.isEmpty, value.count <= 1024 else { return nil }
    guard value.allSatisfy({ $0 >= 0x20 && $0 != 0x7F || $0 == 0x09 }) else { return nil }
    return String(validating: value, as: UTF8.self)
}
