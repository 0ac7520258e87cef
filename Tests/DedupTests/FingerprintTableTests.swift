import Testing

@testable import Dedup

@Suite struct FingerprintTableTests {
    @Test func itKnowsWhatADictionaryKnows() {
        var random = SplitMix(seed: 1)
        var table = FingerprintTable()
        var dictionary: [UInt32: UInt32] = [:]
        for _ in 0..<40_000 {
            // Few high bits, so that some tables fill and others stay empty.
            let fingerprint = UInt32(truncatingIfNeeded: random.next() & 0x00FF_FFFF)
            let value = UInt32(truncatingIfNeeded: random.next() >> 33)
            table.update(fingerprint) { entry, isNew in
                #expect(isNew == (dictionary[fingerprint] == nil))
                entry.postings = value
            }
            dictionary[fingerprint] = value
        }
        #expect(table.count == dictionary.count)
        for (fingerprint, value) in dictionary {
            #expect(table.entry(of: fingerprint)?.postings == value)
        }
        for _ in 0..<10_000 {
            let fingerprint = UInt32(truncatingIfNeeded: random.next() & 0x01FF_FFFF)
            #expect(table.entry(of: fingerprint)?.postings == dictionary[fingerprint])
        }
        for part in 0..<FingerprintTable.partCount { table.filter(part: part) { $0.fingerprint % 3 == 0 } }
        #expect(table.count == dictionary.keys.count { $0 % 3 == 0 })
        for (fingerprint, value) in dictionary {
            #expect(table.entry(of: fingerprint)?.postings == (fingerprint % 3 == 0 ? value : nil))
        }
    }

    @Test func fingerprintsThatAllWantOnePlaceFit() {
        var table = FingerprintTable()
        let low = (0..<3000).map { UInt32($0) }
        let high = (1...3000).map { FingerprintTable.free - UInt32($0) }
        for fingerprint in low + high {
            table.update(fingerprint) { entry, _ in entry.postings = fingerprint }
        }
        for fingerprint in low + high { #expect(table.entry(of: fingerprint)?.postings == fingerprint) }
    }

    @Test func theFactsOfAFingerprintFitIntoTheirBits() {
        var facts = FingerprintFacts(day: 20_495, outlet: 0xABCD_EF01)
        #expect(facts.days == 1 && facts.span == 0 && facts.stories == 1 && !facts.isStopped)
        #expect(facts.isOf(outlet: 0xABCD_EF01) && !facts.isOf(outlet: 0xABCD_EF02))
        facts.see(day: 20_493)
        facts.see(day: 20_494)
        #expect(facts.days == 2 && facts.span == 2)
        facts.see(day: 20_495)
        facts.see(day: 20_496)
        #expect(facts.days == 3 && facts.span == 3 && !facts.isStopped)
        facts.see(day: 20_497)
        #expect(facts.days == 4 && facts.span == 4 && facts.isStopped)
        #expect(facts.daysSinceFirst(20_500) == 7 && facts.daysSinceLast(20_490) == -7)
        for day in 20_498..<20_900 { facts.see(day: day) }
        #expect(facts.days == 7 && facts.span == 63 && facts.stories == 1)
    }

    @Test func threeStoriesOfOneOutletStopAFingerprint() {
        var facts = FingerprintFacts(day: -5, outlet: 1)
        facts.seeAnotherStory()
        #expect(!facts.isStopped)
        facts.seeAnotherStory()
        facts.seeAnotherStory()
        #expect(facts.isStopped && facts.stories == 3 && facts.isOf(outlet: 1))
    }

    @Test func postingsComeNewestFirstAndAreReused() {
        var lists = PostingLists()
        func articles(_ list: UInt32) -> [UInt32] {
            var list = list
            var all: [UInt32] = []
            while let (article, rest) = lists.first(of: list) {
                all.append(article)
                list = rest
            }
            return all
        }
        var list = PostingLists.none
        #expect(articles(list) == [])
        for article in 0..<5 as Range<UInt32> { list = lists.add(article, to: list) }
        #expect(articles(list) == [4, 3, 2, 1, 0])
        let bytes = lists.byteCount
        lists.release(list)
        var other = PostingLists.none
        for article in 10..<15 as Range<UInt32> { other = lists.add(article, to: other) }
        #expect(articles(other) == [14, 13, 12, 11, 10])
        #expect(lists.byteCount == bytes)
    }

    @Test func aChunkedArrayForgetsWholeChunksOnly() {
        var array = ChunkedArray<Int>()
        for number in 0..<20_000 { array.append(number) }
        array.forget(before: 9000)
        #expect(array.count == 20_000)
        #expect(array[8999] == 8999 && array[19_999] == 19_999)
        array[9000] = -1
        #expect(array[9000] == -1)
    }

    @Test func theOldestOfTheRecentGoesFirst() {
        var recent = RecentSketches(capacity: 3)
        for number in 0..<5 {
            recent.insert(
                Sketch(number: number, day: 0, outlet: 0, fingerprints: [], positions: [], tokens: []))
        }
        #expect((0..<5).map { recent.sketch(of: $0)?.number } == [nil, nil, 2, 3, 4])
    }
}
