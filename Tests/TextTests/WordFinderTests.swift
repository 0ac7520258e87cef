import Testing

@testable import Text

private let texts = [
    "l'ONU et Trump's g20, 5g с400 2026년 1,000.5", "об'єкт \"ארה\"ב\" العربية، والصين", "林剑说トランプ大統領は、東京で。",
    "ประเทศไทย 2024 ลาว ລາວ ကမ္ဘာ ខ្មែរ", "हिन्दी में। বাংলা தமிழ் తెలుగు", "a'b'c.d,e \"x\" 1.2.3 ''..,, ",
    "林a剑b𠀀c 한국어가 ქართული հայերեն", "", " ",
]

@Test(arguments: texts)
func singleWordsAreThoseOfTheWholeText(text: String) {
    let folded = Folding().foldedBytes(Array(text.utf8))
    let all = words(in: folded)
    folded.withUnsafeBufferPointer { bytes in
        ScriptTable.classes.withUnsafeBufferPointer { classes in
            var ascending = WordFinder(bytes, classes: classes)
            for place in bytes.indices where bytes[place] & 0xC0 != 0x80 {
                let wanted = all.first { $0.range.contains(place) }
                let found = ascending.word(at: place)
                #expect(found.map { $0.start..<$0.end } == wanted?.range, "\(text): \(place)")
                #expect(found?.script == wanted?.script)
                var fresh = WordFinder(bytes, classes: classes)
                #expect(fresh.word(at: place).map { $0.start..<$0.end } == wanted?.range, "\(text): \(place)")
                let next = all.first { Int($0.start) >= place }
                if wanted == nil || wanted.map({ Int($0.start) }) == place {
                    #expect(ascending.word(from: place).map(\.start) == next.map { Int($0.start) })
                }
            }
        }
    }
}
