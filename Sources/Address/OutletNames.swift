import CCurl
import CPSL

/// Who publishes at an address: the registrable domain by the public suffix list that libpsl carries.
package struct OutletNames: Sendable {
    package init() {}

    /// The outlet of a URL: `https://www.bbc.co.uk/news` → `bbc.co.uk`.
    ///
    /// IP addresses, `localhost`, names under `.localhost` and names without a dot stand for themselves and keep a port
    /// that is not the default, since a port is all that tells them apart.
    ///
    /// - Returns: lower-case ASCII; empty when `url` is not an http or https URL.
    package func outlet(of url: String) -> String {
        guard let parts = AddressParts(url) else { return "" }
        let isLocal = parts.host == "localhost" || parts.host.hasSuffix(".localhost")
        if isLocal || isAddressLiteral(parts.host) || !parts.host.contains(".") { return parts.authority }
        return registrableDomain(of: parts.host)
    }

    /// The host itself when it is a public suffix.
    private func registrableDomain(of host: String) -> String {
        // libpsl answers with a pointer into the name it was given.
        host.withCString { name in
            // The list is compiled into the library: a constant that lives as long as the process.
            guard let list = psl_builtin(), let domain = psl_registrable_domain(list, name) else {
                return host
            }
            return String(cString: domain)
        }
    }
}
