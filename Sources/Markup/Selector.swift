/// What picks elements out of a page: a CSS selector, or an XPath when it begins with `/`.
///
/// CSS of the third level, without what needs a running page, and from the fourth `:is()`, `:where()`, `:not()` with
/// lists and `:has()`; also `:contains("text")`. At the very end `::text` or `::attr(name)` says what value is meant; by
/// itself an element's value is its text.
package struct Selector: Sendable, Hashable {
    /// The most bytes a selector may have.
    package static let maxBytes = 2048
    /// How deep parentheses and brackets may be nested.
    static let maxDepth = 24

    /// What an element gives as its value.
    package enum Value: Sendable, Hashable {
        case text
        case attribute(String)
    }

    /// As written.
    package let text: String
    package let value: Value
    /// The same as XPath 1.0, to be evaluated at an element or at the document.
    let xpath: String

    /// - Throws: ``SelectorError`` for the first thing that cannot be read.
    package init(_ text: String) throws(SelectorError) {
        self.text = text
        guard text.utf8.count <= Self.maxBytes else {
            throw SelectorError(
                selector: String(text.prefix(40)) + "…", column: Self.maxBytes + 1,
                expected: "at most \(Self.maxBytes) bytes")
        }
        let trimmed = text.drop(while: \.isWhitespace)
        if trimmed.hasPrefix("/") {
            try checkXPath(text)
            xpath = String(trimmed)
            value = .text
        } else {
            var parser = CSSParser(text)
            let (list, value) = try parser.selectorList()
            xpath = list.map(\.xpath).joined(separator: " | ")
            self.value = value
        }
    }
}

/// Why a selector cannot be used.
package struct SelectorError: Error, Hashable, CustomStringConvertible {
    package var selector: String
    /// The character at fault, counted from 1; one past the last when something is missing at the end. Zero when the
    /// selector is sound but the page is too large for it.
    package var column: Int
    /// What should stand there.
    package var expected: String

    package init(selector: String, column: Int, expected: String) {
        self.selector = selector
        self.column = column
        self.expected = expected
    }

    package var description: String {
        column == 0
            ? "selector \"\(selector)\": \(expected)"
            : "selector \"\(selector)\", column \(column): expected \(expected)"
    }
}
