/// What a name in Chinese characters can be read as.
enum HanName {
    /// Whether a name is written as Chinese names are: a Chinese family name, and one or two characters behind it.
    ///
    /// Japanese names are mostly of four characters, and their readings are in no rule: 石破茂 is Ishiba Shigeru. A
    /// family name that both have counts only beside one character, or with a character that only China simplifies.
    static func isSurelyChinese(_ name: String) -> Bool {
        let characters = name.filter { !$0.isWhitespace && $0 != "·" && $0 != "・" }
        guard let first = characters.first, (2...3).contains(characters.count), families.contains(first)
        else {
            return characters.count == 4 && doubleFamilies.contains(String(characters.prefix(2)))
        }
        return !shared.contains(first) || characters.count == 2
            || characters.contains { simplified.contains($0) }
    }

    /// The reading of characters that are read differently in family names.
    static func familyReading(_ character: Character) -> String? { readings[String(character)] }

    private static let families = Set(
        """
        王李张張刘劉陈陳杨楊赵趙黄黃周吴吳徐孙孫胡朱高林何郭马馬罗羅梁宋郑鄭谢謝韩韓唐冯馮于董萧蕭程曹袁邓鄧许許傅沈曾彭吕呂苏蘇卢盧
        蒋蔣蔡贾賈丁魏薛叶葉阎閻余潘杜戴夏钟鍾汪田任姜范方石姚谭譚廖邹鄒熊金陆陸郝孔白崔康毛邱秦江史顾顧侯邵孟龙龍万萬段雷钱錢汤湯尹
        黎易常武乔喬贺賀赖賴龚龔文习習温溫华華耿崔栗俞丛
        """.filter { !$0.isWhitespace })
    private static let doubleFamilies: Set<String> = ["欧阳", "歐陽", "司马", "司馬", "上官", "诸葛", "諸葛"]
    /// Characters that also begin Japanese family names.
    private static let shared = Set("高林石田白金江夏杉谷森原東南方万武常雷乙桂堀柳関菅堺辻郭")
    /// Frequent in names, simplified in China alone.
    private static let simplified = Set("剑习张刘陈杨赵吴孙马罗郑谢韩冯邓许吕苏卢蒋贾阎钟谭邹陆顾龙钱汤乔贺赖龚华庆东伟军丽杰强红兰凤飞宁泽锦涛贵洁毅")
    private static let readings = pairs(
        "曾:zeng 单:shan 單:shan 解:xie 任:ren 查:zha 仇:qiu 翟:zhai 覃:qin 尉:wei 盖:ge 区:ou")
}
