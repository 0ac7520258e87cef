import Text

/// Languages in all letters but Latin. Nearly all of them write foreign names by their sound.
struct OtherInflections {
    private(set) var byLanguage: [LanguageAndScript: Inflection] = [:]
    private(set) var byScript: [ScriptClass: Inflection] = [:]

    init(folding: Folding) {
        addCyrillic(folding)
        addGreek(folding)
        addArabic(folding)
        addHebrew(folding)
        addIndic(folding)
        let open = Inflection(anyRest: .init(letters: 5), respellsNames: true)
        byScript[.other] = open
        addCaucasian(folding)
        for script in [ScriptClass.kana, .hangul] { byScript[script] = Inflection(respellsNames: true) }
        byScript[.ethiopic] = Inflection(
            minLetters: 3, anyRest: .init(letters: 4), proclitics: .ethiopic(folding), respellsNames: true)
    }

    private mutating func addCyrillic(_ folding: Folding) {
        let adjectives =
            "а о е и ы ый ий ой ая ое ые ие ее ого его ому ему ым им ом ем ых их ыми ими ую юю "
            + "ей ою ої ій у і є ог оме има ият ия "
            + "ата ото ите ят та ту"
        let nouns = Paradigms(
            """
            -: а у ом е ы и ов ам ами ах ем ові еві ів і ї ът ът а те ите та ето ове овете ъм у ама има ма е
                о ови;
            а: ы и е у ой ою і і о та ам ами ах ом ај ој ом ата;
            я: и е ю ей ею ї є єю ям ями ях ята ом;
            о: а у ом е і ам ами ах ов та то ом ем ово;
            е: а у ем ом я ю ев ета то;
            ё: я ю ем;
            й: я ю ем е и ї єм еві єві ев ям ями ях ят;
            ь: я ю ем е и ью ем ю і ів еві ям ями ях;
            ы и і: ов ев ів ам ами ах ям ями ях ей ите те;
            ы4 и4 і4 а4 о4: -;
            и: ог ом им;
            ия ии: ий; ія ії: ій;
            га: зі; ка: ці; ха: сі;
            ів: ова ову ові овом; їв: єва єву єві євом;
            ий ый ой ій: ого ому ым им ом ем его ему ої ій у ою ої их ым ими ыми ые ие ая ую ой ої іх
                ими ог а о е и;
            ски цки чки шки: ског скому ским ском ске ска ско ског цког цком цке цка;
            ая а: ой ую ою ої у ій ої ые;
            ое е: ого ому ом ым;
            яя: ей юю;
            ее: его ему ем им;
            ец єц ац: ца цу цем це цы цов цев цам цами цах ця цю ці ців цем;
            ок: ка ку ком ке ки ков;
            ек: ка ку ком ке ки;
            ет: та ту том те; ол ел: ла лу лом ле лы лов лам ами;
            ар ер ър: ра ру ром рем ре ри рима рите рот;
            ин: иным; ын: ыным; ов: овым; ев: евым; ін: іним; їн: їним
            """, folding: folding)
        let possessives = Endings("- " + adjectives, after: "ов ев ів їв", folding: folding)
        let feminine = Endings("- " + adjectives, after: "ин ын ін їн", folding: folding)
        let derivedEndings = Endings(
            adjectives, after: "ск овск евск инск йск івськ ськ йськ цьк аўск оўск ијск ист изм изъм ізм йск",
            folding: folding)
        let derived = Paradigms.none.adding(derivedEndings, for: "- а я о й ь ия ія", folding: folding)
        let names = nouns.adding(possessives, for: "- а о й ь я", folding: folding)
            .adding(feminine, for: "а я", folding: folding)
            .adding(derivedEndings, for: "- а я о й ь ия ія", folding: folding)
        let slavic = Inflection(
            words: names, names: names, derived: derived, minLettersInNames: 2, respellsNames: true)
        byLanguage.set("ru uk be sr bs cnr rue", .cyrillic, slavic)

        // The article hangs on the word.
        let articles = Endings(
            "от ът ят та то те ов он ова ите ата ото ето ове овете овите ци ците ва во", folding: folding)
        let plurals = Endings("ите ови овите", folding: folding)
        func withArticles(_ paradigms: Paradigms) -> Paradigms {
            paradigms.adding(articles, for: "-", folding: folding).adding(
                plurals, for: "а я", folding: folding)
        }
        byLanguage.set(
            "bg mk", .cyrillic,
            Inflection(
                words: withArticles(names), names: withArticles(names), derived: derived,
                minLettersInNames: 2, respellsNames: true)
        )

        let turkic = Endings(
            "ның нің дың дің тың тің ды ді ты ті ны ні ға ге қа ке да де та те дан ден тан тен "
                + "нан нен мен бен пен лар лер дар дер "
                + "тар тер лық лік дагы дын дин тын тин нын нин га го кө лык лик ын ийн ны нд д т "
                + "аас ээс оос өөс аар ээр оор өөр "
                + "тай той тэй г ыг ийг руу рүү и ро ҳо он у и",
            folding: folding)
        let other = Paradigms.none.adding(turkic, for: "-", folding: folding)
        byLanguage.set(
            "kk ky tg mn tt ba cv os ab uz az tk ce sah", .cyrillic,
            Inflection(
                words: other, names: other, minLettersInNames: 2, anyRest: .init(letters: 6),
                respellsNames: true))
        byScript[.cyrillic] = Inflection(
            words: names, names: names, derived: derived, minLettersInNames: 2, anyRest: .init(letters: 6),
            respellsNames: true)
    }

