import CLibXML

/// The tag of the element that an event is about. It reads libxml2's memory and is only valid during the event.
package final class XMLTag {
    private var name: UnsafePointer<xmlChar>?
    private var attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
    /// Attributes without namespace declarations.
    package private(set) var attributeCount = 0
    private var attributeNames: XMLNameCodes

    init(attributeCode: @escaping (XMLName) -> UInt8) {
        attributeNames = XMLNameCodes(code: attributeCode)
    }

    func set(
        _ name: UnsafePointer<xmlChar>?, _ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?,
        count: Int
    ) {
        self.name = name
        self.attributes = attributes
        attributeCount = attributes == nil ? 0 : count
    }

    /// The value of the first attribute with that code.
    package func value(_ code: UInt8) -> String? {
        utf8(of: code).map { String(decoding: $0, as: UTF8.self) }
    }

    /// The value of the first attribute with that code, as UTF-8.
    package func bytes(_ code: UInt8) -> [UInt8]? {
        utf8(of: code)
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
            for byte in value(at: index) {
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

    private func utf8(of code: UInt8) -> [UInt8]? {
        guard let attributes else { return nil }
        for index in 0..<attributeCount {
            let local = attributes[5 * index]
            if attributeNames.code(
                local: local, prefix: attributes[5 * index + 1], namespace: attributes[5 * index + 2])
                == code
            {
                return value(at: index)
            }
        }
        return nil
    }

    /// libxml2 leaves each `&` of a value written `&#38;`, for a tree builder that would expand it.
    private func value(at index: Int) -> [UInt8] {
        guard let start = attributes?[5 * index + 3], let end = attributes?[5 * index + 4] else { return [] }
        let bytes = UnsafeBufferPointer(start: start, count: end - start)
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
