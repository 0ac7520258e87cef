import Text

/// Germanic, Romance and the other languages in Latin letters that copy foreign names, and the one for
/// unknown languages.
struct WesternInflections {
    private(set) var byLanguage: [LanguageAndScript: Inflection] = [:]
    let unknown: Inflection

    init(folding: Folding) {
        func paradigms(_ written: String) -> Paradigms { Paradigms(written, folding: folding) }

        let english = Inflection(
            words: paradigms(
                "-: s es ed ing; s5 es5: -; e: ed ing es; y: ies ied; ies: y; f fe: ves; ves4: f fe"),
            names: paradigms("-: s es"), doubling: Endings("ed ing er ers", folding: folding))
        byLanguage.set("en", .latin, english)

        let romance = Inflection(
            words: paradigms(
                """
                -: s es e x;
                s5 x5: -;
                es4: -;
                o: a os as i e;
                a: o as os e i;
                os: o a as;
                as: a o os;
                e: es i;
                i: o e a;
                io: ions iones;
                ao: oes aos aes;
                al: aux ais; ail: aux; el: eis; ol: ois; m: ns;
                z: ces;
                ca: che ques; ga: ghe; co: chi; go: ghi; cia: ce; gia: ge
                """),
            names: paradigms("-: s es"),
            derived: paradigms("- e o a: ismo ista istas isti iste isme istes iano iana iani ien ienne"),
            capitalsAreNames: true)
        byLanguage.set("es pt fr it ca gl oc ast", .latin, romance)

        let romanian = Inflection(
            words: paradigms(
                "-: ul ului ule l lui i ii ilor uri urile urilor le lor ele elor; ă a: a ă e ei ele "
                    + "elor i ile ilor; e: ea ei i ele elor ile ilor; u: ul ului"
            ),
            names: paradigms("-: ul ului l lui i ii; a ă: a ei e; e: ei"),
            derived: paradigms("-: ist istă iste iști ism ismul"), capitalsAreNames: true)
        byLanguage.set("ro mo", .latin, romanian)

        // A compound's second part is hardly shorter than four letters; Niger is not to be found in Nigeria. Names only
        // take parts that are often put behind names.
        let germanicNames = paradigms("-: s es er ern ismus ist isten").adding(
            Endings(
                "- s en n er et es",
                after: """
                    - krieg regierung politik konflikt krise kritik kritiker besuch reise hilfe gipfel treffen abkommen frage
                    anhanger wahler lager ara freund gegner partei familie kurs oorlog regering beleid conflict crisis bezoek
                    reis steun aanhanger kiezer konflikt kris krig besok resa hjalp anhangare anhangarna valjare valjarna
                    regering politik
                    regjering besog rejse hjaelp tilhaenger velger tilhenger hjelp reise
                    """, folding: folding), for: "-", folding: folding)
        let germanic = Inflection(
            words: paradigms(
                """
                -: s es e en er ern em n ns et ene erne ar or na ens ets arna arnas erna ernas orna ornas enes ernes
                    ene ena;
                e: - er es em en n;
                en: e er;
                er: re ren rene renes res rar rars rarna rarnas;
                el: le ler lar lene lerna larna;
                s: zen; f: ven
                """),
            names: germanicNames,
            derived: paradigms(
                "- e a en ien: isch ische ischen ischem ischer isches isk iska iskt iske sk ska skt ske"),
            capitalsAreNames: true, doubling: Endings("en e et ene er ers", folding: folding),
            anyRest: .init(letters: 5, restLetters: 4, isCompound: true))
        byLanguage.set("nl sv da no nb nn af fy", .latin, germanic)
        var german = germanic
        // All nouns have a capital.
        german.capitalsAreNames = false
        german.doubling = .none
        byLanguage.set("de lb nds", .latin, german)

        // The article hangs on the word, and the word's own ending gives way to it.
        let icelandic = paradigms(
            """
            -: s i a ar ir ur um inn ins inum ið inu in nar arnir irnir anna unum nn ns num;
            ur: - s i ar ir um inn ins inum arnir irnir;
            i: a ar um inn ans anum ana arnir;
            a: u ur um na nni nnar nn na unnar una unni urnar u nni;
            ir: i is ar um inn
            """)
        byLanguage.set(
            "is fo", .latin,
            Inflection(
                words: icelandic, names: paradigms("-: s i ar ur a; ur: - s i ar; i: a; a: u ur"),
                capitalsAreNames: true, anyRest: germanic.anyRest))

        let swahili = paradigms("-: ni")
        byLanguage.set("sw", .latin, Inflection(words: swahili, names: swahili))

        let malay = paradigms("-: nya lah kah pun an i kan mu ku")
        byLanguage.set("id ms jv su", .latin, Inflection(words: malay, names: malay))

        let albanian = paradigms("-: i u it ut in un s t a n ve t ët; ë: a e es en ën; a: e es en; e: ja")
        byLanguage.set("sq", .latin, Inflection(words: albanian, names: albanian))

        byLanguage.set("vi", .latin, Inflection(needsMarks: true))
        byLanguage.set(
            "zh ja ko th cy ga gd mt ha so zu xh yo ig tl fil eo la", .latin,
            Inflection(names: english.names))

        unknown = Inflection(
            words: english.words,
            names: paradigms(
                "-: s es a u em om ie owi ovi i n in; a: e y u o ę i as os; o: a u; s as: a o u am ui"),
            anyRest: .init(letters: 6))
    }
}
