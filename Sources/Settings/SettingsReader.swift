/// Reads values out of a document and keeps every problem it meets, so that all can be told at once.
struct SettingsReader {
    private let file: String
    /// The offset of every line's first byte, ascending.
    private let lineStarts: [Int]
    private var problems: [SettingProblem] = []
    /// Problems that were too many to keep.
    private var droppedCount = 0
    /// More than are ever shown, because they are not met in the order of the file.
    private static let maxProblems = 20 * SettingsError.maxProblems

    init(file: String, bytes: [UInt8]) {
        self.file = file
        lineStarts = [0] + bytes.indices.lazy.filter { bytes[$0] == 0x0A }.map { $0 + 1 }
    }

    /// Everything that was reported; nil when nothing was.
    var error: SettingsError? {
        problems.isEmpty ? nil : SettingsError(problems: problems, droppedCount: droppedCount)
    }

    /// Notes that something at `offset` is not as it should be.
    mutating func report(_ path: String, at offset: Int, found: String, wanted: String) {
        guard problems.count < Self.maxProblems else {
            droppedCount += 1
            return
        }
        problems.append(
            SettingProblem(
                file: file, line: line(of: offset), path: path, found: found, wanted: wanted))
    }

    /// The members of an object. Unknown and repeated keys are problems; of repeated ones the last counts.
    mutating func fields(of value: JSON5Value, path: String, keys: [String]) -> SettingFields {
        var fields = SettingFields(path: path, offset: value.offset, values: [:])
        guard case .object(let members) = value.kind else {
            report(path, at: value.offset, found: value.summary, wanted: "an object: { … }")
            return fields
        }
        for member in members {
            let memberPath = fields.path(of: member.key)
            if !keys.contains(member.key) {
                report(
                    memberPath, at: member.offset, found: "an unknown key",
                    wanted: nearest(to: member.key, among: keys)
                        ?? (keys.count > 1 ? "one of \(list(keys))" : list(keys)))
            } else if fields.values.updateValue(member.value, forKey: member.key) != nil {
                report(memberPath, at: member.offset, found: "the key a second time", wanted: "it once")
            }
        }
        return fields
    }

    /// A text that is not blank and holds no control characters; nil when there is none, which is a problem only
    /// when the key stands there or `isRequired`.
    mutating func text(
        _ key: String, of fields: SettingFields, wanted: String, isRequired: Bool = false
    ) -> String? {
        guard let value = fields.values[key] else {
            if isRequired {
                report(fields.path(of: key), at: fields.offset, found: "nothing", wanted: wanted)
            }
            return nil
        }
        return text(value, path: fields.path(of: key), wanted: wanted)
    }

    mutating func text(_ value: JSON5Value, path: String, wanted: String) -> String? {
        guard case .string(let text) = value.kind, text.contains(where: { !$0.isWhitespace }),
            !text.unicodeScalars.contains(where: { $0.properties.generalCategory == .control })
        else {
            report(path, at: value.offset, found: value.summary, wanted: wanted)
            return nil
        }
        return text
    }

    mutating func flag(_ key: String, of fields: SettingFields) -> Bool? {
        guard let value = fields.values[key] else { return nil }
        if case .bool(let flag) = value.kind { return flag }
        report(fields.path(of: key), at: value.offset, found: value.summary, wanted: "true or false")
        return nil
    }

    /// The elements of a list with their paths; empty when there is none.
    mutating func elements(
        _ key: String, of fields: SettingFields, wanted: String
    ) -> [(value: JSON5Value, path: String)] {
        guard let value = fields.values[key] else { return [] }
        return elements(value, path: fields.path(of: key), wanted: wanted)
    }

    mutating func elements(
        _ value: JSON5Value, path: String, wanted: String
    ) -> [(value: JSON5Value, path: String)] {
        guard case .array(let elements) = value.kind else {
            report(path, at: value.offset, found: value.summary, wanted: wanted)
            return []
        }
        return elements.enumerated().map { ($1, "\(path)[\($0)]") }
    }

    /// A list of texts; nil when the key is missing.
    mutating func texts(_ key: String, of fields: SettingFields, wanted: String) -> [String]? {
        guard fields.values[key] != nil else { return nil }
        return elements(key, of: fields, wanted: "a list, each \(wanted)")
            .compactMap { text($0.value, path: $0.path, wanted: wanted) }
    }

    /// The value of a key, read by `read`, which gives nil for what it does not accept.
    mutating func parsed<Value>(
        _ key: String, of fields: SettingFields, wanted: String, _ read: (JSON5Value.Kind) -> Value?
    ) -> Value? {
        guard let value = fields.values[key] else { return nil }
        if let parsed = read(value.kind) { return parsed }
        report(fields.path(of: key), at: value.offset, found: value.summary, wanted: wanted)
        return nil
    }

    func line(of offset: Int) -> Int {
        var low = 0
        var high = lineStarts.count
        while low < high {
            let middle = (low + high) / 2
            if lineStarts[middle] <= offset { low = middle + 1 } else { high = middle }
        }
        return max(low, 1)
    }

    /// The column of a byte, 1-based, in characters as editors count them.
    func column(of offset: Int, in bytes: [UInt8]) -> Int {
        let start = lineStarts[line(of: offset) - 1]
        return String(decoding: bytes[start..<min(offset, bytes.count)], as: UTF8.self).count + 1
    }
}

/// An object of the document, its known keys only.
struct SettingFields {
    let path: String
    let offset: Int
    fileprivate(set) var values: [String: JSON5Value]

    /// The path of one of its keys, as a person would write it.
    func path(of key: String) -> String {
        settingPath(path, key)
    }

    /// The byte at which a key's value starts; that of the object when it is missing.
    func offset(of key: String) -> Int { values[key]?.offset ?? offset }
}

/// `path.key`, with the key in brackets and quotes when it is no plain word.
func settingPath(_ path: String, _ key: String) -> String {
    let isPlain = !key.isEmpty && key.utf8.allSatisfy { isPlainKeyByte($0) }
    if !isPlain { return "\(path)[\(quoted(key))]" }
    return path.isEmpty ? key : "\(path).\(key)"
}

private func isPlainKeyByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"):
        true
    default: byte >= 0x80
    }
}

/// `a, b or c`
func list(_ words: [String]) -> String {
    guard let last = words.last, words.count > 1 else { return words.first ?? "" }
    return words.dropLast().joined(separator: ", ") + " or " + last
}

extension JSON5Value {
    /// The value as a problem quotes it.
    var summary: String {
        switch kind {
        case .null: "null"
        case .bool(let flag): "\(flag)"
        case .number(_, let written): written.utf8.count > 60 ? "a long number" : written
        case .string(let text): quoted(text)
        case .array: "a list"
        case .object: "an object"
        }
    }
}
