import Markup

/// Reads HTML into a ``Page``.
///
/// - Complexity: O(n) in the page's bytes.
func page(reading skeleton: HTMLSkeleton, keepsNames: Bool) -> Page {
    let reader = PageReader(keepsNames: keepsNames)
    readHTML(skeleton, into: reader)
    var page = reader.finishedPage()
    page.marks.linkedData = skeleton.linkedData
    return page
}

/// Collects blocks, elements and marks from the events of one page.
private final class PageReader: HTMLHandler {
    // One callback at a time, and none of them reaches the reader again.
    @exclusivity(unchecked) private var builder: PageBuilder

    init(keepsNames: Bool) {
        builder = PageBuilder(keepsNames: keepsNames)
    }

    func start(_ tag: HTMLTag, _ attributes: HTMLAttributes) { builder.start(tag, attributes) }
    func end(_ tag: HTMLTag) { builder.end(tag) }
    func text(_ utf8: Span<UInt8>) { builder.append(utf8) }

    func finishedPage() -> Page {
        builder.finish()
        return builder.page
    }
}

extension HTMLAttributes {
    /// Whether the element is not shown, as far as its own attributes without its classes say. A paragraph hidden from
    /// screen readers alone is shown: paywalls do that.
    func hides(_ tag: HTMLTag) -> Bool {
        if has(.hidden) { return true }
        if tag != .p, let hidden = value(.ariaHidden), hidden.contains("true") { return true }
        guard let style = value(.style) else { return false }
        return style.contains("display:none") || style.contains("display: none")
    }
}

extension ArraySlice<UInt8> {
    /// Whether a list of classes has one that hides at every width of the window: `hidden`, not `hidden md:block`.
    var hidesElement: Bool {
        guard contains("hidden") else { return false }
        let names = split { $0 <= 0x20 }
        return names.contains { $0.elementsEqual("hidden".utf8) || $0.elementsEqual("is-hidden".utf8) }
            && !contains(UInt8(ascii: ":"))
    }
}
