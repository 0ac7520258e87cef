/// The same number for the same bytes on every machine and after every start, for what is kept or must be repeatable. Not for
/// input that somebody may choose to make collide.
///
/// FNV-1a, 64 bits (Fowler, Noll, Vo): http://www.isthe.com/chongo/tech/comp/fnv/
/// - Complexity: O(n). Inlined, because words are hashed so.
@inlinable
package func stableHash(_ bytes: some Sequence<UInt8>) -> UInt64 {
    bytes.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
}
