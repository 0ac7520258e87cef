import Dates
import Feed
import Foundation
import Model

/// Noon of 2026-02-10, UTC.
let noon = Timestamp(seconds: 1_770_724_800)

/// Made once: it builds tables.
let reader = DateReader()

/// Parses text as a feed found at an address.
func feed(
    _ text: String, url: String? = "https://desk.example/feed.xml", limits: FeedLimits = FeedLimits()
) throws -> ParsedFeed {
    try feed(Array(text.utf8), url: url, limits: limits)
}

func feed(_ body: [UInt8], url: String? = "https://desk.example/feed.xml", limits: FeedLimits = FeedLimits())
    throws -> ParsedFeed
{
    try parsedFeed(body, contentType: nil, url: url, dates: reader, now: noon, limits: limits)
}

/// An RSS document around items.
func rss(_ items: String) -> String {
    "<rss version=\"2.0\"><channel><title>Desk</title>\(items)</channel></rss>"
}

/// An Atom document around entries.
func atom(_ entries: String) -> String {
    "<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>Desk</title>\(entries)</feed>"
}

/// What Foundation's JSON gives, reached without casts.
struct JSONValue {
    var value: Any?

    subscript(key: String) -> JSONValue { JSONValue(value: (value as? [String: Any])?[key]) }
    var keys: [String] { ((value as? [String: Any]) ?? [:]).keys.sorted() }
    var string: String? { value as? String }
    var number: Int? { value as? Int }
    var list: [JSONValue]? { (value as? [Any])?.map { JSONValue(value: $0) } }
}

enum Fixture {
    static let folder = Bundle.module.url(forResource: "Fixtures", withExtension: nil)

    /// File names of all documents that have an expectation beside them.
    static let names: [String] = {
        let files = (try? FileManager.default.contentsOfDirectory(atPath: folder?.path ?? "")) ?? []
        return files.filter { $0.hasSuffix(".expect.json") }.map { String($0.dropLast(12)) }.sorted()
    }()

    static func bytes(_ name: String) throws -> [UInt8] {
        Array(try Data(contentsOf: (folder ?? URL(filePath: "/")).appending(path: name)))
    }

    static func expectation(_ name: String) throws -> JSONValue {
        JSONValue(value: try JSONSerialization.jsonObject(with: Data(bytes(name + ".expect.json"))))
    }
}
