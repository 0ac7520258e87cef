import Markup

extension SettingsReader {
    /// A selector that can be read; nil when the key is missing or its value is a problem.
    mutating func selector(_ key: String, of fields: SettingFields) -> String? {
        guard let value = fields.values[key] else { return nil }
        return selector(value, path: fields.path(of: key))
    }

    mutating func selector(_ value: JSON5Value, path: String) -> String? {
        let wanted = "a selector such as \"ul.list a\", or XPath with a leading /"
        guard let text = text(value, path: path, wanted: wanted) else { return nil }
        do throws(SelectorError) {
            return try Selector(text).text
        } catch {
            report(
                path, at: value.offset, found: "\(quoted(text)), wrong in column \(error.column)",
                wanted: error.expected)
            return nil
        }
    }
}
