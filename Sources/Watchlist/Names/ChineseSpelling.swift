/// How a system or a language writes Chinese names by their pinyin.
struct ChineseSpelling: Sendable {
    /// `Palladius`, `Hangul`.
    var system: String
    /// The script it belongs to, for people.
    var script: String
    private var initials: [String: String]
    private var finals: [String: String]
    /// Whole syllables that are written in another way, by initial and final: `zh+i`.
    private var special: [String: String]
    /// Between the syllables of a given name, and between words.
    private var syllableMark: String
    private var wordMark: String
    private var finish: @Sendable (String) -> String

    init(
        _ system: String, script: String, initials: String, finals: String, special: String = "",
        syllableMark: String = "", wordMark: String = " ",
        finish: @escaping @Sendable (String) -> String = { $0 }
    ) {
        self.system = system
        self.script = script
        self.initials = pairs(initials)
        self.finals = pairs(finals)
        self.special = pairs(special)
        self.syllableMark = syllableMark
        self.wordMark = wordMark
        self.finish = finish
    }

    /// - Parameter words: family name, given name, each as its syllables.
    /// - Returns: nil when the system does not know a syllable.
    func name(_ words: [[PinyinSyllable]]) -> String? {
        var written: [String] = []
        for word in words {
            let syllables = word.compactMap(syllable)
            guard syllables.count == word.count else { return nil }
            written.append(finish(syllables.joined(separator: syllableMark)))
        }
        return written.joined(separator: wordMark)
    }

    private func syllable(_ syllable: PinyinSyllable) -> String? {
        if let whole = special["\(syllable.initial)+\(syllable.final)"] { return whole }
        guard let final = finals[syllable.final] else { return nil }
        if syllable.initial.isEmpty { return final }
        return initials[syllable.initial].map { $0 + final }
    }
}

extension ChineseSpelling {
    /// The same, written with a capital.
    @Sendable fileprivate static func capitalised(_ word: String) -> String {
        word.prefix(1).uppercased() + word.dropFirst()
    }

    /// All systems in the order they are proposed.
    static let all: [ChineseSpelling] = [
        wadeGiles, palladius, ukrainian, bulgarian, serbian, greek, arabic, arabicApart, persian, hebrew,
        devanagari,
        katakana, katakanaAsBroadcast,
    ]

    private static let wadeGiles = ChineseSpelling(
        "Wade–Giles", script: "Latin",
        initials: """
            b:p p:p' m:m f:f d:t t:t' n:n l:l g:k k:k' h:h j:ch q:ch' x:hs zh:ch ch:ch' sh:sh r:j z:ts c:ts' s:s
            """,
        finals: """
            a:a o:o e:o ai:ai ei:ei ao:ao ou:ou an:an en:en ang:ang eng:eng ong:ung er:erh i:i ia:ia ie:ieh iao:iao
            iu:iu ian:ien in:in iang:iang ing:ing iong:iung u:u ua:ua uo:o uai:uai ui:ui uan:uan un:un uang:uang
            ueng:weng ü:ü üe:üeh üan:üan ün:ün
            """,
        special: """
            zh+i:chih ch+i:ch'ih sh+i:shih r+i:jih z+i:tzu c+i:tz'u s+i:ssu g+ui:kuei k+ui:k'uei g+uo:kuo k+uo:k'uo
            h+uo:huo sh+uo:shuo d+e:te t+e:t'e zh+e:che ch+e:ch'e sh+e:she r+e:je z+e:tse c+e:ts'e s+e:se n+e:ne
            l+e:le +ia:ya +ie:yeh +iao:yao +iu:yu +ian:yen +in:yin +iang:yang +ing:ying +iong:yung +u:wu +ua:wa
            +uo:wo +uai:wai +ui:wei +uan:wan +un:wen +uang:wang +ü:yü +üe:yüeh +üan:yüan +ün:yün
            """,
        syllableMark: "-", finish: capitalised)

    private static let palladiusInitials = """
        b:б p:п m:м f:ф d:д t:т n:н l:л g:г k:к h:х j:цз q:ц x:с zh:чж ch:ч sh:ш r:ж z:цз c:ц s:с
        """
    private static let palladiusFinals = """
        a:а o:о e:э ai:ай ei:эй ao:ао ou:оу an:ань en:энь ang:ан eng:эн ong:ун er:эр i:и ia:я ie:е iao:яо iu:ю
        ian:янь in:инь iang:ян ing:ин iong:юн u:у ua:уа uo:о uai:уай ui:уй uan:уань un:унь uang:уан ueng:вэн ü:юй
        üe:юэ üan:юань ün:юнь
        """
    private static let palladiusSpecial = """
        z+i:цзы c+i:цы s+i:сы h+ui:хуэй +ua:ва +uo:во +uai:вай +ui:вэй +uan:вань +un:вэнь +uang:ван
        """

