import Model
import Watchlist

extension SettingsReader {
    /// Names by entity.
    mutating func entities(of document: SettingFields) -> [String: [String]] {
        guard let value = document.values["entities"] else { return [:] }
        guard case .object(let members) = value.kind else {
            report(
                "entities", at: value.offset, found: value.summary,
                wanted: "an object: { \"lin-jian\": [\"Lin Jian\", \"林剑\"] }")
            return [:]
        }
        var entities: [String: [String]] = [:]
        for member in members {
            let path = settingPath("entities", member.key)
            if !isEntityName(member.key) {
                report(
                    path, at: member.offset, found: "the name \(quoted(member.key))",
                    wanted: "one that can stand behind @ in a query, such as lin-jian")
            }
            let names = elements(member.value, path: path, wanted: "a list of names: [\"Lin Jian\", \"林剑\"]")
            var texts: [String] = []
            for name in names {
                guard let text = text(name.value, path: name.path, wanted: "a name such as \"林剑\"") else {
                    continue
                }
                do throws(QueryError) {
                    _ = try QueryText(alias: text)
                    texts.append(text)
                } catch {
                    report(name.path, at: name.value.offset, found: quoted(text), wanted: error.expected)
                }
            }
            if case .array(let elements) = member.value.kind, elements.isEmpty {
                report(path, at: member.value.offset, found: "an empty list", wanted: "at least one name")
            }
            if entities.updateValue(texts, forKey: member.key) != nil {
                report(path, at: member.offset, found: "the entity a second time", wanted: "it once")
            }
        }
        return entities
    }

    /// All rules; their queries are read and their entities looked up.
    mutating func watchlist(
        of document: SettingFields, deliveries: [DeliverySettings]
    ) -> [WatchRule] {
        let entityNames = document.entityNames
        var rules: [WatchRule] = []
        var lineOfName: [String: Int] = [:]
        for (value, path) in elements("watchlist", of: document, wanted: "a list of rules: [ { … }, … ]") {
            let fields = fields(
                of: value, path: path,
                keys: ["name", "query", "severity", "deliver", "repeat"] + Self.policyKeys)
            guard case .object = value.kind else { continue }
            let rule = rule(
                fields, entityNames: entityNames,
                deliveries: DeliverySettings.builtIn + deliveries.map(\.name).sorted())
            let offset = fields.offset(of: "name")
            if let first = lineOfName.updateValue(line(of: offset), forKey: rule.name), !rule.name.isEmpty {
                report(
                    fields.path(of: "name"), at: offset, found: "the name of line \(first) again",
                    wanted: "a name of its own for every rule")
            }
            rules.append(rule)
        }
        return rules
    }

    /// The lines of entities and of rules.
    func watchlistLines(of document: SettingFields) -> (entities: [String: Int], rules: [Int]) {
        var entities: [String: Int] = [:]
        if case .object(let members)? = document.values["entities"]?.kind {
            for member in members { entities[member.key] = line(of: member.offset) }
        }
        guard case .array(let rules)? = document.values["watchlist"]?.kind else { return (entities, []) }
        return (entities, rules.map { line(of: $0.offset) })
    }

    private mutating func rule(
        _ fields: SettingFields, entityNames: Set<String>, deliveries: [String]
    ) -> WatchRule {
        var rule = WatchRule(
            name: text("name", of: fields, wanted: "a name for the rule", isRequired: true) ?? "",
            query: text(
                "query", of: fields, wanted: "a query such as \"@lin-jian AND (CIA OR ЦРУ)\"",
                isRequired: true) ?? "")
        check(rule.query, of: fields, entityNames: entityNames)
        rule.severity =
            parsed("severity", of: fields, wanted: list(Severity.allCases.map(\.rawValue))) { kind in
                if case .string(let text) = kind { Severity(rawValue: text) } else { nil }
            } ?? rule.severity
        rule.deliver = deliver(of: fields, ways: deliveries) ?? rule.deliver
        let repeats = ["once", "each"]
        rule.repeatsForCopies =
            parsed("repeat", of: fields, wanted: list(repeats)) { kind in
                if case .string(let text) = kind, repeats.contains(text) { text == "each" } else { nil }
            } ?? rule.repeatsForCopies
        rule.policy = policy(of: fields)
        return rule
    }

    private mutating func check(_ text: String, of fields: SettingFields, entityNames: Set<String>) {
        guard !text.isEmpty else { return }
        let path = fields.path(of: "query")
        let offset = fields.offset(of: "query")
        do throws(QueryError) {
            for entity in try Query(text).entities where !entityNames.contains(entity.name) {
                let near = nearest(to: entity.name, among: entityNames.sorted()).map { ", such as @\($0)" }
                report(
                    path, at: offset, found: "@\(entity.name) in column \(entity.column)",
                    wanted: "an entity of this file" + (near ?? ""))
            }
        } catch {
            report(
                path, at: offset, found: "\(error.found) in column \(error.column)", wanted: error.expected)
        }
    }

    private mutating func deliver(of fields: SettingFields, ways: [String]) -> [String]? {
        guard fields.values["deliver"] != nil else { return nil }
        var chosen: [String] = []
        for (value, path) in elements("deliver", of: fields, wanted: "a list: [\"stdout\", \"log\"]") {
            if case .string(let text) = value.kind, ways.contains(text) {
                if !chosen.contains(text) { chosen.append(text) }
            } else {
                report(path, at: value.offset, found: value.summary, wanted: list(ways))
            }
        }
        if case .array(let elements)? = fields.values["deliver"]?.kind, elements.isEmpty {
            report(
                fields.path(of: "deliver"), at: fields.offset(of: "deliver"), found: "an empty list",
                wanted: list(ways))
        }
        return chosen
    }
}

extension SettingFields {
    /// The names of all entities, also of those with problems of their own.
    fileprivate var entityNames: Set<String> {
        guard case .object(let members)? = values["entities"]?.kind else { return [] }
        return Set(members.map(\.key))
    }
}

/// Whether `@name` is one term of a query.
private func isEntityName(_ name: String) -> Bool {
    guard name.utf8.count <= 100, let query = try? Query("@" + name), case .entity(let entity) = query.root
    else {
        return false
    }
    return entity.name == name
}
