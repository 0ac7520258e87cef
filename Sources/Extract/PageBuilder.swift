import Markup
import Model

/// The open elements of a page being read and what has been collected of it.
struct PageBuilder {
    /// One open element.
    private struct Frame {
        var tag: HTMLTag
        /// Kind of block for text directly inside.
        var kind: BlockKind
        /// Innermost block-level element.
        var element: Int32
        var isLinked: Bool
        var isBlock: Bool
        /// Set above a headline, inside its element: a block of its own.
        var isKicker = false
        /// The last of the open marks is this element's.
        var isMarked = false
    }

    /// A mark to complete when its element closes: where its text began, and as what it counts.
    private struct OpenMark {
        var start: Int
        var block: Int
        var traits: ElementTraits
        var property: String?
        var value: String?
    }

    /// What the names of an element say.
    private struct Naming {
        var traits: ElementTraits = []
        /// A hash of the first class name.
        var kinship: UInt32 = 0
    }

    private(set) var page = Page()
    private var frames: [Frame] = []
    private var marks: [OpenMark] = []
    private let keepsNames: Bool
    /// What names say, by their hash: many elements of a page share theirs.
    private var knownNames = [(hash: UInt64, naming: Naming)](repeating: (0, Naming()), count: 512)
    /// Depth inside an element whose text is not read; 0 outside.
    private var skipDepth = 0
    private var titleDepth = 0
    private var documentTitle: [UInt8] = []
    /// Where the text of the current block begins.
    private var blockStart = 0
    private var linkedBytes = 0
    private var lineBreakPending = false
    /// Scratch for element names.
    private var name: [UInt8] = []

    /// - Parameter keepsNames: whether elements keep their names for explanations.
    init(keepsNames: Bool) {
        self.keepsNames = keepsNames
        page.elements.append(Element(tag: .body, parent: -1, firstBlock: 0, traits: [], kinship: 0))
        frames.append(Frame(tag: .body, kind: .division, element: 0, isLinked: false, isBlock: true))
        page.text.reserveCapacity(1 << 16)
    }

    mutating func start(_ tag: HTMLTag, _ attributes: HTMLAttributes) {
        if skipDepth > 0 {
            skipDepth += 1
            return
        }
        switch tag {
        case .html, .body:
            if page.marks.language == nil {
                page.marks.language = attributes.string(.lang) ?? attributes.string(.xmlLang)
            }
            if tag == .html, [.amp, .ampSign, .colouredAMPSign].contains(where: attributes.has) {
                page.marks.isAMP = true
            }
            push(tag, isBlock: false)
        case .head:
            push(tag, isBlock: false)
        case .title:
            titleDepth += 1
            push(tag, isBlock: false)
        case .meta, .link, .base:
            page.marks.read(tag, attributes)
            declareInPicture(attributes, tag == .meta ? .content : .href)
            push(tag, isBlock: false)
        case .img:
            if attributes.value(.itemprop)?.contains("image") ?? false, let source = attributes.string(.src) {
                page.marks.declare("image", source)
            } else {
                declareInPicture(attributes, .src)
            }
            push(tag, isBlock: false)
        case .br:
            breakLine()
            push(tag, isBlock: false)
        case _ where tag.isSkipped:
            skipDepth = 1
        case _ where tag.isBlock:
            openBlock(tag, attributes)
        default:
            openInline(tag, attributes)
        }
    }

    mutating func end(_ tag: HTMLTag) {
        if skipDepth > 0 {
            skipDepth -= 1
            return
        }
        guard frames.count > 1, let frame = frames.popLast() else { return }
        if frame.tag == .title { titleDepth -= 1 }
        if frame.isBlock { closeBlock(frame) }
        if frame.isKicker { flush(kind: .division, element: frame.element) }
        if frame.isMarked { closeMark(frame.tag) }
    }

