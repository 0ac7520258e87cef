/// A URL fit for a log: user information goes, and so do the values of query parameters that look like secrets.
///
/// Text that is not a URL within bounds is not repeated, since nobody can say where its secrets are. Control
/// characters cannot occur in the result.
package func redactedURL(_ url: String) -> String {
    guard var parts = AddressParts(url) else { return "[not a URL]" }
    parts.query = parts.query.map { query in
        query.split(separator: "&", omittingEmptySubsequences: false).map(redactedPair).joined(separator: "&")
    }
    return parts.text
}

private func redactedPair(_ pair: Substring) -> String {
    guard let equals = pair.firstIndex(of: "=") else { return String(pair) }
    let name = String(decoding: unescaped(pair[..<equals].utf8), as: UTF8.self).lowercased()
    return isSecret(name) ? pair[...equals] + "***" : String(pair)
}

/// Whether one of the words of a parameter's name, such as `access_token` or `apiKey`, speaks of a secret.
private func isSecret(_ name: String) -> Bool {
    let words = name.split { !$0.isLetter && !$0.isNumber }
    return words.contains { word in
        ["key", "token", "secret", "password", "passwd", "signature", "credential", "session"]
            .contains { word.hasSuffix($0) }
            || ["auth", "authorization", "pass", "pwd", "pw", "sig", "sid", "jwt", "code"].contains(word)
    }
}