    private static let palladius = ChineseSpelling(
        "Palladius", script: "Cyrillic", initials: palladiusInitials, finals: palladiusFinals,
        special: palladiusSpecial, finish: capitalised)

    /// Palladius with Ukrainian letters.
    private static let ukrainian = ChineseSpelling(
        "Ukrainian", script: "Cyrillic", initials: palladiusInitials, finals: palladiusFinals,
        special: palladiusSpecial
    ) { word in
        let letters: [Character: Character] = ["е": "є", "э": "е", "и": "і", "ы": "и"]
        return capitalised(String(word.map { letters[$0] ?? $0 }))
    }

    private static let bulgarian = ChineseSpelling(
        "Bulgarian", script: "Cyrillic",
        initials: """
            b:б p:п m:м f:ф d:д t:т n:н l:л g:г k:к h:х j:дз q:ц x:с zh:дж ch:ч sh:ш r:ж z:дз c:ц s:с
            """,
        finals: """
            a:а o:о e:ъ ai:ай ei:ей ao:ао ou:оу an:ан en:ен ang:ан eng:ън ong:ун er:ър i:и ia:я ie:ие iao:яо iu:ю
            ian:иен in:ин iang:ян ing:ин iong:юн u:у ua:уа uo:уо uai:уай ui:уей uan:уан un:ун uang:уан ueng:уън ü:ю
            üe:юе üan:юан ün:юн
            """,
        special: "z+i:дзъ c+i:цъ s+i:съ zh+i:джъ ch+i:чъ sh+i:шъ r+i:жъ +ian:йен +ie:йе", finish: capitalised)

    private static let serbian = ChineseSpelling(
        "Serbian", script: "Cyrillic",
        initials: """
            b:б p:п m:м f:ф d:д t:т n:н l:л g:г k:к h:х j:ђ q:ћ x:с zh:џ ch:ч sh:ш r:ж z:ц c:ц s:с
            """,
        finals: """
            a:а o:о e:е ai:ај ei:еј ao:ао ou:оу an:ан en:ен ang:анг eng:енг ong:унг er:ер i:и ia:ја ie:је iao:јао
            iu:ју ian:јен in:ин iang:јанг ing:инг iong:јунг u:у ua:уа uo:уо uai:уај ui:уеј uan:уан un:ун uang:уанг
            ueng:венг ü:ји üe:јуе üan:јуен ün:јун
            """,
        special: """
            j+ia:ђа j+ian:ђен j+iang:ђанг j+iao:ђао j+ie:ђе j+iu:ђу q+ia:ћа q+ian:ћен q+iang:ћанг q+iao:ћао q+ie:ће
            +uang:ванг +uan:ван +ui:веј +un:вен +uo:во +ua:ва +uai:вај
            """, finish: capitalised)

    private static let greek = ChineseSpelling(
        "Greek", script: "Greek",
        initials: """
            b:μπ p:π m:μ f:φ d:ντ t:τ n:ν l:λ g:γκ k:κ h:χ j:τζ q:τσ x:σ zh:τζ ch:τσ sh:σ r:ρ z:τζ c:τσ s:σ
            """,
        finals: """
            a:α o:ο e:ε ai:άι ei:έι ao:άο ou:όου an:αν en:εν ang:ανγκ eng:ενγκ ong:ονγκ er:ερ i:ι ia:ιά ie:ιέ
            iao:ιάο iu:ιού ian:ιάν in:ιν iang:ιάνγκ ing:ινγκ iong:ιόνγκ u:ου ua:ουά uo:ουό uai:ουάι ui:ουέι uan:ουάν
            un:ουν uang:ουάνγκ ueng:ουένγκ ü:ιου üe:ιουέ üan:ιουάν ün:ιουν
            """, special: "+i:γι +ian:γιαν +iang:γιανγκ +iu:γιου +iao:γιάο", finish: capitalised)

    private static let arabicFinals = """
        a:ا o:و e:ي ai:اي ei:ي ao:او ou:و an:ان en:ين ang:انغ eng:نغ ong:ونغ er:ير i:ي ia:يا ie:يه iao:ياو iu:يو
        ian:يان in:ين iang:يانغ ing:ينغ iong:يونغ u:و ua:وا uo:وو uai:واي ui:وي uan:وان un:ون uang:وانغ ueng:ونغ
        ü:يو üe:يويه üan:يوان ün:يون
        """

