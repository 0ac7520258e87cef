import Address
import Foundation
import Model

private let maxDeliveries = 100
private let wantedTimeout = "a duration such as 10s, from 1s to 5m"
private let wantedSecret =
    "whsec_ and base64, a text of 16 bytes and more, or \"$NAME\" for a variable of the environment"

extension SettingsReader {
    /// The ways out beside `stdout` and `log`.
    ///
    /// - Parameter base: the folder that files are relative to.
    mutating func deliveries(
        of document: SettingFields, base: String, environment: [String: String]
    ) -> [DeliverySettings] {
        guard let value = document.values["deliveries"] else { return [] }
        guard case .object(let members) = value.kind else {
            report(
                "deliveries", at: value.offset, found: value.summary,
                wanted: "an object: { \"desk\": { webhook: \"https://…\" } }")
            return []
        }
        if members.count > maxDeliveries {
            report(
                "deliveries", at: value.offset, found: "\(members.count) deliveries",
                wanted: "at most \(maxDeliveries)")
        }
        var deliveries: [DeliverySettings] = []
        for member in members.prefix(maxDeliveries) {
            let path = settingPath("deliveries", member.key)
            let isTaken = DeliverySettings.builtIn.contains(member.key)
            if isTaken || !isDeliveryName(member.key)
                || deliveries.contains(where: { $0.name == member.key })
            {
                report(
                    path, at: member.offset, found: "the name \(quoted(member.key))",
                    wanted: "one of its own, of at most 60 letters, digits and hyphens; not stdout or log")
            }
            let fields = fields(
                of: member.value, path: path,
                keys: [
                    "file", "webhook", "command", "secret", "headers", "timeout", "allowPrivateAddresses",
                ])
            guard case .object = member.value.kind,
                let kind = deliveryKind(fields, base: base, environment: environment)
            else { continue }
            if !isTaken { deliveries.append(DeliverySettings(name: member.key, kind: kind)) }
        }
        return deliveries
    }

    private mutating func deliveryKind(
        _ fields: SettingFields, base: String, environment: [String: String]
    ) -> DeliverySettings.Kind? {
        let kinds = ["file", "webhook", "command"].filter { fields.values[$0] != nil }
        guard let kind = kinds.first, kinds.count == 1 else {
            report(
                fields.path, at: fields.offset,
                found: kinds.isEmpty
                    ? "a delivery that goes nowhere" : kinds.joined(separator: " and ") + " together",
                wanted: "one of file, webhook or command")
            return nil
        }
        let only = [
            "webhook": ["secret", "headers", "timeout", "allowPrivateAddresses"], "command": ["timeout"],
        ]
        for key in fields.values.keys.sorted() where key != kind && only[kind]?.contains(key) != true {
            report(
                fields.path(of: key), at: fields.offset(of: key), found: "\(key) beside \(kind)",
                wanted: "it only where it has a meaning")
        }
        switch kind {
        case "file": return file(fields, base: base)
        case "webhook": return webhook(fields, environment: environment).map(DeliverySettings.Kind.webhook)
        default: return command(fields)
        }
    }

    private mutating func file(_ fields: SettingFields, base: String) -> DeliverySettings.Kind? {
        guard let file = text("file", of: fields, wanted: "a path such as \"alerts.jsonl\"") else {
            return nil
        }
        if file.hasPrefix("~") || file.contains("$") || file.hasSuffix("/") {
            report(
                fields.path(of: "file"), at: fields.offset(of: "file"), found: quoted(file),
                wanted: "a path such as \"alerts.jsonl\", without ~ or $")
        }
        return .file(path: resolved(file, base: base))
    }

    private mutating func webhook(
        _ fields: SettingFields, environment: [String: String]
    ) -> WebhookEndpoint? {
        guard let url = text("webhook", of: fields, wanted: "an address: https://…") else { return nil }
        guard addressKey(url) != nil else {
            report(
                fields.path(of: "webhook"), at: fields.offset(of: "webhook"), found: "no address to post to",
                wanted: "an absolute http or https URL")
            return nil
        }
        var webhook = WebhookEndpoint(url: url)
        webhook.headers = headers(of: fields)
        webhook.timeout = timeout(of: fields) ?? webhook.timeout
        webhook.allowPrivateAddresses = flag("allowPrivateAddresses", of: fields) ?? false
        webhook.secret = secret(of: fields, environment: environment)
        return webhook
    }

    /// The signing key. Its text is never repeated in a problem.
    private mutating func secret(of fields: SettingFields, environment: [String: String]) -> [UInt8]? {
        guard let value = fields.values["secret"] else { return nil }
        guard case .string(var text) = value.kind else {
            report(fields.path(of: "secret"), at: value.offset, found: "no text", wanted: wantedSecret)
            return nil
        }
        if text.hasPrefix("$") {
            let name = String(text.dropFirst())
            guard let found = environment[name], !found.isEmpty else {
                report(
                    fields.path(of: "secret"), at: value.offset,
                    found: "the variable \(quoted(name)), which is not set", wanted: wantedSecret)
                return nil
            }
            text = found
        }
        let prefix = "whsec_"
        let key =
            text.hasPrefix(prefix)
            ? Data(base64Encoded: String(text.dropFirst(prefix.count))).map(Array.init) : Array(text.utf8)
        guard let key, key.count >= 16 else {
            report(
                fields.path(of: "secret"), at: value.offset, found: "a secret that is too short or no base64",
                wanted: wantedSecret)
            return nil
        }
        return key
    }

    private mutating func command(_ fields: SettingFields) -> DeliverySettings.Kind? {
        let wanted =
            "a list of the program's absolute path and its arguments: [\"/usr/bin/logger\", \"-t\", \"news\"]"
        guard let value = fields.values["command"] else { return nil }
        let arguments = elements(value, path: fields.path(of: "command"), wanted: wanted).compactMap {
            element -> String? in
            guard case .string(let text) = element.value.kind, !text.unicodeScalars.contains("\0") else {
                report(element.path, at: element.value.offset, found: element.value.summary, wanted: "a text")
                return nil
            }
            return text
        }
        guard case .array = value.kind else { return nil }
        guard arguments.first?.hasPrefix("/") == true else {
            report(
                fields.path(of: "command"), at: value.offset,
                found: arguments.first.map(quoted) ?? "an empty list", wanted: wanted)
            return nil
        }
        return .command(arguments, timeout: timeout(of: fields) ?? .seconds(30))
    }

    private mutating func timeout(of fields: SettingFields) -> Duration? {
        duration("timeout", of: fields, wanted: wantedTimeout, within: .seconds(1)...(.seconds(300)))
    }
}

private func isDeliveryName(_ name: String) -> Bool {
    (1...60).contains(name.count)
        && name.unicodeScalars.allSatisfy {
            $0.properties.isAlphabetic || "0123456789-_".unicodeScalars.contains($0)
        }
}
