import CLibXML

/// The tag of the element that an event is about. It reads libxml2's memory and is only valid during the event.
package struct XMLTag {
    private let name: UnsafePointer<xmlChar>?
    private let attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
    /// Attributes without namespace declarations.
    package let attributeCount: Int
    private let names: XMLNameCodes

    init(
        _ name: UnsafePointer<xmlChar>?, _ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?,
        count: Int,
        names: XMLNameCodes
    ) {
        self.name = name
        self.attributes = attributes
        attributeCount = attributes == nil ? 0 : count
        self.names = names
    }

    /// The value of the first attribute with that code.
    package func value(_ code: UInt8) -> String? {
        guard let index = index(of: code), let raw = rawValue(at: index) else { return nil }
        return raw.contains(UInt8(ascii: "&"))
            ? String(decoding: value(raw), as: UTF8.self) : String(decoding: raw, as: UTF8.self)
    }

    /// The value of the first attribute with that code, as UTF-8.
    package func bytes(_ code: UInt8) -> [UInt8]? {
        index(of: code).flatMap(rawValue).map(value)
    }

    /// Appends the start tag as HTML: local names only, no namespace declarations.
    package func appendStartTag(to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "<"))
        append(name, to: &bytes)
        for index in 0..<attributeCount {
            bytes.append(UInt8(ascii: " "))
            append(attributes?[5 * index], to: &bytes)
            bytes.append(UInt8(ascii: "="))
            bytes.append(UInt8(ascii: "\""))
            for byte in rawValue(at: index).map(value) ?? [] {
                switch byte {
                case UInt8(ascii: "&"): bytes += "&amp;".utf8
                case UInt8(ascii: "\""): bytes += "&quot;".utf8
                case UInt8(ascii: "<"): bytes += "&lt;".utf8
                default: bytes.append(byte)
                }
            }
            bytes.append(UInt8(ascii: "\""))
        }
        bytes.append(UInt8(ascii: ">"))
    }

    /// Appends the end tag as HTML.
    package func appendEndTag(to bytes: inout [UInt8]) {
        bytes += "</".utf8
        append(name, to: &bytes)
        bytes.append(UInt8(ascii: ">"))
    }

    private func index(of code: UInt8) -> Int? {
        guard let attributes else { return nil }
        return (0..<attributeCount).first { index in
            let name = attributes + 5 * index
            return names.code(local: name[0], prefix: name[1], namespace: name[2]) == code
        }
    }

    private func rawValue(at index: Int) -> UnsafeBufferPointer<UInt8>? {
        guard let start = attributes?[5 * index + 3], let end = attributes?[5 * index + 4] else { return nil }
        return UnsafeBufferPointer(start: start, count: end - start)
    }

    /// libxml2 leaves each `&` of a value written `&#38;`, for a tree builder that would expand it.
    private func value(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
        guard bytes.contains(UInt8(ascii: "&")) else { return Array(bytes) }
        var value: [UInt8] = []
        var position = 0
        while position < bytes.count {
            value.append(bytes[position])
            let isAmpersand = bytes[position] == UInt8(ascii: "&")
            position += isAmpersand && bytes[position...].starts(with: "&#38;".utf8) ? 5 : 1
        }
        return value
    }

    private func append(_ text: UnsafePointer<xmlChar>?, to bytes: inout [UInt8]) {
        guard var text else { return }
        while text.pointee != 0 {
            bytes.append(text.pointee)
            text += 1
        }
    }
}
