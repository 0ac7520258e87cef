import Text

/// Short words that nearly every text of a language has: articles, prepositions, pronouns, conjunctions.
///
/// A watch word that is one of them matches nearly every article of that language.
enum CommonWords {
    /// The names of the languages in which each folded word is common, in the order of their number of words here.
    static func languagesByWord(folding: Folding) -> [[UInt8]: [String]] {
        var languages: [[UInt8]: [String]] = [:]
        for list in lists {
            for word in Set(list.words.split(separator: " ").map { folding.foldedBytes(Array($0.utf8)) }) {
                languages[word, default: []].append(list.language)
            }
        }
        return languages
    }

    private static let lists: [(language: String, words: String)] = [
        (
            "English",
            "a an the of to in on at by for from with and or but not no is are was were be has had have will would "
                + "he she it we they you i his her its our their this that who what when us me him them as if so "
                + "said says also after more than new year years people one two first over about into"
        ),
        (
            "Spanish",
            "el la los las un una unos de del al en con por para sin y o no se su sus que es son fue ha lo le como mas pero"
        ),
        (
            "Portuguese",
            "o a os as um uma de do da dos das no na nos nas em com por para e ou se que foi ao seu sua mais mas não"
        ),
        (
            "French",
            "le la les un une des de du au aux en dans par pour sur avec et ou ne pas se ce cet sa son ses qui que est a il elle on nous plus"
        ),
        (
            "Italian",
            "il lo la i gli le un una di del della da dal in nel con su per e o non si che ha sono è come più"
        ),
        ("Romanian", "un o de la în pe cu din să se și sau nu ce care este a au mai al ale"),
        ("Catalan", "el la els les un una de del en amb per i o no es que ha són seu"),
        (
            "German",
            "der die das den dem des ein eine einen einem einer und oder nicht in im am an auf mit von vom zu zum zur für aus bei ist sind war hat es er sie wir ich so wie was um"
        ),
        (
            "Dutch",
            "de het een en of niet in op aan met van voor uit bij is zijn was heeft er hij zij we dat die te ook"
        ),
        (
            "Swedish",
            "en ett den det de och eller inte i på av till för med från är var har som att om han hon vi"
        ),
        ("Danish", "en et den det de og eller ikke i på af til for med fra er var har som at om han hun vi"),
        (
            "Norwegian",
            "en et ei den det de og eller ikke i på av til for med fra er var har som at om han hun vi"
        ),
        ("Finnish", "ja tai ei on oli se ne hän he me te joka että kun kuin myös mutta"),
        ("Estonian", "ja või ei on oli see need ta nad me kes et kui ka aga"),
        ("Hungarian", "a az egy és vagy nem is van volt hogy ez ki mi meg de ha csak"),
        ("Polish", "i w z na do od po za o nie to jest są był się że co jak ale lub oraz dla"),
        ("Czech", "a i v ve z ze na do od po za o ne to je jsou byl se že co jak ale nebo pro"),
        ("Slovak", "a i v vo z zo na do od po za o nie to je sú bol sa že čo ako ale alebo pre"),
        (
            "Croatian, Bosnian or Serbian",
            "i u na do od po za o ne to je su bio se da što kako ali ili iz s sa"
        ),
        ("Slovene", "in v na do od po za o ne to je so bil se da kaj kako ali pa iz s z"),
        ("Lithuanian", "ir ar ne yra buvo kad kas kaip bet su iš į ant už"),
        ("Latvian", "un vai ne ir bija ka kas kā bet ar no uz par"),
        ("Albanian", "një e i të në me nga për dhe ose nuk është ka që si por"),
        ("Turkish", "ve veya bir bu o da de ile için ki ne var mi en çok"),
        ("Indonesian or Malay", "dan atau di ke dari yang ini itu pada untuk dengan ada tidak ia dia"),
        ("Vietnamese", "và của là có được trong cho các một những không với này đã ở từ"),
        ("Swahili", "na ya wa kwa ni la za katika au si"),
        ("Tagalog", "ang ng sa na at ay mga si ni ito"),
        (
            "Russian",
            "и в во на с со к ко о об от до по за из у не но а что это он она они мы как так для был или"
        ),
        ("Ukrainian", "і й та в у на з із до о від по за не але що це він вона вони ми як для був або"),
        ("Bulgarian", "и в във на с със до о от по за не но че това той тя те ние как да се е са или"),
        ("Serbian", "и у на с са до о од по за не али да то је су се он она они ми као или из"),
        ("Greek", "ο η το οι τα του της των τον την στο στη στην και ή δεν να θα με σε από για που είναι ως"),
        ("Arabic", "في من على إلى عن مع أن إن لا ما هذا هذه التي الذي كان هو هي أو ثم قد"),
        ("Persian", "و در به از که این آن را با برای است بود شد یا هم تا"),
        ("Urdu", "کے کی کا میں سے نے کو اور ہے ہیں پر کہ یہ وہ ایک تو بھی"),
        ("Hebrew", "של על את לא זה הוא היא הם עם או גם כי אם מה אל כל"),
        ("Hindi", "के की का में से ने को और है हैं पर कि यह वह एक तो भी या"),
        ("Bengali", "এবং ও এই সে যে কি না তার একটি করে থেকে জন্য"),
        ("Thai", "และ ที่ ใน เป็น ได้ ว่า ของ การ มี จะ ไม่ ให้ กับ จาก โดย ความ ซึ่ง นี้ แล้ว"),
        ("Chinese", "的 是 在 和 了 有 他 我们 他们 这个 一个 以及 表示"),
        ("Japanese", "した する こと これ それ ため から まで など という として"),
        ("Korean", "이 그 저 및 등 것 수"),
    ]
}
