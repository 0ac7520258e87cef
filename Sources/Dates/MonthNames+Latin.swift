extension MonthNames {
    /// Names of the Gregorian months in languages of the Latin script, the most read ones first.
    ///
    /// Twelve names a language; `|` parts spellings, `*` stands for an ending of up to five letters, `_` for a space.
    static let latin: [(language: String, months: String)] = [
        (
            "en",
            """
            january|jan february|feb march|mar april|apr may june|jun july|jul august|aug \
            september|sept|sep october|oct november|nov december|dec
            """
        ),
        (
            "es",
            """
            enero|ene febrero|feb marzo|mar abril|abr mayo|may junio|jun julio|jul agosto|ago \
            septiembre|setiembre|sept|sep|set octubre|oct noviembre|nov diciembre|dic
            """
        ),
        (
            "de",
            """
            januar|jänner|jän|jan|jaenner februar|feber|febr|feb märz|maerz|mär|mrz april|apr \
            mai juni|jun juli|jul august|aug september|sept|sep oktober|okt november|nov \
            dezember|dez
            """
        ),
        (
            "fr",
            """
            janvier|janv|jan février|févr|fév mars|mar avril|avr mai juin juillet|juill|juil \
            août septembre|sept|sep octobre|oct novembre|nov décembre|déc
            """
        ),
        (
            "pt",
            """
            janeiro|jan fevereiro|fev março|mar abril|abr maio|mai junho|jun julho|jul \
            agosto|ago setembro|set outubro|out novembro|nov dezembro|dez
            """
        ),
        (
            "it",
            """
            gennaio|gen febbraio|febb|feb marzo|mar aprile|apr maggio|mag giugno|giu luglio|lug \
            agosto|ago settembre|sett|set ottobre|ott novembre|nov dicembre|dic
            """
        ),
        (
            "nl",
            """
            januari|jan februari|febr|feb maart|mrt april|apr mei juni|jun juli|jul augustus|aug \
            september|sept|sep oktober|okt november|nov december|dec
            """
        ),
        (
            "pl",
            """
            stycz*|sty lut*|lut marz*|marca|mar kwie*|kwi maj* czerw*|cze lip* sier*|sie wrz* paździer*|paź* \
            listop*|lis grud*|gru
            """
        ),
        (
            "tr",
            """
            ocak*|oca şubat*|şub mart*|mar nisan*|nis mayıs*|may haziran*|haz temmuz*|tem \
            ağustos*|ağu eylül*|eyl ekim*|eki kasım*|kas aralı*|ara
            """
        ),
        (
            "id",
            """
            januari|jan februari|pebruari|feb|peb maret|mar april|apr mei juni|jun juli|jul \
            agustus|agu|agt|ags september|sept|sep oktober|okt november|nopember|nov|nop \
            desember|des
            """
        ),
        (
            "vi",
            """
            tháng_giêng|tháng_một tháng_hai tháng_ba tháng_tư tháng_năm tháng_sáu tháng_bảy \
            tháng_tám tháng_chín tháng_mười tháng_mười_một tháng_mười_hai|tháng_chạp
            """
        ),
        (
            "ro",
            """
            ianuari*|ian februari*|feb marti*|mart|mar april*|apr mai iuni*|iun iuli*|iul \
            august*|aug septembri*|sept|sep octombri*|oct noiembri*|noi|nov decembri*|dec
            """
        ),
        (
            "cs",
            """
            led|leden|ledna|lednu úno* březn*|březen|bře dub|dubn*|duben květ*|kvě \
            červen|června|červnu|čvn červenec|července|červenci|čvc srp|srpen|srpn* zář* říj* \
            listop*|lis prosin*|pro
            """
        ),
        (
            "sk",
            """
            január*|jan február*|feb mar|marec|marca apríl*|apr máj*|maj jún*|jun júl*|jul \
            august*|aug september|septembr*|sept|sep október|októbr*|okt november|novembr*|nov \
            december|decembr*|dec
            """
        ),
        (
            "hu",
            """
            január*|jan február*|febr|feb márci*|márc|már április*|ápr május*|máj június*|jún \
            július*|júl augusztus*|aug szeptember*|szept|sze október*|okt november*|nov \
            december*|dec
            """
        ),
        (
            "sv",
            """
            januari|jan februari|febr|feb mars|mar april|apr maj juni|jun juli|jul augusti|aug \
            september|sept|sep oktober|okt november|nov december|dec
            """
        ),
        (
            "da",
            """
            januar|jan februar|febr|feb marts|mar april|apr maj juni|jun juli|jul august|aug \
            september|sept|sep oktober|okt november|nov december|dec
            """
        ),
        (
            "nb",
            """
            januar|jan februar|feb mars|mar april|apr mai juni|jun juli|jul august|aug \
            september|sept|sep oktober|okt november|nov desember|des
            """
        ),
        ("fi", "tammi* helmi* maalis* huhti* touko* kesä* heinä* elo* syys* loka* marras* joulu*"),
        (
            "et",
            """
            jaanuar*|jaan veebruar*|veebr märts* aprill*|apr mai|mais juuni*|juun juuli*|juul \
            august*|aug september|septembr*|sept oktoober|oktoobr*|okt november|novembr*|nov \
            detsember|detsembr*|dets
            """
        ),
        (
            "lv",
            """
            janvār*|janv februār*|febr mart* aprīl*|apr maij* jūnij*|jūn jūlij*|jūl august*|aug \
            septembr*|sept oktobr*|okt novembr*|nov decembr*|dec
            """
        ),
        (
            "lt",
            """
            sausi*|saus vasari*|vasar*|vas kovo|kovas|kov balan*|bal geguž*|geg birž* liep* \
            rugpj*|rugp rugsėj*|rugs spal* lapkri*|lapkr|lap gruod*|grd
            """
        ),
        (
            "hr",
            """
            siječ*|sij velj* ožuj*|ožu trav* svib* lip* srp* kolovoz*|kol ruj* listop*|lis \
            studen*|stu prosin*|pro
            """
        ),
        (
            "sl",
            """
            januar*|jan februar*|feb marec|marc*|mar april*|apr maj* junij*|jun julij*|jul \
            avgust*|avg september|septembr*|sep oktober|oktobr*|okt november|novembr*|nov \
            december|decembr*|dec
            """
        ),
        (
            "sr-Latn",
            """
            januar*|jan februar*|feb mart*|mar april*|apr maj* jun* jul* avgust*|avg \
            septembar|septembr*|sept|sep oktobar|oktobr*|okt novembar|novembr*|nov \
            decembar|decembr*|dec
            """
        ),
        (
            "bs",
            """
            januar*|jan februar*|feb mart*|mar april*|apr maj* juni*|juna|jun juli*|jula|jul \
            august*|aug septembar|septembr*|sep oktobar|oktobr*|okt novembar|novembr*|nov \
            decembar|decembr*|dec
            """
        ),
        (
            "sq",
            """
            janar*|jan shkurt*|shk mars*|mar prill*|pri maj* qersh*|qer korrik*|korr|kor gusht*|gush \
            shtat*|sht tetor*|tet nënt*|nën dhjet*|dhj
            """
        ),
        (
            "ca",
            """
            gener|gen febrer|febr|feb març|mar abril|abr maig juny juliol|jul agost|ag \
            setembre|set octubre|oct novembre|nov desembre|des
            """
        ),
        (
            "gl",
            """
            xaneiro|xan febreiro|feb marzo|mar abril|abr maio|mai xuño|xuñ xullo|xul agosto|ago \
            setembro|set outubro|out novembro|nov decembro|dec
            """
        ),
        (
            "eu",
            """
            urtarril*|urt otsail*|ots martxo*|mar apiril*|api maiatz*|mai ekain*|eka uztail*|uzt \
            abuztu*|abu irail*|ira urri*|urr azaro*|aza abendu*|abe
            """
        ),
        (
            "is",
            """
            janúar*|jan febrúar*|feb mars*|mar apríl*|apr maí júní*|jún júlí*|júl ágúst*|ágú \
            september*|sep október*|okt nóvember*|nóv desember*|des
            """
        ),
        (
            "fo",
            """
            januar|jan februar|feb mars|mar apríl|apr mai juni|jun juli|jul august|aug \
            september|sep oktober|okt november|nov desember|des
            """
        ),
        (
            "ga",
            """
            eanáir|ean feabhra|feabh márta aibreán|aib bealtaine|beal meitheamh|meith iúil \
            lúnasa|lún meán_fómhair|mfómh deireadh_fómhair|dfómh samhain|samh nollaig|noll
            """
        ),
        (
            "cy",
            """
            ionawr|ion chwefror|chwef|chw mawrth|maw ebrill|ebr mai|fai mehefin|meh \
            gorffennaf|gorff|gor awst medi hydref|hyd tachwedd|tach rhagfyr|rhag|rha
            """
        ),
        (
            "mt",
            """
            jannar|jan frar|fra marzu|mar april|apr mejju|mej ġunju|ġun lulju|lul awwissu|aww \
            settembru|set ottubru|ott novembru|nov diċembru|diċ
            """
        ),
        (
            "az",
            """
            yanvar*|yan fevral*|fev mart*|mar aprel*|apr may iyun*|iyn iyul*|iyl avqust*|avq \
            sentyabr*|sen oktyabr*|okt noyabr*|noy dekabr*|dek
            """
        ),
        (
            "uz",
            """
            yanvar*|yan fevral*|fev mart*|mar aprel*|apr may iyun*|iyn iyul*|iyl avgust*|avg \
            sentabr*|sen oktabr*|okt noyabr*|noy dekabr*|dek
            """
        ),
        (
            "tk",
            """
            ýanwar*|ýan fewral*|few mart*|mar aprel*|apr maý iýun*|iýun iýul* awgust*|awg \
            sentýabr*|sen oktýabr*|okt noýabr*|noý dekabr*|dek
            """
        ),
        (
            "ms",
            """
            januari|jan februari|feb mac april|apr mei jun|jun julai|jul ogos|ogo september|sep \
            oktober|okt november|nov disember|dis
            """
        ),
        (
            "fil",
            """
            enero|ene pebrero|peb marso|mar abril|abr mayo|may hunyo|hun hulyo|hul agosto|ago \
            setyembre|set oktubre|okt nobyembre|nob disyembre|dis
            """
        ),
        (
            "af",
            """
            januarie|jan februarie|feb maart|mrt april|apr mei junie|jun julie|jul augustus|aug \
            september|sep oktober|okt november|nov desember|des
            """
        ),
        (
            "sw",
            """
            januari|jan februari|feb machi aprili|apr mei juni|jun julai|jul agosti|ago \
            septemba|sep oktoba|okt novemba|nov desemba|des
            """
        ),
        (
            "so",
            """
            janaayo|jannaayo|jan febraayo|feb maarso|mar abriil|abr maajo|maayo|mee juun luuliyo|luulyo|luu \
            ogoosto|agoosto|ogs sebteembar|sebtembar|seb oktoobar|okt nofeembar|noofembar|noofeembar|nof \
            diseembar|desembar|dis
            """
        ),
        (
            "ha",
            """
            janairu|jan faburairu|fabrairu|fab maris|mar afirilu|afi mayu|may yuni|yun yuli|yul \
            agusta|agu satumba|sat oktoba|okt nuwamba|nuw disamba|dis
            """
        ),
        (
            "zu",
            """
            januwari|jan februwari|feb mashi|mas ephreli|eph meyi|mey juni|jun julayi|jul agasti|aga \
            septhemba|sep okthoba|okt novemba|nov disemba|dis
            """
        ),
        (
            "ku",
            """
            rêbendan*|çile reşem*|sibat* adar* avrêl*|nîsan* gulan* pûşper*|hezîran* \
            tîrmeh*|temûz* gelawêj*|tebax* rezber*|îlon* kewçêr*|cotmeh* sermawez*|mijdar* \
            berfanbar*|kanûn*
            """
        ),
        (
            "lb",
            """
            januar|jan februar|feb mäerz|mäe abrëll|abr mee juni|jun juli|jul august|aug \
            september|sep oktober|okt november|nov dezember|dez
            """
        ),
        (
            "eo",
            """
            januaro|jan februaro|feb marto|mar aprilo|apr majo|maj junio|jun julio|jul \
            aŭgusto|aŭg septembro|sep oktobro|okt novembro|nov decembro|dec
            """
        ),
        (
            "la",
            """
            ianuarii februarii martii aprilis maii iunii iulii augusti septembris octobris \
            novembris decembris
            """
        ),
    ]
}
