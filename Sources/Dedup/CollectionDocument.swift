/// One text of a collection that is deduplicated as a whole.
package struct CollectionDocument: Sendable, Equatable {
    package var id: String
    /// Unix seconds.
    package var time: Int64?
    package var outlet: String?
    /// UTF-8.
    package var text: [UInt8]

    package init(id: String, time: Int64?, outlet: String?, text: [UInt8]) {
        self.id = id
        self.time = time
        self.outlet = outlet
        self.text = text
    }

    /// Reads `{"id": …, "t": …, "outlet": …, "text": …}`; other keys are skipped, of equal ones the last counts.
    ///
    /// `id` (a string or a number) and `text` must be there. `t` may be any number, `t` and `outlet` may be null.
    package init(jsonLine: UnsafeBufferPointer<UInt8>) throws(CollectionError) {
        var scanner = JSONScanner(jsonLine)
        var id: [UInt8]?
        var time: Int64?
        var outlet: [UInt8]?
        var text: [UInt8]?
        try scanner.members { (scanner, key) throws(CollectionError) in
            switch key {
            case Self.idKey: id = try scanner.stringOrNumber()
            case Self.timeKey: time = try scanner.wholeNumber()
            case Self.outletKey: outlet = try scanner.stringOrNull()
            case Self.textKey: text = try scanner.string()
            default: try scanner.skip()
            }
        }
        guard let id else { throw CollectionError(offset: 0, wanted: "an \"id\"") }
        guard let text else { throw CollectionError(offset: 0, wanted: "a \"text\"") }
        self.id = String(decoding: id, as: UTF8.self)
        self.time = time
        self.outlet = outlet.map { String(decoding: $0, as: UTF8.self) }
        self.text = text
    }

    private static let idKey = Array("id".utf8)
    private static let timeKey = Array("t".utf8)
    private static let outletKey = Array("outlet".utf8)
    private static let textKey = Array("text".utf8)
}

/// Why a line is no document.
package struct CollectionError: Error, Equatable, CustomStringConvertible {
    /// Bytes from the beginning of the line.
    package var offset: Int
    package var wanted: String

    package init(offset: Int, wanted: String) {
        self.offset = offset
        self.wanted = wanted
    }

    /// `17: wanted a colon`, the number being the column from 1.
    package var description: String { "\(offset + 1): wanted \(wanted)" }
}
