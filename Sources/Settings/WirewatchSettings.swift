import Model

/// What feeds.json says, checked and with every default filled in.
package struct WirewatchSettings: Sendable, Equatable {
    /// The file it was read from, as it was named.
    package var path: String
    /// Folder of the corpus; absolute when the settings file's path is.
    package var corpus: String
    /// Folder of the store and its lock.
    package var state: String
    /// In the order of the file; names and addresses are unique.
    package var sources: [Source] = []
    /// Names of people and things in every language and script, by the name that queries use after `@`.
    package var entities: [String: [String]] = [:]
    /// Rules whose queries can be read and whose entities exist; names are unique.
    package var watchlist: [WatchRule] = []
    /// Where alerts can go beside standard output and log; names are unique.
    package var deliveries: [DeliverySettings] = []
    /// How long an article is compared with what comes after it.
    package var dedupWindow: Duration = .seconds(90 * 86_400)
    /// Outlets whose version leads a story and is filed even as a copy; `wire` stands for the agency's own.
    package var preferredOutlets: [String] = []
    /// Where pages are served; nil when they are not.
    package var webListen: ListenAddress?
    package var fetch = FetchSettings()
    /// Where rules and entities stand in the file, for problems that show later.
    var watchlistLines: [Int] = []
    var entityLines: [String: Int] = [:]

    package init(path: String, corpus: String, state: String) {
        self.path = path
        self.corpus = corpus
        self.state = state
    }
}

/// A host and port to listen on.
package struct ListenAddress: Sendable, Equatable {
    /// An IP address without brackets, or `localhost`.
    package var host: String
    /// 0 takes any free port.
    package var port: Int

    package init(host: String, port: Int) {
        self.host = host
        self.port = port
    }
}

/// How the network is asked.
package struct FetchSettings: Sendable, Equatable {
    /// What the program calls itself; nil for its own name and version.
    package var userAgent: String?
    /// Transfers at once.
    package var concurrency = 64

    package init() {}
}
