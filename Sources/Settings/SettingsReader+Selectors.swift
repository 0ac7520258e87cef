extension SettingsReader {
    /// A selector; nil when the key is missing or its value is a problem.
    mutating func selector(_ key: String, of fields: SettingFields) -> String? {
        guard let value = fields.values[key] else { return nil }
        return selector(value, path: fields.path(of: key))
    }

    mutating func selector(_ value: JSON5Value, path: String) -> String? {
        text(value, path: path, wanted: "a selector such as \"ul.list a\", or XPath with a leading /")
    }
}
