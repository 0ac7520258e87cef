import Dates
import Feed
import Fetch
import Model

extension FetchFailure {
    /// What the server sent with its error status, by its header and its page; nil when neither says anything.
    func page(dates: DateReader, now: Timestamp) -> (kind: FeedError.PageKind, title: String?)? {
        guard let answer else { return nil }
        var kind: FeedError.PageKind?
        var title: String?
        do throws(FeedError) {
            _ = try parsedFeed(
                answer.bytes, contentType: answer.contentType, url: answer.url, dates: dates, now: now)
        } catch {
            if case .page(let found, let called, _) = error { (kind, title) = (found, called) }
        }
        // The header is sure where the page is a guess.
        if answer.isChallenge { kind = .challenge }
        if status == 401, answer.authentication != nil { kind = .login }
        return kind.map { ($0, title) }
    }

    /// The reason, with the page that was sent when it wants a person, or says who is not let in.
    func explained(dates: DateReader, now: Timestamp) -> String {
        guard let page = page(dates: dates, now: now), page.kind.wantsAPerson || status == 403 else {
            return reason
        }
        let scheme = status == 401 ? answer?.authentication.map { " (\($0))" } ?? "" : ""
        return "\(reason): \(page.kind.rawValue)\(scheme)\(page.title.map { " “\($0)”" } ?? "")"
    }
}

extension FeedError.PageKind {
    /// Whether only a person gets any further.
    var wantsAPerson: Bool {
        switch self {
        case .login, .challenge, .consent: true
        case .page, .errorPage: false
        }
    }
}
