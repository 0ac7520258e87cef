import Foundation

/// The UTF-8 text that Base64 stands for, white space ignored and unreadable bytes replaced; nil when it is no Base64.
func base64Text(_ text: ArraySlice<UInt8>) -> [UInt8]? {
    let written = Data(text.filter { $0 > 0x20 })
    guard let decoded = Data(base64Encoded: written), !decoded.isEmpty else { return nil }
    return Array(String(decoding: decoded, as: UTF8.self).utf8)
}
