import Glibc

/// `text` in `charset`, as iconv names it; what the charset lacks becomes a numeric character reference, as old
/// publishing systems have it.
func encoded(_ text: String, in charset: String) -> [UInt8] {
    guard charset != "UTF-8" else { return Array(text.utf8) }
    let converter = iconv_open(charset, "UTF-8")
    guard converter != iconv_t(bitPattern: -1) else { return Array(text.utf8) }
    defer { iconv_close(converter) }
    var input = text.utf8.map { CChar(bitPattern: $0) }
    var output: [UInt8] = []
    var chunk = [CChar](repeating: 0, count: 4096)
    var done = 0
    while done < input.count {
        let (taken, made) = input.withUnsafeMutableBufferPointer { input in
            chunk.withUnsafeMutableBufferPointer { chunk in
                var source = input.baseAddress.map { $0 + done }
                var target = chunk.baseAddress
                var sourceCount = input.count - done
                var targetCount = chunk.count
                iconv(converter, &source, &sourceCount, &target, &targetCount)
                return (input.count - done - sourceCount, chunk.count - targetCount)
            }
        }
        output += chunk.prefix(made).map { UInt8(bitPattern: $0) }
        done += taken
        if taken == 0, made == 0, done < input.count {
            let scalar = text.utf8[text.utf8.index(text.utf8.startIndex, offsetBy: done)...]
            let first = Substring(scalar).unicodeScalars.first
            output += Array("&#\(first?.value ?? 63);".utf8)
            done += first.map { String($0).utf8.count } ?? 1
        }
    }
    return output
}
