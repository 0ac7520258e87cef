import Text

/// Slavic, Baltic, Finnic, Ugric and Turkic languages in Latin letters.
struct EasternLatinInflections {
    private(set) var byLanguage: [LanguageAndScript: Inflection] = [:]

    init(folding: Folding) {
        addSlavic(folding)
        addBaltic(folding)
        addFinnicAndUgric(folding)
        addTurkic(folding)
    }

    private mutating func addSlavic(_ folding: Folding) {
        let adjectives =
            "a e i y o u ą ę ej ou ego emu ych ich ym im ymi imi é ého ému á í ý ih om og oj im ima ga mu"
        let nouns = Paradigms(
            """
            -: a u em ie ze owi ovi om ům ov ów y i e é ě ech ích ami mi ach ove ové iem owie ima ih iu;
            a: y i ę ą o e ě u ou ie ze zie ach ami ám ách om ama i;
            a4 e4 o4: -;
            ka: ce ci; ga: dze ze zi; ha: ze si; cha: sze še; ra: rze; ta: cie;
            na ny: en; wa va wy: ew ev; ba by: eb; ka ki: ek; la: el; ma: em; cy ce: ec iec; ve: ev; be: eb;
            t: cie;
            er ar: ra ru rem rom rowi rze ri re rowie rovi rovia row rů rami rach rima rih;
            o: a u em om ie ě e i ima ów;
            e: a u em om i í ích ím ů ah am ami ih ima;
            y: - ów om ami ach y i;
            i: ego emu im iego iemu ich imi ów ech;
            y ý: ego emu ym ého ému ém ým ych ou á é;
            yj ij iy: ego emu ym ého ému ém ým em im ih og om;
            í: ího ímu ím ích;
            á ova: é ou ej ové ovou;
            ek: ka ku kiem kowi kem kovi ki ky ků ków;
            ec iec: ca cu cem cowi covi ce ci ců ców;
            ska cka: skoj skom sku ske ckoj ckom cku cke skou ské;
            ski cki: skiego skiemu skim ckiego ckiemu ckim skiej
            """, folding: folding)
        let possessives = Endings("- " + adjectives, after: "ow ov ův", folding: folding)
        let feminine = Endings("- " + adjectives, after: "in", folding: folding)
        let derivedEndings = Endings(
            adjectives, after: "sk owsk ovsk insk ijsk ck ist izm ism jsk", folding: folding)
        let derivedOfJa = Endings(adjectives, after: "yjsk ijsk sk jsk", folding: folding)
        let derived = Paradigms.none.adding(derivedEndings, for: "- a o e", folding: folding)
            .adding(derivedOfJa, for: "ja ia ie", folding: folding)
        let names = nouns.adding(possessives, for: "- a o", folding: folding)
            .adding(feminine, for: "a", folding: folding)
            .adding(derivedEndings, for: "- a o e", folding: folding)
        let words = names.adding(
            Endings(adjectives, folding: folding), for: "y ý i í a á e é", folding: folding)
        byLanguage.set(
            "pl cs sk sl hr bs sr cnr hsb dsb", .latin,
            Inflection(words: words, names: names, derived: derived, minLettersInNames: 2))
    }

    private mutating func addBaltic(_ folding: Folding) {
        let lithuanian = Paradigms(
            """
            -: as o ui ą u e ai ų ams us is io iui į iu a os oje ė ės ei ę;
            as: o ui ą u e ai ų ams ais us uose;
            is ys: io iui į iu yje i y iai ių iams ius iuose;
            us: aus ui ų umi uje au;
            ius: iaus iui ių iumi iuje;
            a: os ai ą oje ų oms as ose o;
            ia: ios iai ią ioje ių;
            ija: ijos ijai iją ijoje ijų;
            ė: ės ei ę e ėje ių ėms ėse;
            ai: ų ams us ais uose;
            iai: ių iams ius iais iuose;
            os: ų oms as omis ose;
            ės: ių ėms es ėmis ėse
            """, folding: folding)
        let lithuanianDerived = Paradigms(
            "- as is us a: iškas iška iški iškos iško išką iškų istas istai izmas", folding: folding)
        byLanguage.set(
            "lt", .latin,
            Inflection(
                words: lithuanian, names: lithuanian, derived: lithuanianDerived, minLettersInNames: 2,
                respellsNames: true))
        let latvian = Paradigms(
            """
            -: s a am u ā is i im us os e es ei iem ē;
            s: a am u ā i iem us os;
            is: a im i ī ja jam ju ša šam šu šī ņa ņam ņu ņi ļa ļam ļu;
            š: ša šam šu šā ši;
            us: um u ū;
            a: as ai u ā ās ām;
            e: es ei i ē ēm ēs;
            as: u ās ām;
            i: u iem us os
            """, folding: folding)
        let latvianDerived = Paradigms(
            "- s is us a: isks iska isko iskā iskas iskais isti isms", folding: folding)
        byLanguage.set(
            "lv", .latin,
            Inflection(
                words: latvian, names: latvian, derived: latvianDerived, minLettersInNames: 2,
                respellsNames: true))
    }

