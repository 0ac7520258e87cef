/// What goes out at once: an alert by itself, or several of one rule that were held back until now.
package struct Notice: Sendable, Equatable {
    /// The same whenever the same alerts are told again: what a receiver knows a repetition by.
    package var id: String
    /// At least one, oldest first, all of one rule.
    package var alerts: [Alert]
    /// Why they come together; nil for an alert by itself.
    package var heldFor: String?

    package init(id: String, alerts: [Alert], heldFor: String? = nil) {
        self.id = id
        self.alerts = alerts
        self.heldFor = heldFor
    }
}
