import Crypto

/// The first 64 bits of the SHA-256 of `bytes` as 16 lowercase hex digits: the digest in names and ledger.
package func digest(of bytes: [UInt8]) -> String {
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    for byte in SHA256.hash(data: bytes).prefix(8) {
        text.append(digits[Int(byte >> 4)])
        text.append(digits[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
}

/// The name of a file of the corpus: `NNN_HHHHHHHHHHHHHHHH.txt`.
///
/// Only digits, an underscore, hex digits and `.txt` ever stand in one, so a name cannot leave its folder.
package struct CorpusName: Sendable, Hashable, CustomStringConvertible {
    /// Numbers are smaller than this, which fits four bytes.
    package static let maxNumber = Int(Int32.max)

    /// The article's number, ≥ 0.
    package let number: Int
    /// 16 lowercase hex digits; of a file that another producer named, that producer's.
    package let digest: String
    /// The name itself.
    package let description: String

    /// The name for new bytes: at least three digits of number, then their digest.
    package init(number: Int, bytes: [UInt8]) {
        precondition(number >= 0, "numbers count from 0")
        self.number = number
        self.digest = Corpus.digest(of: bytes)
        let digits = String(number)
        let zeros = String(repeating: "0", count: max(0, 3 - digits.count))
        description = "\(zeros)\(digits)_\(digest).txt"
    }

    /// Reads a name; nil for every other file's. Three to eighteen digits, so a number always fits.
    package init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard let underscore = bytes.firstIndex(of: 0x5F), (3...18).contains(underscore),
            bytes.count == underscore + 21, bytes[(underscore + 17)...].elementsEqual(".txt".utf8)
        else { return nil }
        var number = 0
        for byte in bytes[..<underscore] {
            guard (0x30...0x39).contains(byte) else { return nil }
            number = number * 10 + Int(byte - 0x30)
        }
        let hex = bytes[(underscore + 1)..<(underscore + 17)]
        guard hex.allSatisfy({ (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }) else { return nil }
        self.number = number
        digest = String(decoding: hex, as: UTF8.self)
        description = text
    }
}

/// A file on its way into the corpus.
package struct CorpusFile: Sendable, Equatable {
    package var name: CorpusName
    package var bytes: [UInt8]

    /// A new file under the name that its number and bytes give it.
    package init(number: Int, bytes: [UInt8]) {
        name = CorpusName(number: number, bytes: bytes)
        self.bytes = bytes
    }

    /// A file that keeps the name it came with.
    package init(imported name: CorpusName, bytes: [UInt8]) {
        self.name = name
        self.bytes = bytes
    }
}