    private mutating func addFinnicAndUgric(_ folding: Folding) {
        addFinnish(folding)
        let estonianRi = Endings(
            "- d t ga le l lt s st sse ks na ni te tele tel telt tega", after: "ri re", folding: folding)
        let estonian = Paradigms(
            "-: i t l le lt s st sse ga ta ks na ni d de te dele it il ile ilt is ist isse iga "
                + "ile u ut ul a al at e el;"
                + " a e i u: a e i u al el ale ele as es at et;"
                + " ed: te tel tele telt tes test tesse teks tega teta i",
            folding: folding
        ).adding(estonianRi, for: "er", folding: folding)
        byLanguage.set(
            "et", .latin,
            Inflection(
                words: estonian, names: estonian, minLettersInNames: 2, anyRest: .init(letters: 6)))
        addHungarian(folding)
        byLanguage.set("eu se", .latin, Inflection(anyRest: .init(letters: 5)))
    }

    private mutating func addFinnish(_ folding: Folding) {
        let finnishCases =
            "n a ä ta tä tta ttä ssa ssä sta stä lla llä lta ltä lle na nä ksi en in än an on "
            + "un hin seen t ja jä jen"
        let finnish = Endings(
            finnishCases + " i", after: "- i e a", folding: folding
        ).union(Endings("ssakin llekin ssakaan lainen laisen läinen läisen laiset läiset", folding: folding))
        let gradation = Paradigms(
            "nti: nnin nnissa nnista nnilla nnilta nnille nniksi nnit; nki: ngin ngissä ngissa "
                + "ngistä ngille; kki: kin kissa"
                + " kista kille kit; ppi: pin pissa; tti: tin tissa tista tille; nen: sen sta stä "
                + "sessa sesta selle seen set"
                + " sia ten; ä a: o ö e; i: en essa esta ella elle elta eksi ea een;"
                + " it: eissa eista eihin eilla eille eilta eiksi eja ien ein in;"
                + " t: issa ista illa ille ilta ja jen ihin iden ita;"
                + " s: den dessa desta della delle delta teen tta; te: tteen tteessa tteesta tteella tteelle tteet "
                + "tteita tteiden tteissa tteilla; ke: kkeen kkeessa kkeesta kkeella kkeelle kkeet kkeita kkeiden",
            folding: folding
        ).adding(finnish, for: "-", folding: folding)
            .adding(Endings(finnishCases, after: "kse ksi", folding: folding), for: "s", folding: folding)
            .addingWeakGrades(folding)
        let finnishInflection = Inflection(
            words: gradation, names: gradation.adding(finnish, for: "i", folding: folding),
            derived: Paradigms(
                "-: lainen laisen laista laiset läinen läisen läistä läiset ismi ismin", folding: folding),
            minLettersInNames: 2, anyRest: .init(letters: 6))
        byLanguage.set("fi", .latin, finnishInflection)
    }

