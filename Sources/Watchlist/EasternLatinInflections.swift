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
            a: y i ę ą o e ě u ou ie ze ach ami ám ách om ama i;
            o: a u em om ie ě e i ima ów;
            e: a u em om i í ích ím ů ah am ami ih ima;
            y: - ów om ami ach y i;
            i: ego emu im iego iemu ich imi ów ech;
            y ý: ego emu ym ého ému ém ým ych ou á é;
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
            Inflection(words: words, names: names, derived: derived))
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
            Inflection(words: lithuanian, names: lithuanian, derived: lithuanianDerived, respellsNames: true))
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
            Inflection(words: latvian, names: latvian, derived: latvianDerived, respellsNames: true))
    }

    private mutating func addFinnicAndUgric(_ folding: Folding) {
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
                + " sia ten; ä a: o ö e", folding: folding
        ).adding(finnish, for: "-", folding: folding)
        let finnishInflection = Inflection(
            words: gradation, names: gradation.adding(finnish, for: "i", folding: folding),
            derived: Paradigms(
                "-: lainen laisen laista laiset läinen läisen läistä läiset ismi ismin", folding: folding),
            anyRest: .init(letters: 6))
        byLanguage.set("fi", .latin, finnishInflection)

        let estonian = Paradigms(
            "-: i t l le lt s st sse ga ta ks na ni d de te dele it il ile ilt is ist isse iga "
                + "ile u ut ul a al at e el;"
                + " a e i u: a e i u al el ale ele as es at et", folding: folding)
        byLanguage.set(
            "et", .latin, Inflection(words: estonian, names: estonian, anyRest: .init(letters: 6)))

        let hungarian = Endings(
            "t ot et at öt nak nek ban ben ba be bol ből ról ről tól től hoz hez höz nál nél "
                + "val vel ért ig ként on en ön n"
                + " ra re é i k ok ek ak ök ék ja je a e ai ei al el ul ül tal ról os es as",
            folding: folding)
        byLanguage.set(
            "hu", .latin,
            Inflection(
                words: Paradigms.none.adding(hungarian, for: "-", folding: folding),
                names: Paradigms.none.adding(hungarian, for: "-", folding: folding),
                derived: Paradigms("-: i ai ei beli ista isták izmus", folding: folding),
                anyRest: .init(letters: 6)))
        byLanguage.set("eu se", .latin, Inflection(anyRest: .init(letters: 5)))
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
        let turkish = Paradigms.none.adding(endings, for: "-", folding: folding)
        let turkishInflection = Inflection(words: turkish, names: turkish, anyRest: .init(letters: 6))
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
