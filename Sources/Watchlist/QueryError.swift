/// Why a query cannot be read, and where.
package struct QueryError: Error, Sendable, Equatable, CustomStringConvertible {
    /// Where the trouble starts, 1-based, in characters as a person counts them.
    package var column: Int
    /// What stands there; `the end` behind the last character.
    package var found: String
    /// What would have been right.
    package var expected: String

    package init(column: Int, found: String, expected: String) {
        self.column = column
        self.found = found
        self.expected = expected
    }

    /// One line, such as `column 9: found ")"; expected a word`. The found text is as the user wrote it.
    package var description: String {
        "column \(column): found \(found); expected \(expected)"
    }
}
