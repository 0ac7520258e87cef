/// A character reference that libxml2 leaves as it is or loses, as the text it stands for.
struct HTMLReference {
    /// UTF-8, never markup.
    var utf8: [UInt8]
    /// The byte behind the reference.
    var end: Int
}

/// Reads the reference at `start`, a `&`.
///
/// Known are the names of HTML 5 that HTML 4 has not, where they stand for a letter or a sign of running text, and
/// numbers 128–159, which the web means as windows-1252 (HTML Standard, "numeric character reference end state").
///
/// - Returns: nil for every reference that libxml2 reads by itself.
func htmlReference(in bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> HTMLReference? {
    guard start + 2 < bytes.count else { return nil }
    return bytes[start + 1] == UInt8(ascii: "#")
        ? numericReference(in: bytes, at: start) : namedReference(in: bytes, at: start)
}

private func namedReference(in bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> HTMLReference? {
    var packed: UInt64 = 0
    var index = start + 1
    let limit = min(bytes.count, index + 9)
    while index < limit {
        let byte = bytes[index]
        if byte == UInt8(ascii: ";") {
            return html5Names[packed].map { HTMLReference(utf8: $0, end: index + 1) }
        }
        guard isASCIILetter(byte) || isASCIIDigit(byte) else { return nil }
        packed = packed << 8 | UInt64(byte)
        index += 1
    }
    return nil
}

private func numericReference(in bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> HTMLReference? {
    var index = start + 2
    let isHexadecimal = bytes[index] | 0x20 == UInt8(ascii: "x")
    if isHexadecimal { index += 1 }
    var value = 0
    let digits = index
    while index < bytes.count, index - digits < 8, let digit = hexadecimalDigit(bytes[index]),
        isHexadecimal || digit < 10
    {
        value = value * (isHexadecimal ? 16 : 10) + digit
        index += 1
    }
    guard index > digits, (0x80...0x9F).contains(value) else { return nil }
    if index < bytes.count, bytes[index] == UInt8(ascii: ";") { index += 1 }
    return HTMLReference(utf8: windows1252[value - 0x80], end: index)
}

private func hexadecimalDigit(_ byte: UInt8) -> Int? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): Int(byte - UInt8(ascii: "0"))
    case UInt8(ascii: "a")...UInt8(ascii: "f"): Int(byte - UInt8(ascii: "a")) + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): Int(byte - UInt8(ascii: "A")) + 10
    default: nil
    }
}

/// Bytes 80…9F of windows-1252; a space where it has none.
private let windows1252: [[UInt8]] = "€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ".map { Array(String($0).utf8) }

/// By name, packed big-endian into a number.
private let html5Names: [UInt64: [UInt8]] = {
    var names: [UInt64: [UInt8]] = [
        packedName("Tab"): [0x20], packedName("NewLine"): [0x20], packedName("NoBreak"): [],
        packedName("bsol"): [UInt8(ascii: "\\")], packedName("numsp"): [0x20], packedName("puncsp"): [0x20],
        packedName("hairsp"): [0x20], packedName("emsp13"): [0x20], packedName("emsp14"): [0x20],
    ]
    let pairs = html5NamesAndText.split { $0 == " " || $0 == "\n" }
    for index in stride(from: 0, to: pairs.count - 1, by: 2) {
        names[packedName(pairs[index])] = Array(pairs[index + 1].utf8)
    }
    return names
}()

private func packedName(_ name: some StringProtocol) -> UInt64 {
    name.utf8.reduce(0) { $0 << 8 | UInt64($1) }
}

