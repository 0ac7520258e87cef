import Text

/// The inflections of the languages, and of the scripts where the language is not known.
///
/// Endings are those of nouns and adjectives in the standard grammars; derived adjectives and possessives of names
/// (`трамповский`, `Trumpův`) count as forms.
struct InflectionTable: Sendable {
    private let byLanguage: [String: Inflection]
    private let byScript: [ScriptClass: Inflection]

    init(folding: Folding) {
        let latin = LatinInflections(folding: folding)
        let other = OtherInflections(folding: folding)
        byLanguage = latin.byLanguage.merging(other.byLanguage) { $1 }
        byScript = other.byScript.merging([.latin: latin.unknown]) { $1 }
    }

    /// The inflection for a word of this script in a text of this language.
    ///
    /// A language does not bend words of other scripts: `Trump` in a Russian text is taken as of no language.
    func inflection(of script: ScriptClass, language: String?) -> Inflection {
        if let language {
            let primary = language.split(separator: "-").first.map { $0.lowercased() } ?? ""
            if let known = byLanguage["\(primary) \(script)"] { return known }
        }
        return byScript[script] ?? Inflection()
    }

    /// Whether the language needs another treatment than what its script gets without one.
    static func key(_ language: Substring, _ script: ScriptClass) -> String { "\(language) \(script)" }
}

/// Languages in Latin letters.
struct LatinInflections {
    private(set) var byLanguage: [String: Inflection] = [:]
    let unknown: Inflection

    init(folding: Folding) {
        func endings(_ written: String, after stems: String = "-") -> Endings {
            Endings(written, after: stems, folding: folding)
        }
        let english = Inflection(
            words: .init(dropped: endings("s es"), added: endings("s es ed ing")),
            names: .init(added: endings("s")))
        let plural = endings("s es")
        let romance = Inflection(
            words: .init(dropped: endings("s es o a e i os as"), added: endings("s es o a e i os as")),
            names: .init(added: plural),
            derived: endings("ismo ista istas isti iste isme istes iano iana iani ien ienne"))
        let romanian = Inflection(
            words: .init(
                dropped: endings("ă a e u"),
                added: endings("a ei e i ii ul ului ule lui le lor ilor uri urilor l")),
            names: .init(dropped: endings("a e"), added: endings("a ei i ul ului lui ilor l")))
        let germanic = Inflection(
            words: .init(dropped: endings("e"), added: endings("s es e en er em n ns")),
            names: .init(added: endings("s")), openFrom: 5, openNamesFrom: 5)
        let slavicCases = endings("a u em ie owi ów om ami ach y i e ą ę o ů ovi ové ech ích ům")
            .union(endings("ou om ama ima ev ov iem ja jem ju ji jom ě ej ego emu ím ím ích m mi h j ga mu"))
        let adjectives =
            "a e i y o u ą ę ej ou ego emu ych ich ym im ymi imi é ého ému á í ý ih om og oj im ima ga mu"
        let slavicDerived = endings(adjectives, after: "owsk ovsk insk ijsk sk ck ovsk owc ist izm")
        let slavicNames = slavicCases.union(endings("- " + adjectives, after: "ow ov ův in")).union(
            slavicDerived)
        let slavic = Inflection(
            words: .init(
                dropped: endings("a o e i y ý á í é ia ie ka ek"),
                added: slavicNames.union(endings("ek ka ki ce cy ovn ówn"))),
            names: .init(dropped: endings("a o e i y á ý í ia"), added: slavicNames),
            derived: slavicDerived)
        let lithuanianCases = endings(
            "as o ui ą u e ai ų ams us uose ais a os ai ą oje ės ei ę ė ėje is io iui į iu yje y ys ius iaus umi "
                + "uje ios iai ią ioje iams iuose iais iškas išką iški iškos iško ams ėms")
        let lithuanian = Inflection(
            words: .init(dropped: endings("as is ys us a ė ia"), added: lithuanianCases),
            names: .init(dropped: endings("as is ys us a ė ia"), added: lithuanianCases),
            derived: endings("iškas iška iški iškos iško išką"), respellsNames: true)
        let latvianCases = endings(
            "s a am u ā i iem us os ē es ei e ē ēm ēs is im š ša šam šu šā um ū ij ijas iju as ai ām ās o "
                + "iska isks isko iskā iskas iskais ņa ņam ņu")
        let latvian = Inflection(
            words: .init(dropped: endings("s š is us a e"), added: latvianCases),
            names: .init(dropped: endings("s š is us a e"), added: latvianCases),
            derived: endings("iska isks isko iskā iskas iskais"), respellsNames: true)
        let albanian = endings("i u it ut in un a ja e s es en n t ve të")
        let malay = endings("nya lah kah pun an i kan mu ku")
        let open = Inflection(openFrom: 5, openNamesFrom: 4)
        for (codes, inflection) in [
            ("en", english), ("es pt fr it ca gl oc ast", romance), ("ro mo", romanian),
            ("de nl sv da no nb nn is fo af lb fy nds", germanic),
            ("pl cs sk sl hr bs sr hsb dsb cnr", slavic),
            ("lt", lithuanian), ("lv", latvian),
            (
                "sq",
                .init(words: .init(dropped: endings("ë e i"), added: albanian), names: .init(added: albanian))
            ),
            ("id ms jv su", .init(words: .init(added: malay), names: .init(added: malay))),
            ("fi et hu tr uz tk ku eu se tt crh", open),
            ("az", .init(openFrom: 5, openNamesFrom: 4, respellsNames: true)),
            ("vi zh ja ko th cy ga gd ha sw so zu xh yo ig tl fil mt eo la", Inflection()),
        ] {
            for code in codes.split(separator: " ") {
                byLanguage[InflectionTable.key(code, .latin)] = inflection
            }
        }
        unknown = Inflection(
            words: english.words, names: .init(added: plural.union(slavicCases)), openFrom: 6,
            openNamesFrom: 5)
    }
}

