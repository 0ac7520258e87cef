/// How languages in Latin letters write Russian and Ukrainian names.
struct CyrillicRomanisation: Sendable {
    var system: String
    private var groups: [String: String]
    /// Nil for both.
    private var isUkrainian: Bool?

    private init(_ system: String, _ changes: String, isUkrainian: Bool? = nil) {
        self.system = system
        self.isUkrainian = isUkrainian
        groups = pairs(Self.common).merging(pairs(changes)) { $1 }
    }

    /// Whether the system is one for names of that language.
    func isFor(ukrainian: Bool) -> Bool { isUkrainian.map { $0 == ukrainian } ?? true }

    func name(_ words: [String]) -> String { words.map(word).joined(separator: " ") }

    /// Groups of up to five letters, the longest first; `ий$` is an ending.
    func word(_ word: String) -> String {
        let letters = Array(word.lowercased())
        var written = ""
        var place = 0
        while place < letters.count {
            for count in stride(from: min(5, letters.count - place), through: 1, by: -1) {
                let group = String(letters[place..<place + count])
                let ending = place + count == letters.count ? groups[group + "$"] : nil
                guard let found = ending ?? groups[group] ?? (count == 1 ? group : nil) else { continue }
                written += found
                place += count
                break
            }
        }
        return written.prefix(1).uppercased() + written.dropFirst()
    }

    private static let common = """
        а:a б:b в:v г:g ґ:g д:d е:e ё:yo є:ye ж:zh з:z и:i і:i ї:yi й:y к:k л:l м:m н:n о:o п:p р:r с:s т:t у:u ў:w ф:f х:kh
        ц:ts ч:ch ш:sh щ:shch ъ: ы:y ь: э:e ю:yu я:ya ђ:dj ј:j љ:lj њ:nj ћ:c џ:dz ѓ:g ќ:k
        """

    /// Polish softens before е and и, and л is ł unless it is soft.
    private static let polishSoft = "бвгдзкмнпрстфх".map { "\($0)е:\(polishLetters[String($0)] ?? "")ie" }
        .joined(separator: " ")
    private static let polishLetters = pairs(common).merging(pairs("в:w х:ch")) { $1 }
    private static let polish = """
        в:w ё:jo є:je ж:ż й:j х:ch ц:c ч:cz ш:sz щ:szcz ю:ju я:ja ї:ji л:ł ле:le ли:li ль:l ля:la лю:lu льн:ln жи:ży ши:szy
        """

    static let all: [CyrillicRomanisation] = [
        CyrillicRomanisation("English", "ый$:y ий$:y ой$:oy", isUkrainian: false),
        CyrillicRomanisation("English, with i", "ый$:y ий$:i ей$:ei кс:x ский$:sky", isUkrainian: false),
        CyrillicRomanisation(
            "Ukraine's passports", "и:y г:h ий$:yi й:i зг:zgh", isUkrainian: true),
        CyrillicRomanisation("English, from Ukrainian", "и:y г:h ий$:yy", isUkrainian: true),
        CyrillicRomanisation("English, shorter", "и:y г:h ий$:y ський$:sky", isUkrainian: true),
        CyrillicRomanisation(
            "German", "в:w ё:jo ж:sch з:s й:j х:ch ц:z ч:tsch ш:sch щ:schtsch ю:ju я:ja ый$:y ий$:i кс:x",
            isUkrainian: false),
        CyrillicRomanisation(
            "German", "в:w г:h є:je ж:sch з:s и:y й:j х:ch ц:z ч:tsch ш:sch щ:schtsch ю:ju я:ja ї:ji",
            isUkrainian: true),
        CyrillicRomanisation(
            "French",
            "у:ou ё:io є:ie ж:j й:ï х:kh ч:tch ш:ch щ:chtch ю:iou я:ia э:e ый$:y ий$:i кс:x ге:gue ги:gui"),
        CyrillicRomanisation(
            "Polish", polishSoft + " " + polish + " ий$:ij ый$:y ский$:ski цкий$:cki", isUkrainian: false),
        CyrillicRomanisation("Polish", polish + " г:h и:y ле:łe ський$:ski ий$:yj", isUkrainian: true),
        CyrillicRomanisation(
            "scientific", "ё:ë є:je ж:ž й:j х:ch ц:c ч:č ш:š щ:šč ю:ju я:ja ї:ji ы:y ь: ћ:ć џ:dž ђ:đ"),
        CyrillicRomanisation(
            "Spanish", "ж:zh й:i х:j ш:sh щ:sch ю:iu я:ia ё:io ей$:éi ий$:i ый$:i ге:gue ги:gui гей$:guéi"),
    ]
}
