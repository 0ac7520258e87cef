import Model

/// A way out for alerts that the settings name.
package struct DeliverySettings: Sendable, Equatable {
    /// What it does with an alert.
    package enum Kind: Sendable, Equatable {
        /// Appends to a file; relative paths are resolved.
        case file(path: String)
        case webhook(WebhookEndpoint)
        /// Starts a program: its absolute path and its arguments.
        case command([String], timeout: Duration)
    }

    /// What a rule's `deliver` calls it.
    package var name: String
    package var kind: Kind

    package init(name: String, kind: Kind) {
        self.name = name
        self.kind = kind
    }

    /// Ways out that are always there.
    static let builtIn = ["stdout", "log"]
}
