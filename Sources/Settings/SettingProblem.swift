import Model

/// One thing that is wrong with a settings file.
package struct SettingProblem: Error, Sendable, Equatable, CustomStringConvertible {
    /// The settings file, as it was named.
    package var file: String
    /// Counting from 1.
    package var line: Int
    /// `sources[3].every`; empty for the document as a whole.
    package var path: String
    /// What stands there: `"5 minute"`, `nothing`, `an unknown key`.
    package var found: String
    /// What would have been right, with an example.
    package var wanted: String

    package init(file: String, line: Int, path: String, found: String, wanted: String) {
        self.file = file
        self.line = line
        self.path = path
        self.found = found
        self.wanted = wanted
    }

    /// One line that is safe to print.
    package var description: String {
        let place = path.isEmpty ? "" : "\(path): "
        return safeText("\(file):\(line): \(place)found \(found); wanted \(wanted)")
    }
}

/// Everything that is wrong with a settings file, from top to bottom.
package struct SettingsError: Error, Sendable, Equatable, CustomStringConvertible {
    /// Problems that are listed; a file with more is told so.
    package static let maxProblems = 500

    /// At least one, at most ``maxProblems``.
    package var problems: [SettingProblem]
    /// Problems that are not listed.
    package var unlistedCount: Int

    /// - Parameter problems: in any order; those of one line stay in theirs.
    /// - Parameter droppedCount: further ones.
    package init(problems: [SettingProblem], droppedCount: Int = 0) {
        let sorted = problems.enumerated().sorted {
            ($0.element.line, $0.offset) < ($1.element.line, $1.offset)
        }
        self.problems = sorted.prefix(Self.maxProblems).map(\.element)
        unlistedCount = max(0, sorted.count - Self.maxProblems) + droppedCount
    }

    /// One line a problem.
    package var description: String {
        let lines = problems.map(\.description)
        return (unlistedCount > 0 ? lines + ["… and \(unlistedCount) more problems"] : lines)
            .joined(separator: "\n")
    }
}

/// A text from the file between quotation marks, shortened to what fits a line.
func quoted(_ text: String) -> String {
    let shown = text.unicodeScalars.count > 60 ? String(text.unicodeScalars.prefix(60)) + "…" : text
    return "\"\(shown)\""
}