    private mutating func addCaucasian(_ folding: Folding) {
        let georgian = Paradigms(
            """
            ი: მა ს ის ით ად ო ში ზე თან თვის სთვის ისთვის ისგან იდან იც ელი ელმა ური
                ები ებმა ებს ების ებით ებად ებში ებზე ებთან ებისთვის;
            ა ე ო უ: მ ს ის ის ით თი ად ში ზე ს ები ებმა ებს ების ებში ელი;
            -: მ ს ში ზე თან თვის სთვის დან სგან სთან ში ც ები ებს ების
            """, folding: folding)
        byScript[.georgian] = Inflection(
            words: georgian, names: georgian, anyRest: .init(letters: 5), respellsNames: true)
        let armenian = Paradigms(
            """
            -: ը ն ի ին ից ով ում եր երը երի երին երից երով երում ներ ները ների ներին ներից ներով ներում
                ս դ ական յան;
            ություն: ության ությանը ությունը ությամբ ությունից ություններ ությունները ությունների;
            ի: ու ուց ին ը ն;
            ա: այի այից այում ան
            """, folding: folding)
        byScript[.armenian] = Inflection(
            words: armenian, names: armenian, anyRest: .init(letters: 5), respellsNames: true)
    }

    private mutating func addGreek(_ folding: Folding) {
        let greek = Paradigms(
            """
            -: ς ν α η ο ου ας ης ι ες;
            ας: α αν ες ων;
            ης: η ην ες ων;
            ος: ου ο ον ε οι ους ων;
            α: ας αν ες ων άτων;
            η: ης ην εις ες εων;
            ο: ου α ων ος ον;
            ι: ιου ια ιων ις;
            ις: ι ιδος;
            ες: ων ους ας;
            οι: ων ους ος ου;
            υς: υ;
            ω: ως;
            ον: ου ος;
            ιο: ιου ια ιων
            """, folding: folding)
        let derived = Paradigms(
            "- α η ο ια ος: ικός ική ικό ικού ικής ικοί ικές ικά ικών ικούς ισμός ισμού ισμό",
            folding: folding)
        byScript[.greek] = Inflection(words: greek, names: greek, derived: derived, respellsNames: true)
    }

    private mutating func addArabic(_ folding: Folding) {
        let arabic = Paradigms(
            """
            -: ي ية ه ها هم هن هما ك كم نا ين ون ان ات يين يون يان يات ا وي وية;
            ة: ت ته تها تهم تنا تي تك ات ي ية يين يون يات تين;
            ا: - ية ين ون ان ات ي يين يون يات وي;
            ي: ية ين ون ان ات
            """, folding: folding)
        byScript[.arabic] = Inflection(
            words: arabic, names: arabic, proclitics: .arabic(folding), respellsNames: true)
        let persian = Paradigms(
            """
            -: ی ها های هایی هایش ان ات ای ش م ت شان مان تان را ام اش یان گرا یست یسم وں ے یں یاں یت ء و ئی
                ؤں ئے;
            ه: ی ای گان;
            ا: یی ئی ے وں ں
            """, folding: folding)
        // The people of a place, and many of them.
        let people = Endings("ها های هایی هایش ان وں یاں و", after: "ی", folding: folding)
        let bent = persian.adding(people, for: "-", folding: folding)
        byLanguage.set(
            "fa prs ur ps sd pnb bal", .arabic, Inflection(words: bent, names: bent, respellsNames: true))
        byLanguage.set("ckb ku ug az", .arabic, Inflection(anyRest: .init(letters: 5), respellsNames: true))
    }

