import CLibXML

/// The codes of the names met in one document.
///
/// libxml2 keeps one copy of each name of a document, so that equal pointers mean equal names: a look-up compares three
/// pointers and no text. A class with memory of its own, because every event of a document passes here.
final class XMLNameCodes {
    private struct Entry {
        var local: UnsafePointer<xmlChar>?
        var prefix: UnsafePointer<xmlChar>?
        var namespace: UnsafePointer<xmlChar>?
        var code: UInt8
    }

    private static let capacity = 256
    /// Open addressing; a slot without a local name is free.
    private let entries: UnsafeMutablePointer<Entry>
    private var count = 0
    private let makeCode: (XMLName) -> UInt8

    init(code: @escaping (XMLName) -> UInt8) {
        makeCode = code
        entries = .allocate(capacity: XMLNameCodes.capacity)
        entries.initialize(
            repeating: Entry(local: nil, prefix: nil, namespace: nil, code: 0), count: XMLNameCodes.capacity)
    }

    deinit {
        entries.deallocate()
    }

    func code(
        local: UnsafePointer<xmlChar>?, prefix: UnsafePointer<xmlChar>?, namespace: UnsafePointer<xmlChar>?
    ) -> UInt8 {
        let address = UInt(bitPattern: local) &+ UInt(bitPattern: prefix) &* 31
        var slot = Int(truncatingIfNeeded: (address ^ address >> 9) & UInt(XMLNameCodes.capacity - 1))
        while entries[slot].local != nil {
            if entries[slot].local == local, entries[slot].prefix == prefix,
                entries[slot].namespace == namespace
            {
                return entries[slot].code
            }
            slot = (slot + 1) & (XMLNameCodes.capacity - 1)
        }
        let name = XMLName(namespace: text(namespace), prefix: text(prefix), local: text(local) ?? "")
        let code = makeCode(name)
        // A document with more names than fit pays for the rest of them each time.
        if count < XMLNameCodes.capacity / 2 {
            entries[slot] = Entry(local: local, prefix: prefix, namespace: namespace, code: code)
            count += 1
        }
        return code
    }

    private func text(_ pointer: UnsafePointer<xmlChar>?) -> String? {
        pointer.map { String(cString: $0) }
    }
}