    mutating func append(_ utf8: Span<UInt8>) {
        guard skipDepth == 0 else { return }
        if titleDepth > 0 {
            guard documentTitle.count < PageMarks.valueByteLimit else { return }
            for index in utf8.indices { documentTitle.append(utf8[index]) }
            return
        }
        let before = page.text.count
        page.text.appendCollapsed(utf8, blockStart: blockStart)
        guard page.text.count > before else { return }
        if frames[frames.count - 1].isLinked { linkedBytes += page.text.count - before }
        if page.text.count > before + 1 || page.text[before] != 0x20 { lineBreakPending = false }
    }

    mutating func finish() {
        flush(kind: .division, element: 0)
        page.elements[0].endBlock = Int32(page.blocks.count)
        page.marks.documentTitle = String(decoding: documentTitle, as: UTF8.self).collapsed
    }
}

extension PageBuilder {
    private mutating func push(_ tag: HTMLTag, isBlock: Bool) {
        var frame = frames[frames.count - 1]
        frame.tag = tag
        frame.isBlock = isBlock
        frame.isKicker = false
        frame.isMarked = false
        frames.append(frame)
    }

    private mutating func openInline(_ tag: HTMLTag, _ attributes: HTMLAttributes) {
        if attributes.isEmpty {
            push(tag, isBlock: false)
            if tag == .a { frames[frames.count - 1].isLinked = true }
            return
        }
        let traits = self.traits(of: tag, attributes, naming(attributes))
        if !traits.isDisjoint(with: [.hidden, .unseen]) {
            skipDepth = 1
            return
        }
        let outer = frames[frames.count - 1]
        let isKicker = traits.contains(.kicker) && (outer.kind == .heading || outer.kind == .topHeading)
        if isKicker { flush(kind: outer.kind, element: outer.element) }
        push(tag, isBlock: false)
        frames[frames.count - 1].isKicker = isKicker
        if tag == .a { frames[frames.count - 1].isLinked = true }
        beginMark(tag, attributes, traits)
    }

    private mutating func openBlock(_ tag: HTMLTag, _ attributes: HTMLAttributes) {
        let outer = frames[frames.count - 1]
        flush(kind: outer.kind, element: outer.element)
        let naming = naming(attributes)
        let traits = attributes.isEmpty ? [] : self.traits(of: tag, attributes, naming)
        let index = Int32(page.elements.count)
        let nameStart = Int32(page.names.count)
        if keepsNames { page.names.appendName(of: attributes) }
        page.elements.append(
            Element(
                tag: tag, parent: outer.element, firstBlock: Int32(page.blocks.count),
                traits: traits.union(tag.isAside ? .asideTag : []), kinship: naming.kinship,
                nameStart: nameStart, nameEnd: Int32(page.names.count)))
        push(tag, isBlock: true)
        frames[frames.count - 1].element = index
        frames[frames.count - 1].kind = tag.blockKind(inside: outer.kind)
        if !attributes.isEmpty { beginMark(tag, attributes, traits) }
    }

    private mutating func closeBlock(_ frame: Frame) {
        flush(kind: frame.kind, element: frame.element)
        page.elements[Int(frame.element)].endBlock = Int32(page.blocks.count)
    }

    /// One line break is a space, two without text between them end the paragraph.
    private mutating func breakLine() {
        if lineBreakPending {
            flush(kind: frames[frames.count - 1].kind, element: frames[frames.count - 1].element)
            lineBreakPending = false
        } else {
            if page.text.count > blockStart, page.text[page.text.count - 1] != 0x20 { page.text.append(0x20) }
            lineBreakPending = true
        }
    }

    private mutating func flush(kind: BlockKind, element: Int32) {
        if page.text.count > blockStart, page.text[page.text.count - 1] == 0x20 { page.text.removeLast() }
        if page.text.count > blockStart {
            let end = page.text.count
            page.text.append(0x0A)
            var block = Block(
                start: Int32(blockStart), end: Int32(end), linkedBytes: Int32(linkedBytes), element: element,
                kind: kind)
            block.measure(page.text)
            page.blocks.append(block)
        }
        blockStart = page.text.count
        linkedBytes = 0
        lineBreakPending = false
    }

