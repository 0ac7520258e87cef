import Text
import Watchlist

extension WirewatchSettings {
    /// The rules and entities as one machine.
    ///
    /// What only shows when they are compiled, such as a name that is too long, is told like every other problem:
    /// a file that is to be used or reloaded has to pass this too.
    ///
    /// - Parameter folding: built once and shared; it takes a moment.
    package func compiledWatchlist(folding: Folding) throws(SettingsError) -> CompiledWatchlist {
        do throws(WatchlistError) {
            return try CompiledWatchlist(rules: watchlist, entities: entities, folding: folding)
        } catch {
            throw SettingsError(problems: error.problems.map(settingProblem))
        }
    }

    private func settingProblem(_ problem: WatchlistProblem) -> SettingProblem {
        let column = problem.column.map { " in column \($0)" } ?? ""
        let (path, line) =
            switch problem.place {
            case .rule(let index, _):
                (
                    "watchlist[\(index)].query",
                    watchlistLines.indices.contains(index) ? watchlistLines[index] : 1
                )
            case .entity(let name): (settingPath("entities", name), entityLines[name] ?? 1)
            case .watchlist: ("watchlist", watchlistLines.first ?? 1)
            }
        return SettingProblem(
            file: self.path, line: line, path: path, found: problem.found + column, wanted: problem.expected)
    }
}
