import Markup
import Model

// Where an item was taken over from: `<source url="…">Name</source>` in RSS, a `source` with metadata of its feed in Atom.

extension FeedReader {
    mutating func startSource(_ tag: XMLTag) {
        guard isInItem, draft.item.origin == nil else {
            mutedDepth = depth
            return
        }
        guard isAtom else {
            let url = tag.bytes(FeedAttribute.url.rawValue).flatMap { absolute(trimmed($0[...])) }
            if url != nil { draft.item.origin = Item.Origin(url: url) }
            startText(.source, tag)
            return
        }
        sourceDepth = depth
        draft.item.origin = Item.Origin()
    }

    /// A child of an Atom `source`: its feed's title, and the page or else the feed itself.
    mutating func startPart(ofSource element: FeedElement, _ tag: XMLTag) {
        guard depth == sourceDepth + 1 else { return }
        switch element {
        case .title: startText(.title, tag)
        case .link:
            let relation = LinkRelation.all(in: tag.value(FeedAttribute.rel.rawValue)).first
            let isBetter = relation == .alternate || relation == .document && draft.item.origin?.url == nil
            guard isBetter, let href = tag.bytes(FeedAttribute.href.rawValue) else { return }
            if let url = absolute(trimmed(href[...])) { draft.item.origin?.url = url }
        default: mutedDepth = depth
        }
    }

    mutating func endSourceName(_ frame: Frame, _ raw: ArraySlice<UInt8>) {
        let name = titleText(raw, kind: frame.kind)
        guard !name.isEmpty else { return }
        var origin = draft.item.origin ?? Item.Origin()
        origin.name = name
        draft.item.origin = origin
    }
}