    private static let arabicInitials = """
        b:ب p:ب m:م f:ف d:د t:ت n:ن l:ل g:غ k:ك h:ه j:ج q:تش x:ش zh:تش ch:تش sh:ش r:ر z:تس c:تس s:س
        """

    private static let arabic = ChineseSpelling(
        "Arabic", script: "Arabic",
        initials: arabicInitials, finals: arabicFinals, special: arabicSpecial)

    /// Each syllable a word, as agencies write it.
    private static let arabicApart = ChineseSpelling(
        "Arabic, by syllables", script: "Arabic", initials: arabicInitials,
        finals: arabicFinals,
        special: arabicSpecial, syllableMark: " ")
    private static let arabicSpecial = "+a:آ +an:آن +ai:آي +i:يي k+e:كه h+e:خه z+e:تسه g+e:قه"

    private static let persian = ChineseSpelling(
        "Persian", script: "Arabic",
        initials: """
            b:ب p:پ m:م f:ف d:د t:ت n:ن l:ل g:گ k:ک h:ه j:ج q:چ x:ش zh:ژ ch:چ sh:ش r:ر z:ز c:تس s:س
            """,
        finals: arabicFinals.replacing("غ", with: "گ").replacing("ي", with: "ی"),
        special: "+a:آ +an:آن +ai:آی +i:یی k+e:که h+e:هه")

    /// The last letter of a word takes its final form.
    private static let hebrew = ChineseSpelling(
        "Hebrew", script: "Hebrew",
        initials: """
            b:ב p:פ m:מ f:פ d:ד t:ט n:נ l:ל g:ג k:ק h:ה j:ג' q:צ' x:ש zh:ג' ch:צ' sh:ש r:ר z:דז c:צ s:ס
            """,
        finals: """
            a:א o:ו e:ה ai:אי ei:יי ao:או ou:ואו an:אנ en:נ ang:אנג eng:נג ong:ונג er:ר i:י ia:יה ie:יה iao:יאו iu:יו
            ian:יאנ in:ינ iang:יאנג ing:ינג iong:יונג u:ו ua:ואה uo:ואו uai:ואי ui:ווי uan:ואנ un:ונ uang:ואנג
            ueng:ונג ü:יו üe:יואה üan:יואנ ün:יונ
            """, special: "+i:יי +uang:וואנג +uan:וואן +ui:וויי +u:וו"
    ) { word in
        let ends: [Character: Character] = ["כ": "ך", "מ": "ם", "נ": "ן", "פ": "ף", "צ": "ץ"]
        guard let last = word.last, let end = ends[last] else { return word }
        return word.dropLast() + String(end)
    }

    private static let devanagari = ChineseSpelling(
        "Hindi", script: "Devanagari",
        initials: """
            b:ब p:प m:म f:फ d:द t:त n:न l:ल g:ग k:क h:ह j:ज q:छ x:श zh:झ ch:च sh:श r:र z:ज़ c:त्स s:स
            """,
        finals: """
            a:ा o:ो e:े ai:ाई ei:ेई ao:ाओ ou:ोउ an:ान en:ेन ang:ांग eng:ेंग ong:ोंग er:र i:ी ia:िया ie:िए iao:ियाओ iu:िउ
            ian:ियान in:िन iang:ियांग ing:िंग iong:ियोंग u:ु ua:ुआ uo:ुओ uai:ुआई ui:ुई uan:ुआन un:ुन uang:ुआंग ü:ू üe:ुए
            üan:ुआन ün:ुन
            """,
        special: """
            +a:आ +o:ओ +e:अ +ai:आई +ao:आओ +ou:ओउ +an:आन +en:एन +ang:आंग +er:अर +i:यी +ia:या +ie:ये +iao:याओ +iu:यू
            +ian:यान +in:यिन +iang:यांग +ing:यिंग +iong:योंग +u:वू +ua:वा +uo:वो +uai:वाई +ui:वेई +uan:वान +un:वेन +uang:वांग
            +ü:यू +üe:यूए +üan:युआन +ün:युन
            """)

    /// As Japanese papers spell Chinese names by their sound.
    private static let katakana = ChineseSpelling(
        "Katakana", script: "Kana",
        initials: "", finals: "", special: KatakanaSyllables.written, wordMark: "・")

    /// As broadcasters do: b, d, g, j, zh and z are not voiced.
    private static let katakanaAsBroadcast = ChineseSpelling(
        "Katakana, as broadcast", script: "Kana",
        initials: "", finals: "", special: KatakanaSyllables.unvoiced, wordMark: "・")
}