/// Languages in all other letters.
struct OtherInflections {
    private(set) var byLanguage: [String: Inflection] = [:]
    private(set) var byScript: [ScriptClass: Inflection] = [:]

    init(folding: Folding) {
        func endings(_ written: String, after stems: String = "-") -> Endings {
            Endings(written, after: stems, folding: folding)
        }
        func set(_ codes: String, _ script: ScriptClass, _ inflection: Inflection) {
            for code in codes.split(separator: " ") {
                byLanguage[InflectionTable.key(code, script)] = inflection
            }
        }
        let cyrillicCases = endings(
            "а у ом е ы и ов ам ами ах ем ой ою я ю ей ям ями ях ев ём ь ью ии ию ия ией иям иями иях ий "
                + "ові еві ові ів ою єю ею ї єм є ю иь ові "
                + "ът а ят та то те ите ове овете ата ето ите ъм ама има ем ју ја је јом ма мо")
        let adjectives =
            "а о е и ы ый ий ой ая ое ые ого его ому ему ым им ом ем ых их ыми ими ую юю ей ою ої ій у і є ог "
            + "оме има ият ия ата ото ите ят та ту"
        let possessive = endings("- " + adjectives, after: "ов ев ин ів")
        let derived = endings(
            adjectives, after: "ск овск евск инск івськ ськ цьк аўск оўск ијск ист изм изъм ец ц ізм")
        let slavic = Inflection.Forms(
            dropped: endings("а я о е ё и ы й ь ий ый ой ая яя ое ее ия ие ья ье ки ок ец ін ія і ї"),
            added: cyrillicCases.union(endings(adjectives)).union(possessive).union(derived)
                .union(endings("ка ки кой ца цы цем цу ков")))
        let cyrillic = Inflection(
            words: slavic, names: slavic, derived: derived, respellsNames: true)
        set("ru uk be bg mk sr bs cnr rue", .cyrillic, cyrillic)
        let turkic = Inflection(openFrom: 5, openNamesFrom: 4, respellsNames: true)
        set("kk ky tg mn tt ba cv os ab uz az tk ce sah", .cyrillic, turkic)
        byScript[.cyrillic] = Inflection(
            words: slavic, names: slavic, derived: derived, openFrom: 6, openNamesFrom: 6, respellsNames: true
        )

        let greekEndings = endings(
            "ς ν α ας αν η ης ην ο ος ου ον οι ους ων ε ες εις εως ι ις ιού ιά ιές ιών ικός ική ικό ικού ικές ικών "
                + "ικοί ικής ικούς ικά ς ισμός ισμού ισμό ισμό ω ως άκης")
        let greek = Inflection.Forms(
            dropped: endings("ς α ας η ης ο ος ον ι ις οι ες ε ω υς εις ων"), added: greekEndings)
        byScript[.greek] = Inflection(words: greek, names: greek, respellsNames: true)

        let arabicEndings = endings(
            "ي ية ه ها هم هن هما ك كم نا ين ون ان ات اء تين يين يون يان يات يا ا ة ته تها تهم تنا تي تا ت وي وية "
                + "ان ًا")
        let arabic = Inflection.Forms(dropped: endings("ة ا ي"), added: arabicEndings)
        let arabicInflection = Inflection(
            words: arabic, names: arabic, proclitics: .arabic(folding), respellsNames: true)
        byScript[.arabic] = arabicInflection
        let persianEndings = endings(
            "ی ها های هایی هاي ان ات ای یی ش م ت شان مان تان را ام اش گان یان گرا یسم یست ه وں ے یں یاں ی یت")
        let persian = Inflection.Forms(dropped: endings("ه ا"), added: persianEndings)
        set(
            "fa prs ur ps sd pnb bal", .arabic,
            Inflection(words: persian, names: persian, respellsNames: true))
        set("ckb ku ug az", .arabic, turkic)

        let hebrewEndings = endings("ים ות י ית יים יות ה ת יה יו נו כם הם הן ך ו ם ן יסט יסטים יזם")
        let hebrew = Inflection.Forms(dropped: endings("ה ת י ים ות"), added: hebrewEndings)
        byScript[.hebrew] = Inflection(
            words: hebrew, names: hebrew, proclitics: .hebrew(folding), respellsNames: true)

        for script in [ScriptClass.devanagari, .bengali, .indic] {
            let endings = endings("ी ों े ो ा र কে র ের তে য়")
            let forms = Inflection.Forms(added: endings)
            byScript[script] = Inflection(
                words: forms, names: forms, openFrom: 4, openNamesFrom: 4, trimsVowelFrom: 4,
                respellsNames: true)
        }
        byScript[.ethiopic] = Inflection(
            openFrom: 4, openNamesFrom: 4, proclitics: .ethiopic(folding), respellsNames: true)
        for script in [ScriptClass.armenian, .georgian, .other] { byScript[script] = turkic }
    }
}
