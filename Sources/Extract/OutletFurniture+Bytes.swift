extension OutletFurniture {
    /// The first byte of the format; another one is not read.
    private static let format: UInt8 = 1

    /// The memory as bytes for the store: at most about 30 kB.
    package var bytes: [UInt8] {
        var bytes: [UInt8] = [Self.format]
        append(pageCount, to: &bytes)
        append(lastStory, to: &bytes)
        append(UInt16(stories.count), to: &bytes)
        for story in stories {
            append(story.id, to: &bytes)
            append(story.title, to: &bytes)
            append(story.firstDay, to: &bytes)
        }
        append(UInt16(lines.count), to: &bytes)
        for (key, line) in lines.sorted(by: { $0.key < $1.key }) {
            append(key, to: &bytes)
            append(line.units, to: &bytes)
            append(line.stories, to: &bytes)
            append(line.sightings, to: &bytes)
            append(line.firstPage, to: &bytes)
            append(line.lastPage, to: &bytes)
            append(line.firstDay, to: &bytes)
            append(line.lastDay, to: &bytes)
            append(UInt8(line.recent.count), to: &bytes)
            for story in line.recent { append(story, to: &bytes) }
        }
        return bytes
    }

    /// Reads what ``bytes`` wrote; nil when it is damaged or of another version: then everything is learned anew.
    package init?(bytes: [UInt8]) {
        var reader = FurnitureBytes(bytes: bytes[...])
        guard reader.read(UInt8.self) == Self.format, let pageCount = reader.read(UInt32.self),
            let lastStory = reader.read(UInt32.self), let storyCount = reader.read(UInt16.self)
        else { return nil }
        self.init()
        self.pageCount = pageCount
        self.lastStory = lastStory
        for _ in 0..<storyCount {
            guard let id = reader.read(UInt32.self), let title = reader.read(UInt64.self),
                let day = reader.read(Int32.self)
            else { return nil }
            stories.append(Story(id: id, title: title, firstDay: day))
        }
        guard let lineCount = reader.read(UInt16.self) else { return nil }
        for _ in 0..<lineCount {
            guard let key = reader.read(UInt64.self), let line = reader.line() else { return nil }
            lines[key] = line
        }
        guard reader.bytes.isEmpty else { return nil }
    }

    private func append<Value: FixedWidthInteger>(_ value: Value, to bytes: inout [UInt8]) {
        for shift in stride(from: 0, to: Value.bitWidth, by: 8) {
            bytes.append(UInt8(truncatingIfNeeded: value >> Value(shift)))
        }
    }
}

/// Takes integers, lowest byte first, off bytes that may be damaged.
private struct FurnitureBytes {
    var bytes: ArraySlice<UInt8>

    mutating func read<Value: FixedWidthInteger>(_ type: Value.Type) -> Value? {
        let width = Value.bitWidth / 8
        guard bytes.count >= width else { return nil }
        var value: Value = 0
        for byte in bytes.prefix(width).reversed() {
            value = (value << 7) << 1 | Value(truncatingIfNeeded: byte)
        }
        bytes.removeFirst(width)
        return value
    }

    mutating func line() -> OutletFurniture.Line? {
        guard let units = read(UInt16.self), let stories = read(UInt8.self),
            let sightings = read(UInt16.self),
            let firstPage = read(UInt32.self), let lastPage = read(UInt32.self),
            let firstDay = read(Int32.self),
            let lastDay = read(Int32.self), let count = read(UInt8.self), count <= 3
        else { return nil }
        var line = OutletFurniture.Line(
            units: units, stories: stories, sightings: sightings, firstPage: firstPage, lastPage: lastPage,
            firstDay: firstDay, lastDay: lastDay)
        for _ in 0..<count {
            guard let story = read(UInt32.self) else { return nil }
            line.recent.append(story)
        }
        return line
    }
}
