import Foundation

/// Every character that folding changes, with the UTF-8 it becomes, from Foundation's Unicode data and `FoldRules`.
///
/// Foundation's calls cost microseconds each, so every step runs once over all characters, one a line.
func unicodeFolds() -> [(code: UInt32, bytes: [UInt8])] {
    let untouched = Set(FoldRules.untouched.joined())
    let codes = (FoldRules.ranges + FoldRules.astralRanges).joined().filter { !untouched.contains($0) }
    var folds: [(code: UInt32, bytes: [UInt8])] = []
    for (code, form) in zip(codes, comparableForms(of: codes)) {
        let bytes = Array(form.utf8)
        if bytes != utf8(of: code) { folds.append((code, bytes)) }
    }
    return folds + simplifiedHan()
}

/// Traditional ideographs with their simplified forms.
///
/// A few characters are each other's simplified form, or have one that simplifies further: such a chain or circle folds
/// to its last or its lowest member.
private func simplifiedHan() -> [(code: UInt32, bytes: [UInt8])] {
    let simplified = lines(of: Array(FoldRules.han)).applyingTransform(
        StringTransform("Hant-Hans"), reverse: false)
    var next: [UInt32: UInt32] = [:]
    for (code, form) in zip(FoldRules.han, characters(of: simplified ?? "")) {
        guard let scalar = form.unicodeScalars.first, scalar.value != code else { continue }
        next[code] = scalar.value
    }
    return next.map { code, _ in
        var chain = [code]
        while let last = chain.last, let further = next[last], !chain.contains(further) {
            chain.append(further)
        }
        let end = next[chain[chain.count - 1]] == nil ? chain[chain.count - 1] : chain.min() ?? code
        return (code, utf8(of: end))
    }
}

private func comparableForms(of codes: [UInt32]) -> [String] {
    let compatible = lines(of: codes).precomposedStringWithCompatibilityMapping.lowercased()
    // Upper case may hide a second compatibility form and lower case a decomposed one: İ is i and a dot.
    let lower = compatible.precomposedStringWithCompatibilityMapping
    let simplified = lower.applyingTransform(StringTransform("Hant-Hans"), reverse: false) ?? lower
    let ascii = lower.applyingTransform(StringTransform("Latin-ASCII"), reverse: false) ?? lower
    let latin = Set(FoldRules.latin.joined())
    var forms: [String] = []
    forms.reserveCapacity(codes.count)
    for ((plain, latinForm), hanForm) in zip(
        zip(characters(of: lower), characters(of: ascii)), characters(of: simplified))
    {
        let first = plain.unicodeScalars.first?.value ?? 0
        let form = latin.contains(first) ? latinForm.lowercased() : hanForm
        forms.append(withoutDecoration(form))
    }
    return forms
}

/// Drops marks and joins variants, as `FoldRules` says.
private func withoutDecoration(_ form: String) -> String {
    if form.unicodeScalars.allSatisfy({ FoldRules.keptWithMark.contains($0.value) }) { return form }
    var kept = String.UnicodeScalarView()
    for scalar in form.decomposedStringWithCanonicalMapping.unicodeScalars {
        if FoldRules.droppedMarks.contains(where: { $0.contains(scalar.value) }) { continue }
        if FoldRules.invisible.contains(where: { $0.contains(scalar.value) }) { continue }
        kept.append(scalar)
    }
    var result = ""
    for scalar in String(kept).precomposedStringWithCanonicalMapping.unicodeScalars {
        if let replacement = FoldRules.replacements[scalar.value] {
            result += replacement
        } else if let digit = decimalDigit(scalar) {
            result += String(digit)
        } else {
            result.unicodeScalars.append(scalar)
        }
    }
    return result
}

private func decimalDigit(_ scalar: Unicode.Scalar) -> Int? {
    guard scalar.properties.numericType == .decimal, let value = scalar.properties.numericValue else {
        return nil
    }
    return Int(value)
}

private func lines(of codes: [UInt32]) -> String {
    var text = String.UnicodeScalarView()
    for code in codes {
        text.append(Unicode.Scalar(code) ?? "\u{FFFD}")
        text.append("\n")
    }
    return String(text)
}

/// The inverse of `lines(of:)`, after transformation. Split by bytes: a mark after a line feed is no `Character`.
private func characters(of lines: String) -> [String] {
    lines.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).map { String($0) ?? "" }
}
