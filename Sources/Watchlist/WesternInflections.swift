import Text

/// Germanic, Romance and the other languages in Latin letters that copy foreign names, and the one for
/// unknown languages.
struct WesternInflections {
    private(set) var byLanguage: [LanguageAndScript: Inflection] = [:]
    let unknown: Inflection

    init(folding: Folding) {
        func paradigms(_ written: String) -> Paradigms { Paradigms(written, folding: folding) }

        let english = Inflection(
            words: paradigms("-: s es ed ing; s: -; es: - e; e: ed ing es; y: ies ied; ies: y"),
            names: paradigms("-: s es"))
        byLanguage.set("en", .latin, english)

        let romance = Inflection(
            words: paradigms(
                """
                -: s es e x;
                s x: -;
                es: - e;
                o: a os as i e;
                a: o as os e i;
                os: o a as;
                as: a o os;
                e: es i;
                i: o e a
                """),
            names: paradigms("-: s es"),
            derived: paradigms("- e o a: ismo ista istas isti iste isme istes iano iana iani ien ienne"))
        byLanguage.set("es pt fr it ca gl oc ast", .latin, romance)

        let romanian = Inflection(
            words: paradigms(
                "-: ul ului ule l lui i ii ilor uri urile urilor le lor; ă a: a ă e ei ele "
                    + "elor; e: ea ei i ele elor; u: ul ului"
            ),
            names: paradigms("-: ul ului l lui i ii; a ă: a ei e; e: ei"),
            derived: paradigms("-: ist istă iste iști ism ismul"))
        byLanguage.set("ro mo", .latin, romanian)

        // A compound's second part is hardly shorter than four letters; Niger is not to be found in Nigeria.
        let germanic = Inflection(
            words: paradigms(
                "-: s es e en er ern em n ns et ene erne ar or na; e: - er es em en n; en: e er"),
            names: paradigms("-: s es er ern ismus ist isten"), anyRest: .init(letters: 5, restLetters: 4))
        byLanguage.set("de nl sv da no nb nn is fo af lb fy nds", .latin, germanic)

        let malay = paradigms("-: nya lah kah pun an i kan mu ku")
        byLanguage.set("id ms jv su", .latin, Inflection(words: malay, names: malay))

        let albanian = paradigms("-: i u it ut in un s t a n ve t ët; ë: a e es en ën; a: e es en; e: ja")
        byLanguage.set("sq", .latin, Inflection(words: albanian, names: albanian))

        byLanguage.set("vi", .latin, Inflection(needsMarks: true))
        byLanguage.set(
            "zh ja ko th cy ga gd mt ha sw so zu xh yo ig tl fil eo la", .latin,
            Inflection(names: english.names))

        unknown = Inflection(
            words: english.words,
            names: paradigms(
                "-: s es a u em om ie owi ovi i n in; a: e y u o ę i as os; o: a u; s as: a o u am ui"),
            anyRest: .init(letters: 6))
    }
}
