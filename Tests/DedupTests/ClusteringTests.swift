import Foundation
import Testing

@testable import Dedup

@Suite struct ClusteringTests {
    private func clustering(windowDays: Int = 90) throws -> Clustering {
        try Clustering(folding: TestNewsroom.folding, options: DedupOptions(), windowDays: windowDays)
    }

    private func document(_ id: String, _ text: String, day: Int64? = 20_000, outlet: String? = nil)
        -> SketchedDocument
    {
        let document = CollectionDocument(
            id: id, time: day.map { $0 * 86_400 + 7 }, outlet: outlet, text: Array(text.utf8))
        return Sketcher(folding: TestNewsroom.folding, key: SketchKey(secret: [])).sketched(
            document, keepsText: true)
    }

    @Test func storiesFoundToBeOneHaveOneClusterInTheEnd() throws {
        let text = try WireText("ar")
        var clustering = try clustering()
        _ = try clustering.add(document("a", text.story[1...3].joined(separator: "\n")))
        _ = try clustering.add(document("b", text.story[4...6].joined(separator: "\n")))
        _ = try clustering.add(document("c", text.otherText))
        #expect((0..<3).map { clustering.cluster(of: $0) } == [0, 1, 2])
        let finding = try clustering.add(document("d", text.story[1...6].joined(separator: "\n")))
        #expect(finding.sameStory.count == 2)
        #expect((0..<4).map { clustering.cluster(of: $0) } == [0, 0, 2, 0])
        #expect(clustering.count == 4)
    }

    @Test func documentsWithoutOutletCountAsManyOutlets() throws {
        let text = try WireText("ja")
        var clustering = try clustering()
        let footer = text.other.dropFirst().joined(separator: "\n")
        // Of one outlet this would be boilerplate after the third; of many it is a text that is copied.
        for paragraph in text.story[1...4] {
            let finding = try clustering.add(document("x", footer + "\n" + paragraph))
            #expect(finding.decision.stoppedFingerprints == 0)
        }
        #expect((0..<4).map { clustering.cluster(of: $0) } == [0, 0, 0, 0])
    }

    @Test func aCollectionOfYearsForgetsWhatLeftTheWindow() throws {
        let text = try WireText("fr")
        var clustering = try clustering(windowDays: 60)
        _ = try clustering.add(document("a", text.storyText, day: 10_000))
        _ = try clustering.add(document("b", text.storyText, day: 10_050))
        _ = try clustering.add(document("c", text.otherText, day: nil))
        #expect(clustering.cluster(of: 1) == 0)
        for day in stride(from: Int64(10_100), to: 14_000, by: 50) {
            _ = try clustering.add(document("n", "\(day) " + text.quote, day: day))
        }
        let finding = try clustering.add(document("z", text.storyText, day: 14_000))
        #expect(finding.decision.verdict == .new)
        #expect(clustering.cluster(of: 1) == 0)
    }

    @Test func aSketchFileGivesBackWhatItTook() throws {
        let file = try SketchFile()
        var random = SplitMix(seed: 3)
        let blobs = (0..<400).map { _ in
            [UInt8](unsafeUninitializedCapacity: Int(random.next() % 5000)) { bytes, count in
                for index in bytes.indices { bytes[index] = UInt8(truncatingIfNeeded: random.next()) }
                count = bytes.count
            }
        }
        for blob in blobs { try file.append(blob) }
        for (number, blob) in blobs.enumerated() { #expect(file.bytes(of: number) == blob) }
        #expect(file.bytes(of: 400) == nil && file.bytes(of: -1) == nil)
    }

    @Test func aSketchFileNeedsAFolder() {
        #expect(throws: SketchFileError.cannotCreate(folder: "/nowhere/at/all", code: ENOENT)) {
            _ = try SketchFile(in: URL(filePath: "/nowhere/at/all"))
        }
    }
}
