/// Whether a stretch of a text is exactly what was asked for, whatever its accents are composed of and whatever nobody
/// sees in it.
func isSpelling(_ text: ByteSlice, of written: ByteSlice) -> Bool {
    if text.elementsEqual(written) { return true }
    // Only beyond ASCII there are two ways to write one thing.
    guard !text.allSatisfy({ $0 < 0x80 }) || !written.allSatisfy({ $0 < 0x80 }) else { return false }
    // Strings compare by canonical equivalence.
    return visible(text) == visible(written)
}

private func visible(_ bytes: ByteSlice) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars
    where !scalar.properties.isDefaultIgnorableCodePoint { scalars.append(scalar) }
    return String(scalars)
}
