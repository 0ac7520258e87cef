import Foundation

/// The authority of a URL (`user@host:port`) in ASCII, the host in lower case; nil when it cannot be one.
func asciiAuthority(_ authority: ArraySlice<UInt8>) -> String? {
    let at = authority.lastIndex(of: UInt8(ascii: "@"))
    let user = at.map { String(decoding: escapedTail(authority[..<$0]), as: UTF8.self) + "@" } ?? ""
    let hostAndPort = at.map { authority[($0 + 1)...] } ?? authority
    if hostAndPort.first == UInt8(ascii: "[") {
        return user + String(decoding: hostAndPort, as: UTF8.self).lowercased()
    }
    let host = hostAndPort.prefix { $0 != UInt8(ascii: ":") }
    // An empty port is as good as none.
    let port = hostAndPort[host.endIndex...]
    guard var name = asciiHost(host), !hasEmptyLabel(name) else { return nil }
    // A number with a dot behind it is an address (WHATWG), and curl reads it as one only without the dot.
    if name.hasSuffix("."), isNumber(name.split(separator: ".").last ?? "") { name.removeLast() }
    return user + name + (port.count > 1 ? String(decoding: port, as: UTF8.self) : "")
}

/// A host name in lower-case ASCII, international ones in punycode (UTS 46, by Foundation's ICU).
private func asciiHost(_ bytes: ArraySlice<UInt8>) -> String? {
    let plain = unescaped(bytes)
    guard !plain.contains(where: isForbiddenInHost) else { return nil }
    let name = String(decoding: plain, as: UTF8.self)
    if plain.allSatisfy({ $0 < 0x80 }) { return name.lowercased() }
    guard let host = URL(string: "http://\(name)/")?.host(percentEncoded: false),
        host.utf8.allSatisfy({ $0 < 0x80 && !isForbiddenInHost($0) })
    else { return nil }
    return host.lowercased()
}

/// Whether two dots meet or a name begins with one; a last dot is the root's.
private func hasEmptyLabel(_ host: String) -> Bool {
    let labels = host.split(separator: ".", omittingEmptySubsequences: false)
    return labels.dropLast(labels.count > 1 && labels.last == "" ? 1 : 0).contains("")
}

/// Decimal, octal or, behind `0x`, hexadecimal.
private func isNumber(_ label: Substring) -> Bool {
    if label.hasPrefix("0x") { return label.dropFirst(2).allSatisfy(\.isHexDigit) }
    return !label.isEmpty && label.utf8.allSatisfy(isDigit)
}

private func isForbiddenInHost(_ byte: UInt8) -> Bool {
    byte <= 0x20 || byte == 0x7F || "#%/:<>?@[\\]^|\"{}`".utf8.contains(byte)
}

/// Whether a host is a literal IP address, with or without the brackets of IPv6.
func isAddressLiteral(_ host: String) -> Bool {
    if host.hasPrefix("[") || host.contains(":") { return true }
    let fields = host.split(separator: ".", omittingEmptySubsequences: false)
    return fields.count == 4 && fields.allSatisfy { UInt8($0) != nil }
}
