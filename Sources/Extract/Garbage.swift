/// Whether a body begins as a picture, an archive, a document for printing or a program does.
func isForeign(_ body: [UInt8]) -> Bool {
    foreignBeginnings.contains { body.starts(with: $0) }
        || body.count > 12 && body[4..<8].elementsEqual("ftyp".utf8)
        || body.count > 12 && body.starts(with: "RIFF".utf8) && body[8] >= 0x41
}

/// Whether decoded text is no text at all: many control or replacement signs, or data for programs without a tag.
///
/// - Complexity: O(1), a sample of the text at its beginning and in its middle.
func isGarbage(_ text: [UInt8]) -> Bool {
    let samples = [text.prefix(4096), text[(text.count / 2)...].prefix(4096)]
    if samples.contains(where: { $0.count >= 16 && controlCount($0) * 16 > $0.count }) { return true }
    guard let first = text.first(where: { $0 > 0x20 }), let last = text.last(where: { $0 > 0x20 }) else {
        return false
    }
    let isData =
        first == UInt8(ascii: "{") && last == UInt8(ascii: "}")
        || first == UInt8(ascii: "[") && last == UInt8(ascii: "]")
    return isData && text.contains(UInt8(ascii: "\""))
}

/// Bytes of control signs and of the sign for what could not be read.
private func controlCount(_ text: ArraySlice<UInt8>) -> Int {
    var count = 0
    for index in text.indices {
        switch text[index] {
        case 0x20...0x7E: break
        case 0x00...0x08, 0x0B, 0x0E...0x1A, 0x1C...0x1F, 0x7F: count += 1
        case 0xC2 where index + 1 < text.endIndex && (0x80...0x9F).contains(text[index + 1]): count += 2
        case 0xEF where text[index...].starts(with: [0xEF, 0xBF, 0xBD]): count += 3
        default: break
        }
    }
    return count
}

/// PDF, PNG, JPEG, GIF, ZIP (and office documents), gzip, RAR, 7z, bzip2, xz, zstd, ELF, Ogg, MP3, Flash, fonts, OLE, class
/// files, SQLite.
private let foreignBeginnings: [[UInt8]] = [
    Array("%PDF-".utf8), [0x89, 0x50, 0x4E, 0x47], [0xFF, 0xD8, 0xFF], Array("GIF87a".utf8),
    Array("GIF89a".utf8),
    [0x50, 0x4B, 0x03, 0x04], [0x1F, 0x8B, 0x08], Array("Rar!".utf8), [0x37, 0x7A, 0xBC, 0xAF],
    Array("BZh".utf8),
    [0xFD, 0x37, 0x7A, 0x58], [0x28, 0xB5, 0x2F, 0xFD], [0x7F, 0x45, 0x4C, 0x46], Array("OggS".utf8),
    Array("ID3".utf8), Array("wOFF".utf8), Array("wOF2".utf8), [0xD0, 0xCF, 0x11, 0xE0],
    [0xCA, 0xFE, 0xBA, 0xBE],
    Array("SQLite format 3".utf8), [0x00, 0x00, 0x01, 0x00],
]
