import Model

extension Verdict {
    /// Its name where programs read it.
    var name: String {
        switch self {
        case .new: "new"
        case .copy: "copy"
        case .excerpt: "excerpt"
        case .contains: "contains"
        case .revised: "revised"
        }
    }
}
