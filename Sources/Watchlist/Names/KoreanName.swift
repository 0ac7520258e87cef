/// A Korean name in Hangul: one syllable of a known family name and a given name of one or two.
struct KoreanName: Sendable {
    private var family: Character
    private var given: [Character]

    /// - Returns: nil for what is no Korean name, such as a foreign name in Hangul.
    init?(_ name: String) {
        let syllables = Array(name.filter { !$0.isWhitespace })
        guard (2...3).contains(syllables.count), Self.families[String(syllables[0])] != nil,
            syllables.allSatisfy({ Jamo($0) != nil })
        else { return nil }
        family = syllables[0]
        given = Array(syllables.dropFirst())
    }

    /// In Latin letters as newsrooms write it, with the system's name: `Kim Jong Un`, `Kim Jong-un`, `Kim Jeong-eun`.
    var latin: [(name: String, system: String)] {
        let customs = (Self.families[String(family)] ?? "").split(separator: "/").map(String.init)
        guard let usual = customs.first else { return [] }
        let north = given.map { Jamo($0)?.north ?? "" }
        let south = given.map { Self.customary[String($0)] ?? Jamo($0)?.revised ?? "" }
        let revised = given.map { Jamo($0)?.revised ?? "" }
        var names: [(String, String)] = []
        for (syllables, system) in [(north, "McCune–Reischauer"), (south, "Seoul"), (revised, "revised")] {
            for family in customs.prefix(system == "Seoul" ? 2 : 1) {
                let isNorth = system == "McCune–Reischauer"
                let family = isNorth ? Self.northern[usual] ?? family : family
                names.append((family + " " + syllables.map(\.capitalised).joined(separator: " "), system))
                names.append((family + " " + syllables.joined(separator: "-").capitalised, system))
            }
        }
        return names.map { (name: $0.0, system: $0.1) }
    }

    /// In Russian letters: each syllable alone, as newsrooms do; Kontsevich's system writes the given name as one word.
    var cyrillic: [(name: String, system: String)] {
        let first =
            Self.cyrillicFamilies[String(family)] ?? Jamo(family)?.cyrillic(isVoiced: false).capitalised ?? ""
        var apart: [String] = []
        var together = ""
        var older: [String] = []
        for (place, syllable) in given.enumerated() {
            guard let jamo = Jamo(syllable) else { return [] }
            let before = Jamo(place == 0 ? family : given[place - 1])
            let isVoiced = before?.endsVoiced ?? false
            apart.append(jamo.cyrillic(isVoiced: isVoiced && jamo.isAffricate))
            let joined = jamo.cyrillic(isVoiced: isVoiced).replacing("чж", with: "дж")
            together += (place > 0 && jamo.isSilentAtStart && before?.endsInNG == true ? "ъ" : "") + joined
            older.append(jamo.cyrillicOfTheNorth)
        }
        let spaced = apart.map(\.capitalised).joined(separator: " ")
        return [
            (first + " " + spaced, "Russian newsrooms"),
            (first + " " + older.map(\.capitalised).joined(separator: " "), "Russian, names of the North"),
            (first + " " + together.capitalised, "Kontsevich"),
        ]
    }

    /// In katakana by the sounds of `latin`, the given name as one word: `キム・ジョンウン`.
    var kana: String? {
        let usual = Self.families[String(family)]?.split(separator: "/").first.map(String.init) ?? ""
        let parts = [
            usual == "Lee" ? "i" : usual.lowercased(),
            given.map { Jamo($0)?.north ?? "" }.joined(separator: "-"),
        ]
        let written = parts.map { part in
            part.split(separator: "-").map { syllable -> String in
                let sounds = String(syllable.hasSuffix("ng") ? syllable.dropLast() : syllable).replacing(
                    "oo", with: "u")
                return LetterSpelling.katakana.word(
                    sounds.replacing("eo", with: "o").replacing("ae", with: "e")) ?? ""
            }.joined()
        }
        return written.contains("") ? nil : written.joined(separator: "・")
    }

    /// Family names and how their bearers write them, the most usual first.
    private static let families = pairs(
        """
        김:Kim 이:Lee/Yi 리:Ri/Lee 박:Park/Pak 최:Choi/Choe 정:Jung/Chung 강:Kang 조:Cho/Jo 윤:Yoon/Yun 장:Jang/Chang
        임:Lim/Im 한:Han 오:Oh 서:Seo/Suh 신:Shin/Sin 권:Kwon 황:Hwang 안:Ahn/An 송:Song 류:Ryu/Yoo 유:Yoo/Yu 홍:Hong
        전:Jeon/Chun 고:Ko/Go 문:Moon/Mun 손:Son/Sohn 양:Yang 배:Bae 백:Baek/Paik 허:Heo/Huh 남:Nam 심:Shim/Sim
        노:Roh/Noh 로:Ro/Roh 하:Ha 곽:Kwak 성:Sung/Seong 차:Cha 주:Joo/Ju 우:Woo 구:Koo/Ku 민:Min 나:Na 진:Jin
        지:Ji 엄:Um/Eom 채:Chae 원:Won 천:Chun 방:Bang/Pang 공:Kong/Gong 현:Hyun 함:Ham 변:Byun 추:Choo/Chu 반:Ban
        라:Ra 연:Yeon 여:Yeo 태:Tae 길:Kil 표:Pyo 명:Myung 기:Ki 옥:Ok 육:Yook 맹:Maeng 제:Je 탁:Tak 국:Kook 석:Seok
        """)
    private static let northern = [
        "Park": "Pak", "Choi": "Choe", "Jung": "Jong", "Yoon": "Yun", "Moon": "Mun", "Lee": "Ri",
        "Shin": "Sin",
        "Lim": "Im", "Jeon": "Jon", "Seo": "So",
    ]
    private static let cyrillicFamilies = pairs(
        "이:Ли 리:Ли 최:Цой 박:Пак 유:Ю 류:Рю 임:Лим 노:Но 신:Син 정:Чон 조:Чо 장:Чан 전:Чон 주:Чу 지:Чи 진:Чин")

