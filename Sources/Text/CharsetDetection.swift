import CUchardet

/// The charset uchardet finds in a sample, put right: answers that do not occur on the web become what does.
func detectedCharset(of sample: Span<UInt8>) -> Charset? {
    guard let answer = uchardetAnswer(for: sample) else { return nil }
    return Charset(label: replacements[answer] ?? answer)
}

/// uchardet 0.0.7 knows sets that no newspaper uses and takes common ones for them.
private let replacements = [
    "KOI8-R": "koi8-u", "ISO-8859-13": "windows-1257", "ISO-8859-4": "windows-1257", "IBM852": "windows-1252",
    "MAC-CENTRALEUROPE": "windows-1252", "VISCII": "windows-1252", "ISO-8859-3": "windows-1252",
    "ISO-8859-10": "windows-1252", "ISO-8859-16": "windows-1252", "IBM855": "windows-1251",
    "MAC-CYRILLIC": "windows-1251", "TIS-620": "windows-874", "UHC": "euc-kr", "ASCII": "utf-8",
]

private func uchardetAnswer(for sample: Span<UInt8>) -> String? {
    let detector = uchardet_new()
    defer { uchardet_delete(detector) }
    return sample.withUnsafeBytes { bytes in
        let characters = bytes.assumingMemoryBound(to: CChar.self)
        guard let base = characters.baseAddress, uchardet_handle_data(detector, base, characters.count) == 0
        else {
            return nil
        }
        uchardet_data_end(detector)
        let answer = uchardet_get_charset(detector).map { String(cString: $0) } ?? ""
        return answer.isEmpty ? nil : answer
    }
}
