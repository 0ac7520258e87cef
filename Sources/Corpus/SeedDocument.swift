import Model

/// One file of a corpus: a day or none, then lines of text.
///
/// Reading loses nothing: ``bytes`` gives back exactly what ``init(bytes:)`` was given, for any UTF-8, so extra
/// blank lines, no-break spaces, carriage returns and a missing or present final line feed all survive.
/// Headline and paragraphs are views of the lines.
package struct SeedDocument: Sendable, Equatable {
    /// The day of the header; nil when the file has none.
    package var day: CivilDay?
    /// What follows the header, cut at line feeds, blank lines included; one empty line for an empty text.
    package var lines: [String]

    package init(day: CivilDay?, lines: [String]) {
        self.day = day
        self.lines = lines
    }

    /// Reads a file. A header is one space, `date`, a space, an existing ISO day and a space, at the very
    /// start; anything else there is text.
    package init(bytes: [UInt8]) throws(SeedError) {
        let offset = invalidOffset(in: bytes)
        if let offset { throw .notUTF8(offset: offset) }
        day = headerDay(bytes)
        lines = bytes[(day == nil ? 0 : headerLength)...]
            .split(separator: 0x0A, omittingEmptySubsequences: false)
            .map { String(decoding: $0, as: UTF8.self) }
    }

    /// The file.
    package var bytes: [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(lines.reduce(headerLength) { $0 + $1.utf8.count + 1 })
        if let day {
            bytes += headerStart
            bytes += day.iso.utf8
            bytes.append(0x20)
        }
        for (index, line) in lines.enumerated() {
            if index > 0 { bytes.append(0x0A) }
            bytes += line.utf8
        }
        return bytes
    }

    /// The first line when it reads as a headline: alone between blank lines, at most 200 columns (letters of
    /// scripts without spaces count two), and not a sentence of more than 100 that ends in a full stop.
    package var headline: String? {
        guard let first = lines.first else { return nil }
        let line = trimmed(first)
        guard !line.isEmpty, lines.count < 2 || trimmed(lines[1]).isEmpty else { return nil }
        let width = line.unicodeScalars.reduce(0) { $0 + ($1.value >= 0x2E80 ? 2 : 1) }
        let endsAsSentence = line.unicodeScalars.last.map(isFullStop) ?? false
        return width <= (endsAsSentence ? 100 : 200) ? line : nil
    }

    /// The other lines that are not blank, without white space at their ends.
    package var paragraphs: [String] {
        lines.dropFirst(headline == nil ? 0 : 1).map(trimmed).filter { !$0.isEmpty }
    }

    /// Equal when the bytes are: strings alone would call composed and decomposed letters the same.
    package static func == (left: SeedDocument, right: SeedDocument) -> Bool {
        left.bytes == right.bytes
    }
}

/// Why bytes are no seed document.
package enum SeedError: Error, Equatable, CustomStringConvertible {
    /// The byte at `offset` starts no UTF-8 sequence.
    case notUTF8(offset: Int)

    package var description: String {
        switch self {
        case .notUTF8(let offset): "byte \(offset) is not UTF-8; wanted a text file in UTF-8"
        }
    }
}

private let headerStart = Array(" date ".utf8)
private let headerLength = headerStart.count + 10 + 1

private func headerDay(_ bytes: [UInt8]) -> CivilDay? {
    guard bytes.count >= headerLength, bytes.starts(with: headerStart), bytes[headerLength - 1] == 0x20
    else { return nil }
    return CivilDay(iso: String(decoding: bytes[headerStart.count..<headerLength - 1], as: UTF8.self))
}

/// The offset of the first byte that is not part of well-formed UTF-8.
private func invalidOffset(in bytes: [UInt8]) -> Int? {
    do throws(UTF8.ValidationError) {
        _ = try UTF8Span(validating: bytes.span)
        return nil
    } catch {
        return error.byteOffsets.lowerBound
    }
}

private func isFullStop(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case ".", "。", "．", "।", "۔", "።", "။": true
    default: false
    }
}

/// `line` without white space, no-break spaces and carriage returns at its ends.
func trimmed(_ line: String) -> String {
    let scalars = line.unicodeScalars
    guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
        let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
    else { return "" }
    return String(scalars[first...last])
}