    private mutating func addHungarian(_ folding: Folding) {
        let hungarian = Endings(
            "t ot et at öt nak nek ban ben ba be bol ből ról ről tól től hoz hez höz nál nél "
                + "val vel ért ig ként on en ön n"
                + " ra re é i k ok ek ak ök ék ja je a e ai ei al el ul ül tal ról os es as",
            folding: folding
        ).union(
            Endings(
                "t at et nak nek ban ben ba be ból ből ról ről tól től hoz hez nál nél kal kel ra re ért ig on en",
                after: "k ok ek ak ök ék ai ei jai jei", folding: folding))
        // -val and -vá take on the consonant before them: what is written with two letters doubles the first.
        let forms = Paradigms(
            "s: csal csel csá csé zsal zsel zsá zsé; z: szal szel szá szé", folding: folding
        )
        .adding(Endings("al el á é", after: "gy ly ny ty", folding: folding), for: "y", folding: folding)
        .adding(hungarian, for: "-", folding: folding)
        byLanguage.set(
            "hu", .latin,
            Inflection(
                words: forms, names: forms,
                derived: Paradigms("-: i ai ei beli ista isták izmus", folding: folding),
                minLettersInNames: 2, doubling: Endings("al el á é", folding: folding),
                anyRest: .init(letters: 6)))
    }

    private mutating func addTurkic(_ folding: Folding) {
        let endings = Endings(
            "ın in un ün nın nin nun nün ı i u ü yı yi yu yü sı si a e ya ye ə yə da de ta te "
                + "də dan den tan ten dən la le lə"
                + " yla yle ca ce cı ci lı li lu lü lar ler lər ları leri ləri ların lerin lərin "
                + "lara lere daki deki taki teki"
                + " nda nde ndan nden na ne ni dagi ga lik ça çe ist istan",
            folding: folding
        ).union(
            Endings(
                "ın in un ün a e ə da de də dan den dən la le lə ı i nı ni nın nin na ne nda nde ndan nden ımız imiz",
                after: "lar ler lər ları leri ləri", folding: folding))
        // Before a vowel p, t and k are voiced.
        let vowels =
            "ı i u ü ın in un ün a e ım im um üm ımız imiz ını ini unu ünü ına ine una üne ında inde unda ünde "
            + "ından inden undan ünden ıyla iyle uyla üyle ınca"
        let turkish = Paradigms.none.adding(endings, for: "-", folding: folding)
            .adding(Endings(vowels, after: "b", folding: folding), for: "p", folding: folding)
            .adding(Endings(vowels, after: "d", folding: folding), for: "t", folding: folding)
            .adding(Endings(vowels, after: "ğ", folding: folding), for: "k", folding: folding)
        let turkishInflection = Inflection(
            words: turkish, names: turkish, minLettersInNames: 2, anyRest: .init(letters: 6))
        byLanguage.set("tr uz tk ku tt crh", .latin, turkishInflection)
        var azerbaijani = turkishInflection
        azerbaijani.respellsNames = true
        byLanguage.set("az", .latin, azerbaijani)

        let kazakh = Endings(
            "nyn nin dyn din tyn tin dy di ty ti ny ni ga ge qa ke na ne da de ta te nda nde dan den tan ten nan nen "
                + "men ben pen lar ler dar der tar ter lyq lik dagy degi tagy tegi y i sy si nyki niki",
            folding: folding)
        let kazakhWords = Paradigms.none.adding(kazakh, for: "-", folding: folding)
        byLanguage.set(
            "kk", .latin, Inflection(words: kazakhWords, names: kazakhWords, anyRest: .init(letters: 6)))
    }
}

extension Paradigms {
    /// The weak grades of Finnish in which a consonant before the last vowel gives way: Kreikka: Kreikan, Turku: Turun,
    /// eduskunta: eduskunnan, Helsinki: Helsingin, Lahti: Lahden.
    fileprivate func addingWeakGrades(_ folding: Folding) -> Paradigms {
        let weak = "n ssa sta lla lta lle t ksi"
        var result = self
        for (consonant, grades) in [("k", "- g"), ("p", "- m v"), ("t", "- n l r d")] {
            for vowel in ["a", "e", "i", "o", "u", "y"] {
                for grade in grades.split(separator: " ") {
                    let letters = (grade == "-" ? "" : grade) + vowel
                    // Lahti and its like end in an e before endings.
                    let stems = grade == "d" && vowel == "i" ? "di de" : String(letters)
                    result = result.adding(
                        Endings(weak, after: stems, folding: folding), for: consonant + vowel,
                        folding: folding)
                }
            }
        }
        return result
    }
}