private let html5NamesAndText = """
    excl ! num # dollar $ percnt % lpar ( rpar ) ast * midast * plus + comma , period . sol /
    colon : semi ; equals = quest ? commat @ lbrack [ lsqb [ rbrack ] rsqb ] Hat ^ UnderBar _
    lowbar _ grave ` lbrace { lcub { verbar | vert | rbrace } rcub } Dot ¨ die ¨ COPY © REG ®
    circledR ® strns ¯ pm ± Cedilla ¸ half ½ angst Å div ÷ Amacr Ā amacr ā Abreve Ă abreve ă
    Aogon Ą aogon ą Cacute Ć cacute ć Ccirc Ĉ ccirc ĉ Cdot Ċ cdot ċ Ccaron Č ccaron č Dcaron Ď
    dcaron ď Dstrok Đ dstrok đ Emacr Ē emacr ē Edot Ė edot ė Eogon Ę eogon ę Ecaron Ě ecaron ě
    Gcirc Ĝ gcirc ĝ Gbreve Ğ gbreve ğ Gdot Ġ gdot ġ Gcedil Ģ Hcirc Ĥ hcirc ĥ Hstrok Ħ hstrok ħ
    Itilde Ĩ itilde ĩ Imacr Ī imacr ī Iogon Į iogon į Idot İ imath ı inodot ı IJlig Ĳ ijlig ĳ
    Jcirc Ĵ jcirc ĵ Kcedil Ķ kcedil ķ kgreen ĸ Lacute Ĺ lacute ĺ Lcedil Ļ lcedil ļ Lcaron Ľ
    lcaron ľ Lmidot Ŀ lmidot ŀ Lstrok Ł lstrok ł Nacute Ń nacute ń Ncedil Ņ ncedil ņ Ncaron Ň
    ncaron ň napos ŉ ENG Ŋ eng ŋ Omacr Ō omacr ō Odblac Ő odblac ő Racute Ŕ racute ŕ Rcedil Ŗ
    rcedil ŗ Rcaron Ř rcaron ř Sacute Ś sacute ś Scirc Ŝ scirc ŝ Scedil Ş scedil ş Tcedil Ţ
    tcedil ţ Tcaron Ť tcaron ť Tstrok Ŧ tstrok ŧ Utilde Ũ utilde ũ Umacr Ū umacr ū Ubreve Ŭ
    ubreve ŭ Uring Ů uring ů Udblac Ű udblac ű Uogon Ų uogon ų Wcirc Ŵ wcirc ŵ Ycirc Ŷ ycirc ŷ
    Zacute Ź zacute ź Zdot Ż zdot ż Zcaron Ž zcaron ž imped Ƶ gacute ǵ jmath ȷ IOcy Ё DJcy Ђ GJcy Ѓ
    Jukcy Є DScy Ѕ Iukcy І YIcy Ї Jsercy Ј LJcy Љ NJcy Њ TSHcy Ћ KJcy Ќ Ubrcy Ў DZcy Џ Acy А Bcy Б
    Vcy В Gcy Г Dcy Д IEcy Е ZHcy Ж Zcy З Icy И Jcy Й Kcy К Lcy Л Mcy М Ncy Н Ocy О Pcy П Rcy Р
    Scy С Tcy Т Ucy У Fcy Ф KHcy Х TScy Ц CHcy Ч SHcy Ш SHCHcy Щ HARDcy Ъ Ycy Ы SOFTcy Ь Ecy Э
    YUcy Ю YAcy Я acy а bcy б vcy в gcy г dcy д iecy е zhcy ж zcy з icy и jcy й kcy к lcy л mcy м
    ncy н ocy о pcy п rcy р scy с tcy т ucy у fcy ф khcy х tscy ц chcy ч shcy ш shchcy щ hardcy ъ
    ycy ы softcy ь ecy э yucy ю yacy я iocy ё djcy ђ gjcy ѓ jukcy є dscy ѕ iukcy і yicy ї jsercy ј
    ljcy љ njcy њ tshcy ћ kjcy ќ ubrcy ў dzcy џ dash ‐ hyphen ‐ horbar ― Verbar ‖ Vert ‖ rsquor ’
    lsquor ‚ rdquor ” ldquor „ ddagger ‡ bullet • nldr ‥ mldr … pertenk ‱ tprime ‴ bprime ‵
    OverBar ‾ caret ⁁ hybull ⁃ bsemi ⁏ qprime ⁗ numero № copysr ℗ rx ℞ TRADE ™ frac13 ⅓ frac23 ⅔
    frac15 ⅕ frac18 ⅛ frac38 ⅜ frac58 ⅝ frac78 ⅞ slarr ← srarr → bigstar ★ starf ★ star ☆ check ✓
    cross ✗
    """
