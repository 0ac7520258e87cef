/// One complex selector: compounds from left to right, each with the combinator in front of it.
struct CSSSelector: Equatable {
    enum Combinator: Equatable {
        case descendant, child, nextSibling, laterSibling
    }

    struct Step: Equatable {
        /// How this compound hangs on the one before; of the first step only `:has()` uses it.
        var combinator: Combinator
        var compound: CSSCompound
    }

    var steps: [Step]
}

/// Conditions on one element.
struct CSSCompound: Equatable {
    /// Lower case; nil for any.
    var type: String?
    var conditions: [CSSCondition] = []
}

indirect enum CSSCondition: Equatable {
    enum Comparison: Equatable {
        case exists, equals, includesWord, hasPrefixDash, hasPrefix, hasSuffix, contains
    }

    case attribute(String, Comparison, String, ignoresCase: Bool)
    case not([CSSSelector])
    case matches([CSSSelector])
    case has([CSSSelector])
    /// `an+b`, counted among all siblings or those of one type, from the front or the back.
    case nth(step: Int, offset: Int, type: String?, fromEnd: Bool)
    case isEmpty
    case isRoot
    case containsText(String)
}
