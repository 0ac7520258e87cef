/// The letters beyond a–z of languages in Latin script, in lower case.
///
/// A text read with the wrong charset shows itself by letters its language does not have: Polish has ą, never š or ¹.
enum Alphabets {
    /// Whether a letter belongs to a language; nil for a language not listed here.
    static func contains(_ letter: UInt32, in language: String) -> Bool? {
        letters[language].map { $0.contains(letter) }
    }

    /// Letters that stand in names all over the West.
    static let common = Set("éèêëáàâäãåíìîïóòôöõúùûüñçšžčćøæß".unicodeScalars.map(\.value))

    private static let letters: [String: Set<UInt32>] = {
        let table = [
            "en": "", "fr": "àâæçéèêëîïôœùûüÿ", "de": "äöüßé", "es": "áéíóúüñªº", "pt": "áàâãçéêíóôõúªº",
            "it": "àèéìíòóùú", "nl": "áéèëïíóöü", "sv": "åäöé", "da": "æøåé", "no": "æøåé", "nn": "æøåéò",
            "fi": "äöåšž", "et": "äöõüšž", "is": "áéíóúýþæöð", "pl": "ąćęłńóśźż", "cs": "áčďéěíňóřšťúůýž",
            "sk": "áäčďéíĺľňóôŕšťúýž", "hu": "áéíóöőúüű", "ro": "ăâîșțşţ", "hr": "čćđšž", "bs": "čćđšž",
            "sr-Latn": "čćđšž", "sl": "čšž", "sq": "ëç", "tr": "çğıiöşüâîû", "az": "çəğıiöşü",
            "lv": "āčēģīķļņšūž", "lt": "ąčęėįšųūž", "ca": "àçèéíïòóúü", "gl": "áéíóúñü", "eu": "ñç",
            "af": "êëéôûî", "ga": "áéíóú", "cy": "âêîôûŵŷ", "mt": "ċġħż", "lb": "éëä", "id": "é", "ms": "",
            "tl": "ñ", "sw": "",
        ]
        return table.mapValues { Set($0.unicodeScalars.map(\.value)) }
    }()
}
