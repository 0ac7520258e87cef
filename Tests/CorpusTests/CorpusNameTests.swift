import Testing

@testable import Corpus

struct CorpusNameTests {
    @Test func theDigestIsTheStartOfSHA256() {
        #expect(digest(of: []) == "e3b0c44298fc1c14")
        #expect(digest(of: Array("abc".utf8)) == "ba7816bf8f01cfea")
    }

    @Test(arguments: [(0, "000"), (42, "042"), (999, "999"), (1000, "1000"), (123_456, "123456")])
    func numbersHaveAtLeastThreeDigits(number: Int, digits: String) {
        let name = CorpusName(number: number, bytes: Array("abc".utf8))
        #expect(name.description == "\(digits)_ba7816bf8f01cfea.txt")
        #expect(CorpusName(name.description) == name)
    }

    @Test func anImportedNameIsKeptAsItWasWritten() throws {
        let name = try #require(CorpusName("0042_ca1e0f11b0c4dd79.txt"))
        #expect(name.number == 42)
        #expect(name.digest == "ca1e0f11b0c4dd79")
        #expect(name.description == "0042_ca1e0f11b0c4dd79.txt")
    }

    @Test(arguments: [
        "", ".txt", "42_ca1e0f11b0c4dd79.txt", "042_ca1e0f11b0c4dd7.txt", "042_CA1E0F11B0C4DD79.txt",
        "042_ca1e0f11b0c4dd79.TXT", "042_ca1e0f11b0c4dd79.txt.bak", "../042_ca1e0f11b0c4dd79.txt",
        "042-ca1e0f11b0c4dd79.txt", "-42_ca1e0f11b0c4dd79.txt", "+042_ca1e0f11b0c4dd79.txt",
        "٠٤٢_ca1e0f11b0c4dd79.txt", "9999999999999999999_ca1e0f11b0c4dd79.txt", "042_ca1e0f11b0c4dd79.tx",
        "042_ca1e0f11b0c4dd7g.txt", "_ca1e0f11b0c4dd79.txt",
    ])
    func otherNamesAreNone(text: String) {
        #expect(CorpusName(text) == nil)
    }
}
