import Alert
import ArgumentParser
import Corpus
import Extract
import Feed
import Listing
import Model
import Settings
import Store

/// Exit codes of `sysexits.h`, as DESIGN names them.
enum Exit {
    static let data = ExitCode(65)
    static let noInput = ExitCode(66)
    static let unavailable = ExitCode(69)
    static let cannotCreate = ExitCode(73)
    static let input = ExitCode(74)
    static let tryAgain = ExitCode(75)
    static let settings = ExitCode(78)

    /// Ends with 74 when alerts did not get out of this process, and with 75 when somebody else did not take them.
    /// Either way they stay in the outbox.
    static func ifLost(_ errors: [DeliveryError]) throws {
        guard !errors.isEmpty else { return }
        for error in errors {
            say("wirewatch: alerts stay owed: \(safeText(error.description))")
        }
        throw errors.contains(where: isOwn) ? input : tryAgain
    }

    /// Whether it is our own output that fails, not a receiver elsewhere.
    static func isOwn(_ error: DeliveryError) -> Bool { ["stdout", "log"].contains(error.delivery) }

    /// Says what happened and gives the code that a supervisor can act on.
    ///
    /// - Parameter path: the file it happened to, when the error does not say so itself.
    static func saying(_ error: any Error, about path: String? = nil) -> ExitCode {
        if let code = error as? ExitCode { return code }
        // Problems of a file begin with its name and line, which editors and people follow.
        let about = error is UnreadableInput ? "" : path.map { safeText($0) + ": " } ?? ""
        say(error is SettingsError ? "\(error)" : "wirewatch: \(about)\(safeText("\(error)"))")
        switch error {
        case is FeedError, is ListingError, is ExtractError: return data
        case StateLock.Refusal.taken, CorpusError.inUse: return tryAgain
        case let error as StoreError where error.cause == .busy: return tryAgain
        case StateLock.Refusal.unavailable, CorpusError.failed(action: "create", _, _): return cannotCreate
        case is UnwritableSettings: return cannotCreate
        case is SettingsError: return settings
        case is UnreadableInput, is NothingHasRun: return noInput
        case let error as StoreError where error.cause == .damaged || error.cause == .newer: return data
        default: return input
        }
    }
}
