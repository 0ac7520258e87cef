import Markup

extension HTMLTag {
    /// Begins a block of its own.
    var isBlock: Bool {
        switch self {
        case .p, .div, .li, .h1, .h2, .h3, .h4, .h5, .h6, .td, .th, .blockquote, .pre, .figcaption, .figure,
            .aside,
            .nav, .footer, .header, .form, .article, .main, .section, .ul, .ol, .dl, .dd, .dt, .table, .tbody,
            .thead,
            .tfoot, .tr, .caption, .details, .summary, .center, .address, .fieldset, .dialog, .menu, .hgroup,
            .hr:
            true
        default: false
        }
    }

    /// Holds no text of the article.
    var isSkipped: Bool {
        switch self {
        case .button, .input, .label, .object, .video, .audio, .canvas, .math, .map, .picture, .option,
            .datalist,
            .script, .style, .noscript, .svg, .iframe, .template, .select, .textarea, .progress, .meter,
            .output:
            true
        default: false
        }
    }

    /// Says by itself that its contents stand beside the text.
    var isAside: Bool {
        switch self {
        case .aside, .nav, .footer, .form, .figure, .figcaption, .header, .dialog, .menu, .fieldset: true
        default: false
        }
    }

    /// The kind of text directly inside, given the kind around the element.
    func blockKind(inside outer: BlockKind) -> BlockKind {
        switch self {
        case .p: outer == .caption ? .caption : .paragraph
        case .li: .item
        case .h1: .topHeading
        case .h2, .h3, .h4, .h5, .h6: .heading
        case .td, .th: .cell
        case .blockquote: .quote
        case .pre: .preformatted
        case .figcaption: .caption
        case .dd, .dt: .definition
        default:
            switch outer {
            case .item, .cell, .caption, .quote, .topHeading, .heading: outer
            default: .division
            }
        }
    }
}
