/// Appends little-endian numbers.
struct ByteWriter {
    var bytes: [UInt8] = []

    mutating func append(_ value: some FixedWidthInteger) {
        withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) }
    }

    mutating func append<Value: FixedWidthInteger>(_ values: [Value]) {
        #if _endian(little)
            values.withUnsafeBytes { bytes.append(contentsOf: $0) }
        #else
            for value in values { append(value) }
        #endif
    }
}

/// Reads little-endian numbers from bytes whose length the caller has checked; past their end it reads zeros.
struct ByteReader {
    let bytes: [UInt8]
    var offset: Int

    mutating func byte() -> UInt8 { UInt8(truncatingIfNeeded: number(of: 1)) }

    mutating func short() -> UInt16 { UInt16(truncatingIfNeeded: number(of: 2)) }

    mutating func word() -> UInt32 { number(of: 4) }

    mutating func words(_ count: Int) -> [UInt32] { array(count) }

    mutating func shorts(_ count: Int) -> [UInt16] { array(count) }

    private mutating func number(of count: Int) -> UInt32 {
        var value: UInt32 = 0
        for index in 0..<count where offset + index < bytes.count {
            value |= UInt32(bytes[offset + index]) << UInt32(8 * index)
        }
        offset += count
        return value
    }

    private mutating func array<Value: FixedWidthInteger>(_ count: Int) -> [Value] {
        let start = offset
        offset += count * MemoryLayout<Value>.size
        guard offset <= bytes.count else { return [] }
        return [Value](unsafeUninitializedCapacity: count) { values, filled in
            bytes.withUnsafeBytes { bytes in
                UnsafeMutableRawBufferPointer(values).copyMemory(
                    from: UnsafeRawBufferPointer(rebasing: bytes[start..<offset]))
            }
            for index in 0..<count { values[index] = Value(littleEndian: values[index]) }
            filled = count
        }
    }
}
