import Model

/// What a settings file amounts to, for people and programs.
package struct SettingsSummary: Sendable, Equatable, Encodable {
    /// The sources of one language.
    package struct LanguageCount: Sendable, Equatable, Encodable {
        /// Empty for sources that name none.
        package var language: String
        /// By kind; every kind is there.
        package var sources: [String: Int]

        package var total: Int { sources.values.reduce(0, +) }
    }

    /// One rule.
    package struct Rule: Sendable, Equatable, Encodable {
        package var name: String
        package var severity: Severity
        package var deliver: [String]
        package var query: String
    }

    package var corpus: String
    package var state: String
    /// By kind; every kind is there.
    package var sources: [String: Int]
    /// Most sources first, then by tag.
    package var languages: [LanguageCount]
    package var rules: [Rule]
    /// Names by entity.
    package var entities: [String: Int]

    package init(_ settings: WirewatchSettings) {
        corpus = settings.corpus
        state = settings.state
        sources = countsByKind(settings.sources)
        languages = Dictionary(grouping: settings.sources) { $0.language ?? "" }
            .map { LanguageCount(language: $0, sources: countsByKind($1)) }
            .sorted { ($1.total, $0.language) < ($0.total, $1.language) }
        rules = settings.watchlist.map {
            Rule(name: $0.name, severity: $0.severity, deliver: $0.deliver, query: $0.query)
        }
        entities = settings.entities.mapValues(\.count)
    }
}

private func countsByKind(_ sources: [Source]) -> [String: Int] {
    var counts = Dictionary(uniqueKeysWithValues: Source.Kind.allCases.map { ($0.rawValue, 0) })
    for source in sources { counts[source.kind.rawValue, default: 0] += 1 }
    return counts
}
