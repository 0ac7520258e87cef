/// The secret of an installation: without it nobody can tell which shingles of a text are sampled, so
/// nobody can write a text that hides another one from the index or makes two strangers meet in it.
///
/// A change of the secret makes every stored sketch worthless.
package struct SketchKey: Sendable, Equatable {
    let first: UInt64
    let second: UInt64

    /// A key of any bytes; sixteen random ones are meant. Shorter and longer secrets are mixed down.
    package init(secret: [UInt8]) {
        var low: UInt64 = 0x243F_6A88_85A3_08D3
        var high: UInt64 = 0x1319_8A2E_0370_7344
        for (index, byte) in secret.enumerated() {
            low = mixed(low ^ (UInt64(byte) &+ 0x100))
            high = mixed(high &+ low ^ UInt64(index))
        }
        first = low
        second = high | 1
    }

    /// A word's hash as nobody without the key can foresee it: multiplication by a secret odd number, whose high bits
    /// are universal (Dietzfelbinger and others, 1997).
    @inline(__always)
    func spread(_ hash: UInt64) -> UInt64 { (hash ^ first) &* second }
}

/// Spreads every bit of `value` over all bits; a permutation of 64-bit numbers.
///
/// The finaliser of Stafford's thirteenth variant, as in SplitMix64 (Steele, Lea, Flood, 2014).
@inline(__always)
func mixed(_ value: UInt64) -> UInt64 {
    var bits = value
    bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    return bits ^ (bits >> 31)
}
