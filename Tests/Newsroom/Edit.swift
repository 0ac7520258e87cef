/// What an outlet's desk did to a wire's story before it printed it.
package enum Edit: String, Sendable, Codable, CaseIterable {
    /// Nothing.
    case verbatim
    /// Another headline.
    case retitled
    /// Another headline and a first paragraph of its own.
    case ownLead
    /// The last third or half is gone, as when a page is full.
    case truncated
    /// The first two paragraphs only, under another headline.
    case brief
    /// Paragraphs after the lead in another order.
    case reordered
    /// The credit moved from the dateline to the end.
    case creditMoved
}

/// A story as one outlet prints it.
struct Copy: Sendable {
    var story: Int
    var outlet: String
    var edit: Edit
    var title: String
    var paragraphs: [String]
    var byline: String
    /// Where the article is on its outlet's host.
    var path: String
}

extension Story {
    /// The story as `outlet` prints it.
    func copy(
        for outlet: Outlet, edit: Edit, sentenceGap: String, using generator: inout SeededGenerator
    ) -> Copy {
        var title = headline
        var paragraphs = paragraphs.map { $0.joined(separator: sentenceGap) }
        switch edit {
        case .verbatim, .creditMoved:
            break
        case .retitled:
            title = generator.one(of: otherHeadlines)
        case .ownLead:
            title = generator.one(of: otherHeadlines)
            paragraphs.insert(generator.one(of: otherLeads), at: 0)
        case .truncated:
            let share = Double.random(in: 0.5..<0.7, using: &generator)
            paragraphs = Array(paragraphs.prefix(max(3, Int(Double(paragraphs.count) * share))))
        case .brief:
            title = generator.one(of: otherHeadlines)
            paragraphs = Array(paragraphs.prefix(2))
        case .reordered:
            paragraphs = [paragraphs[0]] + paragraphs.dropFirst().shuffled(using: &generator)
        }
        if edit == .creditMoved {
            paragraphs.append(creditLine)
        } else {
            let first = edit == .ownLead ? 1 : 0
            paragraphs[first] = dateline + sentenceGap + paragraphs[first]
        }
        return Copy(
            story: number, outlet: outlet.name, edit: edit, title: title, paragraphs: paragraphs,
            byline: byline,
            path: outlet.path(of: number, published: published))
    }
}
