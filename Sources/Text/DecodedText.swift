/// What markup a body is, as far as it may declare its own charset.
package enum MarkupKind: Sendable {
    case xml, html, plain
}

/// A text in UTF-8, whatever it was before.
package struct DecodedText: Sendable, Equatable {
    /// What it was in: a WHATWG name, lower case.
    package var charset: String
    /// Well-formed UTF-8 without a byte order mark.
    package var bytes: [UInt8]
    /// What had to be put right, for people.
    package var repairs: [String]

    package var string: String { String(decoding: bytes, as: UTF8.self) }
}

/// Turns a body into UTF-8.
///
/// The charset is that of a byte order mark; or UTF-8 when the whole body is well-formed UTF-8 (and has no ISO-2022
/// escape), whatever is declared; or the first declaration that fits (server, XML declaration, meta); or what the bytes
/// look like. Unreadable bytes become U+FFFD, and nothing after them is lost.
/// - Parameter contentType: the server's header, such as `text/html; charset=windows-1251`.
/// - Complexity: O(n). A body that is UTF-8 already is not copied.
package func decodedText(of body: [UInt8], contentType: String?, markup: MarkupKind) -> DecodedText {
    if let (charset, length) = byteOrderMark(of: body.span) {
        return decoded(body.span.extracting(length...), from: charset)
    }
    if let charset = wideCharset(of: body.span) { return decoded(body.span, from: charset) }
    let check = utf8Check(body.span)
    let escape = check.hasEscape && check.sequences == 0 ? escapedCharset(of: body.span) : nil
    if check.isValid, escape == nil {
        let repairs = markup == .xml ? contradictions(of: body.span, hasSequences: check.sequences > 0) : []
        return DecodedText(charset: Charset.utf8.name, bytes: body, repairs: repairs)
    }
    if check.isMostlyValid {
        return decoded(body.span, from: .utf8)
    }
    let declared = declaredCharsets(of: body.span, contentType: contentType, markup: markup)
    if check.isProbablyValid, escape == nil, declared.allSatisfy({ $0 == .utf8 }) {
        return decoded(body.span, from: .utf8)
    }
    if let escape { return decoded(body.span, from: declared.first { $0.isEscaped } ?? escape) }
    var text = decoded(body.span, from: likeliestCharset(of: body.span, declared: declared))
    if let first = declared.first {
        if first.name != text.charset {
            text.repairs.append("declared \(first.name), read as \(text.charset)")
        }
    } else if let label = markup == .xml ? xmlDeclarationLabel(of: body.span) : nil {
        text.repairs.append("declared \(label), which no charset is called; read as \(text.charset)")
    } else {
        text.repairs.append("declares no charset, read as \(text.charset)")
    }
    return text
}

/// What the XML declaration of a document in UTF-8 says instead; nothing where the document is ASCII and that is so in the
/// declared charset too.
private func contradictions(of body: Span<UInt8>, hasSequences: Bool) -> [String] {
    guard let label = xmlDeclarationLabel(of: body), label.lowercased() != "utf-8" else { return [] }
    guard let charset = Charset(label: label) else {
        return hasSequences ? ["declared \(label), which no charset is called; read as utf-8"] : []
    }
    let isSame = charset == .utf8 || !hasSequences && charset.isASCIICompatible && !charset.isEscaped
    return isSame ? [] : ["declared \(charset.name), read as utf-8"]
}

private func decoded(_ body: Span<UInt8>, from charset: Charset) -> DecodedText {
    if charset == .utf8, utf8Check(body).isValid {
        return DecodedText(
            charset: charset.name, bytes: body.withUnsafeBufferPointer { Array($0) }, repairs: [])
    }
    if charset == .utf8, let mended = withStrayLatinRead(body) {
        var text = decoded(mended.bytes.span, from: .utf8)
        text.repairs.insert("\(mended.count) bytes of windows-1252 among UTF-8 read as such", at: 0)
        return text
    }
    guard let text = converted(body, from: charset) else {
        let lossy = body.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
        return DecodedText(
            charset: Charset.utf8.name, bytes: Array(lossy.utf8),
            repairs: ["\(charset.name) is not known here"])
    }
    return DecodedText(charset: charset.name, bytes: text.bytes, repairs: repairs(of: text))
}

private func repairs(of text: Conversion) -> [String] {
    text.replaced == 0 ? [] : ["\(text.replaced) unreadable bytes replaced"]
}

private func byteOrderMark(of body: Span<UInt8>) -> (Charset, Int)? {
    func begins(_ mark: [UInt8]) -> Bool {
        body.count >= mark.count && mark.indices.allSatisfy { body[$0] == mark[$0] }
    }
    if begins([0xEF, 0xBB, 0xBF]) { return (.utf8, 3) }
    if begins([0xFF, 0xFE, 0, 0]) { return (.utf32LittleEndian, 4) }
    if begins([0, 0, 0xFE, 0xFF]) { return (.utf32BigEndian, 4) }
    if begins([0xFF, 0xFE]) { return (.utf16LittleEndian, 2) }
    if begins([0xFE, 0xFF]) { return (.utf16BigEndian, 2) }
    return nil
}

/// UTF-16 or UTF-32 without a mark, known by where the zero bytes of its ASCII characters are: markup has some.
private func wideCharset(of body: Span<UInt8>) -> Charset? {
    let count = min(body.count, 1024) & ~3
    guard count >= 8 else { return nil }
    var zeros = [0, 0, 0, 0]
    for index in 0..<count where body[index] == 0 { zeros[index & 3] += 1 }
    let quarter = count / 4
    let isZero = zeros.map { $0 * 5 > quarter }
    let isNeverZero = zeros.map { $0 * 50 <= quarter }
    switch (isZero, isNeverZero) {
    case ([true, true, true, false], _): return isNeverZero[3] ? .utf32BigEndian : nil
    case ([false, true, true, true], _): return isNeverZero[0] ? .utf32LittleEndian : nil
    case ([true, false, true, false], _): return isNeverZero[1] && isNeverZero[3] ? .utf16BigEndian : nil
    case ([false, true, false, true], _): return isNeverZero[0] && isNeverZero[2] ? .utf16LittleEndian : nil
    default: return nil
    }
}

/// ISO-2022-JP, -KR or -CN by its first escape sequence.
private func escapedCharset(of body: Span<UInt8>) -> Charset? {
    var index = 0
    while index + 2 < body.count {
        if body[index] == 0x1B {
            switch (body[index + 1], body[index + 2]) {
            case (0x24, 0x40), (0x24, 0x42), (0x28, 0x49), (0x28, 0x4A): return Charset(label: "iso-2022-jp")
            case (0x24, 0x28): return Charset(label: "iso-2022-jp")
            case (0x24, 0x29): return Charset(label: "iso-2022-kr")
            default: break
            }
        }
        index += 1
    }
    return nil
}
