import Address
import Model

extension Source {
    /// The host that is asked for it: pauses and outages are told by host.
    var host: String { urlHost(url) ?? url }
}
