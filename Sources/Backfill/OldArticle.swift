import Corpus
import Daemon
import Model

/// An article out of old material, on its way to the pipeline.
struct OldArticle {
    /// Identity within the backfill: what makes a second run skip it.
    var key: String
    var article: Article
    var url: String?
    var outlet: String
    /// The source's name in the ledger.
    var source: String
    /// For a file in the seed format that carries its own name.
    var importedFile: Submission.ImportedFile?
    /// From a page, which may carry what the outlet repeats on every page.
    var isPage = false
}
