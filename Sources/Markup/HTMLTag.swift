/// The elements of HTML that anyone here tells apart; all others are ``other``.
package enum HTMLTag: String, Sendable, CaseIterable {
    case other = ""
    // The document.
    case html, head, body, title, meta, link, base
    // Its parts.
    case main, article, section, nav, aside, header, footer, hgroup, address, dialog, details, summary, menu
    // Blocks.
    case p, div, h1, h2, h3, h4, h5, h6, blockquote, pre, hr, center, figure, figcaption
    case ul, ol, li, dl, dt, dd
    case table, caption, thead, tbody, tfoot, tr, td, th
    case form, fieldset, legend
    // Inside a line.
    case a, br, wbr, span, em, strong, b, i, u, s, small, big, sub, sup, q, cite, code, kbd, samp, mark, font,
        abbr
    case time, ins, del, label, ruby, rt, rp, bdi, bdo
    // No text of the page's own.
    case img, picture, source, video, audio, track, object, param, embed, canvas, map, area, math
    case button, input, option, optgroup, datalist, output, progress, meter
    // Removed before reading.
    case script, style, svg, noscript, template, iframe, select, textarea

    /// Removed with its contents by ``strippedHTML(_:)``.
    package var isStripped: Bool {
        switch self {
        case .script, .style, .svg, .noscript, .template, .iframe, .select, .textarea, .button: true
        default: false
        }
    }

    /// Empty, and no text: nothing is lost without it.
    var isPicture: Bool {
        switch self {
        case .img, .source, .input, .wbr, .track, .embed, .param, .area: true
        default: false
        }
    }

    /// - Parameter name: ASCII letters of any case.
    package init(_ name: Slice<UnsafeBufferPointer<UInt8>>) {
        self = tags.value(named: name) ?? .other
    }

    /// - Parameter name: NUL-terminated, in lowercase, as libxml2 gives it.
    init(cString name: UnsafePointer<UInt8>) {
        self = tags.value(cString: name) ?? .other
    }
}

private let tags = HTMLNameTable<HTMLTag>()