    private mutating func addHebrew(_ folding: Folding) {
        let hebrew = Paradigms(
            """
            -: ים ות י ית יים יות ה ת יה יו נו כם הם הן ך ו ם ן יסט יסטים יסטית יזם;
            ה: ת י ית ים ות תו תה תם תנו יים יות;
            ים: י יהם ימ;
            ות: ה ותיהם;
            י: ית ים יות יים
            """, folding: folding)
        byScript[.hebrew] = Inflection(
            words: hebrew, names: hebrew, proclitics: .hebrew(folding), respellsNames: true)
    }

    /// Case signs and postpositions are written together with short words too.
    private mutating func addIndic(_ folding: Folding) {
        let hindi = Paradigms(
            """
            -: ी ों े ो ा ीय ीयों िया ियों ियाँ ाई वासी वासियों वाद वादी वादियों विराम जी को ला ले लाई का की के त ने मा;
            ा: े ों ओं ओ ाई; ॉ: ा ो; ी: ियों ियाँ ि ियो; ि: ियों ियाँ; ू ु: ुओं; ्: ों
            """, folding: folding
        ).adding(
            // Marathi and Nepali.
            Endings(
                "- ने ला त स ना नी चा ची चे च्या तील त तून हून शी कडे वर वरील बाबत साठी सह मध्ये मधील पासून पर्यंत नंतर मुळे",
                after: "- ा ां ी े ्या",
                folding: folding),
            for: "- ा ी", folding: folding
        ).adding(
            Endings("- को का की ले लाई मा बाट सँग सित देखि मै द्वारा", after: "- हरू", folding: folding), for: "-",
            folding: folding)
        byScript[.devanagari] = Inflection(words: hindi, names: hindi, minLetters: 3, respellsNames: true)
        let bengali = Paradigms("-: ী ীয় ীয়দের েরা", folding: folding).adding(
            Endings(
                "- র ের কে তে য় ে ও ই রা দের দেরকে এর এরও এরই ক ৰ ত টি টা টির টার টিকে গুলো গুলি গুলোর গুলির কেও রও তেও",
                after: "- ে",
                folding: folding), for: "-", folding: folding)
        // What ends in -ah or -augh elsewhere.
        let bengaliNames = bengali.adding(
            Endings("- র ের কে তে ও", after: "হ ফ", folding: folding), for: "া5", folding: folding)
        byScript[.bengali] = Inflection(
            words: bengali, names: bengaliNames, minLetters: 3, respellsNames: true)
        // Telugu, Tamil and Malayalam give up a final nasal for a case.
        let others = Paradigms(
            """
            -: ને ના ની નું માં થી નો ਦਾ ਦੇ ਦੀ ਨੇ ਨੂੰ ને;
            ం: ాన్ని ానికి ంలో ంతో ాల ాలు ాలను ాలకు ాల్లో;
            ம்: த்தில் த்தின் த்தை த்துக்கு த்திற்கு த்தால் த்திலிருந்து த்தோடு த்தினர் த்திலும் ங்கள் ங்களில் ங்களை ங்களின்;
            ം: ത്തിൽ ത്തിന്റെ ത്തിന് ത്തെ ത്തിനു ത്തിലെ ത്തോട് ത്തിലേക്ക് ത്താൽ ങ്ങൾ ങ്ങളിൽ ങ്ങളുടെ ങ്ങളെ
            """, folding: folding)
        byScript[.indic] = Inflection(
            words: others, names: others, minLetters: 3, anyRest: .init(letters: 4, trimLetters: 5),
            respellsNames: true)
    }
}