    private func traits(of tag: HTMLTag, _ attributes: HTMLAttributes, _ naming: Naming) -> ElementTraits {
        var traits = naming.traits
        if let property = attributes.value(.itemprop), property.contains("articleBody") {
            traits.insert(.markedBody)
        }
        if attributes.hides(tag) { traits.insert(.hidden) }
        if let role = attributes.string(.role), asideRoles.contains(role) { traits.insert(.aside) }
        return traits
    }

    private mutating func naming(_ attributes: HTMLAttributes) -> Naming {
        let hash = attributes.namesHash
        if hash == 0 { return Naming() }
        let slot = Int(hash >> 55)
        if knownNames[slot].hash == hash { return knownNames[slot].naming }
        name.removeAll(keepingCapacity: true)
        for attribute in HTMLAttributes.namingAttributes {
            if let value = attributes.value(attribute) { NameTrie.append(value, to: &name) }
        }
        var naming = Naming(traits: name.count > 2 ? ElementTraits.names.traits(of: name) : [])
        if let classes = attributes.value(.class) {
            naming.kinship = UInt32(truncatingIfNeeded: stableHash(classes.prefix { $0 > 0x20 }))
            if classes.hidesElement { naming.traits.insert(.hidden) }
        }
        knownNames[slot] = (hash, naming)
        return naming
    }

    private mutating func beginMark(_ tag: HTMLTag, _ attributes: HTMLAttributes, _ traits: ElementTraits) {
        let property = attributes.string(.itemprop)
        let isAuthorLink = attributes.value(.rel)?.contains("author") ?? false
        var wanted = traits.intersection([.author, .date, .modified, .title])
        if isAuthorLink { wanted.formUnion([.author, .linkedAuthor]) }
        guard tag == .time || property != nil || !wanted.isEmpty else { return }
        if let property, let content = attributes.string(.content) {
            page.marks.declare(property, content)
        }
        // The name of a step of the way from the front page, as microdata has it.
        let isStep = property == "name" && marks.contains { $0.property == "itemListElement" }
        frames[frames.count - 1].isMarked = true
        marks.append(
            OpenMark(
                start: page.text.count, block: page.blocks.count, traits: wanted,
                property: isStep ? "step" : property,
                value: attributes.string(.datetime) ?? attributes.string(.title)))
    }

    /// `<div itemprop=image itemscope><meta itemprop=url content=…>`: the address of the picture it stands in.
    private mutating func declareInPicture(_ attributes: HTMLAttributes, _ address: HTMLAttribute) {
        guard !marks.isEmpty, attributes.has(.itemprop), marks.last?.property?.lowercased() == "image",
            let property = attributes.string(.itemprop)?.lowercased(),
            ["url", "contenturl"].contains(property),
            let value = attributes.string(address)
        else { return }
        page.marks.declare("image", value)
    }

    private mutating func closeMark(_ tag: HTMLTag) {
        guard let mark = marks.popLast() else { return }
        let passage = PageMarks.Passage(
            range: mark.start..<max(mark.start, page.text.count), block: mark.block, value: mark.value,
            traits: mark.traits)
        page.marks.add(passage, tag: tag, property: mark.property)
    }
}

private let asideRoles: Set<String> = [
    "navigation", "complementary", "dialog", "banner", "contentinfo", "search",
]

extension [UInt8] {
    /// Adds classes and id as a selector would have them, at most 80 bytes of each.
    fileprivate mutating func appendName(of attributes: HTMLAttributes) {
        if let id = attributes.value(.id), !id.isEmpty {
            append(UInt8(ascii: "#"))
            append(contentsOf: id.prefix(80))
        }
        if let classes = attributes.value(.class), !classes.isEmpty {
            append(UInt8(ascii: "."))
            append(contentsOf: classes.prefix(80).map { $0 <= 0x20 ? UInt8(ascii: ".") : $0 })
        }
    }
}
