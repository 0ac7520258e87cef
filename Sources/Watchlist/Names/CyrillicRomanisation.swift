/// How languages in Latin letters write Russian and Ukrainian names.
struct CyrillicRomanisation: Sendable {
    var system: String
    private var letters: [String: String]

    private init(_ system: String, _ changes: String) {
        self.system = system
        letters = pairs(Self.common).merging(pairs(changes)) { $1 }
    }

    func name(_ words: [String]) -> String {
        words.map { word in
            let written = word.lowercased().map { letters[String($0)] ?? String($0) }.joined()
            return written.prefix(1).uppercased() + written.dropFirst()
        }.joined(separator: " ")
    }

    private static let common = """
        а:a б:b в:v г:g ґ:g д:d е:e ё:yo є:ye ж:zh з:z и:i і:i ї:yi й:y к:k л:l м:m н:n о:o п:p р:r с:s т:t у:u ў:w ф:f х:kh
        ц:ts ч:ch ш:sh щ:shch ъ: ы:y ь: э:e ю:yu я:ya ђ:dj ј:j љ:lj њ:nj ћ:c џ:dz ѓ:g ќ:k
        """

    static let all: [CyrillicRomanisation] = [
        CyrillicRomanisation("English", ""),
        CyrillicRomanisation("English, from Ukrainian", "и:y г:h"),
        CyrillicRomanisation(
            "German", "в:w е:e ё:jo є:je ж:sch з:s й:j х:ch ц:z ч:tsch ш:sch щ:schtsch ю:ju я:ja ї:ji"),
        CyrillicRomanisation("French", "у:ou ё:io є:ie ж:j й:ï х:kh ч:tch ш:ch щ:chtch ю:iou я:ia э:e"),
        CyrillicRomanisation(
            "Polish", "в:w ё:jo є:je ж:ż й:j х:ch ц:c ч:cz ш:sz щ:szcz ю:ju я:ja ї:ji ь:"),
        CyrillicRomanisation(
            "scientific", "ё:ë є:je ж:ž й:j х:ch ц:c ч:č ш:š щ:šč ю:ju я:ja ї:ji ы:y ь: ћ:ć џ:dž ђ:đ"),
        CyrillicRomanisation("Spanish", "ж:zh й:i х:j ш:sh щ:sch ю:iu я:ia ё:io"),
    ]
}
