import Address
import Corpus
import Dedup
import Logging
import Model
import Store

/// Brings corpus, ledger and store to one state after whatever end the last run came to.
///
/// The store is the judge: a file it does not know was not decided on and is moved aside, its item is still
/// new; a decision the ledger lacks is written there; decisions that only the ledger has (a store that was
/// lost) are adopted from it.
package struct Recovery {
    /// How far ahead of the next number a file's may lie: a name can claim anything.
    static let furthestNumber = 1_000_000

    package var store: Store
    package var corpus: CorpusFolder
    package var ledger: Ledger
    /// Folder for files that belong to no decision; never emptied by the program.
    package var rescueFolder: String
    package var logger: Logger

    package init(
        store: Store, corpus: CorpusFolder, ledger: Ledger, rescueFolder: String, logger: Logger
    ) {
        self.store = store
        self.corpus = corpus
        self.ledger = ledger
        self.rescueFolder = rescueFolder
        self.logger = logger
    }

    /// Repairs, and says each thing it did.
    ///
    /// - Parameter sketch: the sketch and day of an adopted article that was filed, from its text.
    /// - Returns: the next number to give out.
    package func run(
        sketch: (LedgerEntry, SeedDocument) throws -> (bytes: [UInt8], day: Int)
    ) throws -> Int {
        let temporaries = try corpus.removeLeftovers()
        if temporaries > 0 {
            logger.notice(
                "half-written files of the last run were removed", metadata: ["files": "\(temporaries)"])
        }
        try adoptFromLedger(sketch: sketch)
        try completeLedger()
        return try rescueUnknownFiles()
    }

    private func adoptFromLedger(
        sketch: (LedgerEntry, SeedDocument) throws -> (bytes: [UInt8], day: Int)
    ) throws {
        let last = try store.lastNumber() ?? -1
        guard let newest = try ledger.lastEntry(), newest.number > last else { return }
        var reader = try LedgerReader(path: ledger.path)
        var batch: [DecisionRecord] = []
        var adopted = 0
        var wasDamaged = false
        while let line = try reader.next() {
            switch line {
            case .damaged(let damage):
                wasDamaged = true
                logger.warning(
                    "a damaged line of the ledger is left out",
                    metadata: ["ledger": "\(ledger.path)", "damage": "\(damage)"])
            case .entry(let entry) where entry.number > last:
                batch.append(try record(for: entry, sketch: sketch))
                adopted += 1
                if batch.count >= 500 {
                    try store.adopt(batch)
                    batch = []
                }
            case .entry: break
            }
        }
        try store.adopt(batch)
        if adopted > 0 {
            logger.notice("decisions were adopted from the ledger", metadata: ["decisions": "\(adopted)"])
        }
        if wasDamaged { try adoptFiles(of: newest, sketch: sketch) }
    }

    /// Takes over filed articles whose ledger lines are damaged: what is filed must stay known.
    private func adoptFiles(
        of newest: LedgerEntry, sketch: (LedgerEntry, SeedDocument) throws -> (bytes: [UInt8], day: Int)
    ) throws {
        for file in try corpus.scan().files
        where try file.number < newest.number && !store.has(number: file.number) {
            guard let bytes = try? corpus.bytes(of: file), let document = try? SeedDocument(bytes: bytes)
            else { continue }
            let entry = LedgerEntry(
                number: file.number, file: file.description, digest: digest(of: bytes), source: "corpus",
                outlet: "", url: nil, canonicalURL: nil, key: nil, title: document.article.title, byline: nil,
                published: document.article.published, language: nil, wire: nil, state: .filed, of: nil,
                share: nil, story: file.number, quotes: [],
                reason: "its line in the ledger is damaged; taken over from the file", time: newest.time)
            try store.adopt([record(for: entry, sketch: sketch)])
            logger.notice(
                "a file whose ledger line is damaged was taken over", metadata: ["file": "\(file)"])
        }
    }

    private func record(
        for entry: LedgerEntry,
        sketch: (LedgerEntry, SeedDocument) throws -> (bytes: [UInt8], day: Int)
    ) throws -> DecisionRecord {
        var made: (bytes: [UInt8], day: Int)?
        if let file = entry.file.flatMap({ CorpusName($0) }) {
            do {
                made = try sketch(entry, SeedDocument(bytes: corpus.bytes(of: file)))
            } catch {
                logger.warning(
                    "a filed article cannot be compared with",
                    metadata: [
                        "file": "\(file)", "reason": "\(error)",
                    ])
            }
        }
        var items: [ItemRecord] = []
        if let key = entry.key {
            let address = (entry.canonicalURL ?? entry.url).flatMap(addressKey)
            items = [ItemRecord(source: entry.source, key: key, address: address, updated: nil)]
        }
        return DecisionRecord(
            entry: entry, items: items, sketch: made?.bytes, day: made?.day ?? 0, joins: entry.joins,
            alerts: [],
            repeatedRules: [])
    }

    private func completeLedger() throws {
        if let torn = ledger.removedTail {
            logger.notice(
                "a half-written last line of the ledger was cut off", metadata: ["bytes": "\(torn.count)"])
        }
        let written = try ledger.complete(from: store)
        if written > 0 {
            logger.notice("decisions were written to the ledger again", metadata: ["decisions": "\(written)"])
        }
    }

    /// Moves aside what the last run announced and filed without deciding on it.
    ///
    /// Other files that nobody knows are somebody else's: they stay, and their numbers count as taken.
    private func rescueUnknownFiles() throws -> Int {
        var last = try store.lastNumber() ?? -1
        let announced = Set(try store.announcedFiles())
        for file in try corpus.scan().files where file.number > last {
            if announced.contains(file.description) {
                try corpus.move([file], to: rescueFolder)
                logger.notice(
                    "a file that no decision knows was moved aside; its item is read again",
                    metadata: ["file": "\(file)", "to": "\(rescueFolder)"])
            } else if file.number - last > Self.furthestNumber {
                logger.warning(
                    "a file in the corpus has a number far ahead of all others; it stays, and the number counts for nothing",
                    metadata: ["file": "\(file)"])
            } else {
                last = max(last, file.number)
                logger.warning(
                    "a file in the corpus belongs to no decision; it stays, and its number is not used",
                    metadata: ["file": "\(file)"])
            }
        }
        return last + 1
    }
}
