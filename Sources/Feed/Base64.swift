import Foundation

/// The bytes that Base64 text stands for, white space ignored; nil when it is no Base64.
func base64Decoded(_ text: ArraySlice<UInt8>) -> [UInt8]? {
    let written = Data(text.filter { $0 > 0x20 })
    guard let decoded = Data(base64Encoded: written), !decoded.isEmpty else { return nil }
    return Array(decoded)
}
