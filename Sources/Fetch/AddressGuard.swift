import CCurl
import Glibc

/// Whether an address belongs to this machine, a private network or no one in particular: places a public news source
/// has no business pointing at (RFC 6890 and its successors in IANA's special-purpose registries).
///
/// Looked at on the socket address about to be connected to, at every hop, so neither odd spellings of a host nor
/// a name that resolves differently the second time get past it.
/// - Parameter address: 4 bytes (IPv4) or 16 (IPv6), in network order; any other length counts as private.
func isPrivateAddress(_ address: [UInt8]) -> Bool {
    switch address.count {
    case 4: privateIPv4.contains { $0.covers(address) }
    case 16: privateIPv6.contains { $0.covers(address) }
    default: true
    }
}

/// The address in a socket address: 4 or 16 bytes; nil for a family that is not IP.
func ipAddress(of peer: UnsafePointer<sockaddr>, length: UInt32) -> [UInt8]? {
    let raw = UnsafeRawPointer(peer)
    switch Int32(peer.pointee.sa_family) {
    case AF_INET where Int(length) >= MemoryLayout<sockaddr_in>.size:
        let address = raw.loadUnaligned(as: sockaddr_in.self).sin_addr
        return withUnsafeBytes(of: address) { Array($0) }
    case AF_INET6 where Int(length) >= MemoryLayout<sockaddr_in6>.size:
        let address = raw.loadUnaligned(as: sockaddr_in6.self).sin6_addr
        return withUnsafeBytes(of: address) { Array($0) }
    default:
        return nil
    }
}

/// Addresses that share their first `bits` bits.
private struct Network {
    var prefix: [UInt8]
    var bits: Int

    func covers(_ address: [UInt8]) -> Bool {
        let wholeBytes = bits / 8
        guard prefix.prefix(wholeBytes) == address.prefix(wholeBytes) else { return false }
        let rest = bits % 8
        guard rest > 0 else { return true }
        let mask = ~UInt8(0) << (8 - rest)
        return prefix[wholeBytes] & mask == address[wholeBytes] & mask
    }
}

private let privateIPv4 = [
    Network(prefix: [0], bits: 8), Network(prefix: [10], bits: 8), Network(prefix: [100, 64], bits: 10),
    Network(prefix: [127], bits: 8), Network(prefix: [169, 254], bits: 16),
    Network(prefix: [172, 16], bits: 12),
    Network(prefix: [192, 0, 0], bits: 24), Network(prefix: [192, 168], bits: 16),
    Network(prefix: [198, 18], bits: 15), Network(prefix: [224], bits: 3),
]

private let privateIPv6 = [
    // ::/96 holds the unspecified and the loopback address, and IPv4 addresses in their oldest disguise.
    Network(prefix: [UInt8](repeating: 0, count: 12), bits: 96),
    // IPv4-mapped: curl connects to an IPv4 host by its IPv4 address, never by this one.
    Network(prefix: [UInt8](repeating: 0, count: 10) + [0xFF, 0xFF], bits: 96),
    // Translated and tunnelled IPv4: NAT64, its local form, Teredo, 6to4.
    Network(prefix: [0x00, 0x64, 0xFF, 0x9B] + [UInt8](repeating: 0, count: 8), bits: 96),
    Network(prefix: [0x00, 0x64, 0xFF, 0x9B, 0x00, 0x01], bits: 48),
    Network(prefix: [0x20, 0x01, 0x00, 0x00], bits: 32), Network(prefix: [0x20, 0x02], bits: 16),
    // Discard-only, unique local, link-local, the former site-local, multicast.
    Network(prefix: [0x01, 0x00, 0, 0, 0, 0, 0, 0], bits: 64), Network(prefix: [0xFC], bits: 7),
    Network(prefix: [0xFE, 0x80], bits: 10), Network(prefix: [0xFE, 0xC0], bits: 10),
    Network(prefix: [0xFF], bits: 8),
]
