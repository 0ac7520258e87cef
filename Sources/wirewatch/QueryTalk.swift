import ArgumentParser
import Model
import Settings
import Watchlist

/// Reads a query; when it cannot be read, shows where and what would have been right, and ends with 65.
func readableQuery(_ text: String) throws -> Query {
    do throws(QueryError) {
        return try Query(text)
    } catch {
        throw refusal(of: text, error)
    }
}

/// Shows where a query is wrong and what would have been right; the code to end with.
func refusal(of text: String, _ error: QueryError) -> ExitCode {
    // The mark stands below the place only where the query is one line of reasonable length.
    if text.count <= 200, !text.contains(where: \.isNewline) {
        let before = String(text.prefix(max(0, error.column - 1)))
        say("  \(safeText(text))")
        say("  \(String(repeating: " ", count: columns(of: safeText(before))))^")
    }
    say("wirewatch: the query cannot be read: \(safeText(error.description))")
    return Exit.data
}

func sayWarnings(_ warnings: [QueryWarning]) {
    for warning in warnings {
        let place = warning.column.map { "column \($0): " } ?? ""
        say("warning: \(place)\(safeText(warning.text))")
    }
}

extension WirewatchSettings {
    /// What queries can ask of the sources.
    var watchedSources: WatchedSources {
        WatchedSources(names: sources.map(\.name), tags: Set(sources.flatMap(\.tags)))
    }
}
