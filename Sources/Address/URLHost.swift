/// The host of a URL, with its port when that is not the scheme's default: what per-host limits and pauses, and
/// "the same server", go by.
///
/// - Returns: lower-case ASCII; nil when `url` is not an absolute http or https URL.
package func urlHost(_ url: String) -> String? {
    AddressParts(url)?.authority
}