    /// Given-name syllables whose usual spelling is not the revised one.
    private static let customary = pairs(
        """
        석:suk 숙:sook 명:myung 영:young 현:hyun 경:kyung 훈:hoon 우:woo 수:soo 준:joon 정:jung 선:sun 성:sung 승:seung
        철:chul 덕:duck 건:gun 주:joo 순:soon 국:kuk 규:kyu 구:koo 무:moo 중:jung 흥:heung 희:hee 미:mi 연:yeon 섭:sup
        형:hyung 균:kyun 운:woon 은:eun 걸:gul 범:bum 병:byung 용:yong
        """)
}

extension String {
    fileprivate var capitalised: String { prefix(1).uppercased() + dropFirst() }
}

/// A syllable of Hangul as its three parts.
private struct Jamo {
    private var initial: Int
    private var vowel: Int
    private var final: Int

    init?(_ syllable: Character) {
        guard let scalar = syllable.unicodeScalars.first, syllable.unicodeScalars.count == 1,
            (0xAC00...0xD7A3).contains(scalar.value)
        else { return nil }
        let code = Int(scalar.value) - 0xAC00
        (initial, vowel, final) = (code / 588, code % 588 / 28, code % 28)
    }

    var isSilentAtStart: Bool { initial == 11 }
    var isAffricate: Bool { initial == 12 }
    var endsInNG: Bool { final == 21 }
    /// In a vowel or a nasal or l: what follows is voiced.
    var endsVoiced: Bool { [0, 4, 8, 16, 21].contains(final) }

    var revised: String { spelled(Self.revisedInitials, Self.revisedVowels, Self.latinFinals) }
    /// McCune and Reischauer's letters without marks and apostrophes.
    var north: String { spelled(Self.northInitials, Self.northVowels, Self.latinFinals) }

    func cyrillic(isVoiced: Bool) -> String {
        let voiced = [0: "г", 3: "д", 7: "б", 12: "чж"]
        let start =
            isVoiced ? voiced[initial] ?? Self.cyrillicInitials[initial] : Self.cyrillicInitials[initial]
        let vowels = initial == 11 ? Self.cyrillicVowelsAlone : Self.cyrillicVowels
        return start + vowels[vowel] + (Self.cyrillicFinals[final] ?? "")
    }

    /// The older custom: Чен, Ир.
    var cyrillicOfTheNorth: String {
        let vowel = vowel == 4 && initial != 11 ? "е" : nil
        let vowels = initial == 11 ? Self.cyrillicVowelsAlone : Self.cyrillicVowels
        return Self.cyrillicInitials[initial] + (vowel ?? vowels[self.vowel])
            + (final == 8 ? "р" : Self.cyrillicFinals[final] ?? "")
    }

    private func spelled(_ initials: [String], _ vowels: [String], _ finals: [Int: String]) -> String {
        initials[initial] + vowels[vowel] + (finals[final] ?? "")
    }

    private static func list(_ text: String) -> [String] {
        text.split(separator: " ").map { $0 == "-" ? "" : String($0) }
    }

    private static let revisedInitials = list("g kk n d tt r m b pp s ss - j jj ch k t p h")
    private static let northInitials = list("k kk n t tt r m p pp s ss - j jj ch k t p h")
    private static let cyrillicInitials = list("к кк н т тт р м п пп с сс - ч чч чх кх тх пх х")
    private static let revisedVowels = list(
        "a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i")
    private static let northVowels = list("a ae ya yae o e yo ye o wa wae oe yo u wo we wi yu u ui i")
    private static let cyrillicVowels = list("а э я я о е ё е о ва вэ ве ё у во ве ви ю ы ый и")
    private static let cyrillicVowelsAlone = list("а э я е о э ё е о ва вэ ве ё у во ве ви ю ы ый и")
    private static let latinFinals = [
        1: "k", 2: "k", 4: "n", 7: "t", 8: "l", 16: "m", 17: "p", 19: "t", 20: "t", 21: "ng", 22: "t",
        23: "t",
        24: "k", 25: "t", 26: "p", 27: "t",
    ]
    private static let cyrillicFinals = [
        1: "к", 2: "к", 4: "н", 7: "т", 8: "ль", 16: "м", 17: "п", 19: "т", 20: "т", 21: "н", 22: "т",
        23: "т",
        24: "к", 25: "т", 26: "п", 27: "т",
    ]
}
