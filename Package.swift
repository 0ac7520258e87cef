// swift-tools-version: 6.2
import PackageDescription

/// Every target of ours: Swift 6 language mode, and a warning is an error.
let strict: [SwiftSetting] = [.swiftLanguageMode(.v6), .treatAllWarnings(as: .error)]

let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let hummingbird = Target.Dependency.product(name: "Hummingbird", package: "hummingbird")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")

/// The tests of one target, which may also use `others`.
func tests(
    of target: String, with others: [Target.Dependency] = [], and folders: [Resource] = []
) -> Target {
    .testTarget(
        name: "\(target)Tests", dependencies: [.byName(name: target), "Model"] + others,
        resources: [.copy("Fixtures")] + folders, swiftSettings: strict)
}

let package = Package(
    name: "wirewatch",
    products: [
        // The simulated newsroom of `make demo`, of soak tests and of benchmarks.
        .executable(name: "newsroom", targets: ["NewsroomServer"])
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-collections", from: "1.6.0"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.0"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.0"),
    ],
    targets: [
        // C libraries, each behind one module.
        .systemLibrary(
            name: "CLibXML", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
        .systemLibrary(
            name: "CCurl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-openssl-dev"])]),
        .systemLibrary(
            name: "CUchardet", pkgConfig: "uchardet", providers: [.apt(["libuchardet-dev"])]),
        .systemLibrary(
            name: "CPSL", pkgConfig: "libpsl", providers: [.apt(["libpsl-dev"])]),
        .systemLibrary(
            name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        .systemLibrary(name: "CSpawn"),
        .systemLibrary(name: "CMalloc"),
        .systemLibrary(
            name: "CZstd", pkgConfig: "libzstd", providers: [.apt(["libzstd-dev"])]),
        .target(
            name: "CCLD2",
            linkerSettings: [.linkedLibrary("cld2_full"), .linkedLibrary("cld2")]),

        // What everyone speaks of: Source, Item, Article, Alert. Imports nothing.
        .target(name: "Model", swiftSettings: strict),

        // The way of one article, in its order.
        // When is a source due, and why then?
        .target(name: "Schedule", dependencies: ["Model"], swiftSettings: strict),
        // Any bytes to UTF-8, folded bytes, words by script, the language.
        .target(name: "Text", dependencies: ["Model", "CUchardet", "CCLD2"], swiftSettings: strict),
        // Any written date to an instant with zone and precision.
        .target(name: "Dates", dependencies: ["Model", "Text"], swiftSettings: strict),
        // URLs resolved and canonicalised; the outlet of a URL.
        .target(name: "Address", dependencies: ["Model", "CCurl", "CPSL"], swiftSettings: strict),
        // Requests to outcomes over libcurl.
        .target(name: "Fetch", dependencies: ["Model", "CCurl"], swiftSettings: strict),
        // The only importer of libxml2: XML and HTML events, trees, selectors.
        .target(name: "Markup", dependencies: ["Model", "CLibXML"], swiftSettings: strict),
        // Feeds and sitemaps to items.
        .target(
            name: "Feed", dependencies: ["Model", "Text", "Dates", "Address", "Markup", "CZlib"],
            swiftSettings: strict),
        // HTML listing pages to items.
        .target(
            name: "Listing", dependencies: ["Model", "Text", "Dates", "Address", "Markup"],
            swiftSettings: strict),
        // Page bytes to an article.
        .target(
            name: "Extract", dependencies: ["Model", "Text", "Dates", "Address", "Markup"],
            swiftSettings: strict),
        // Is it a story we have?
        .target(name: "Dedup", dependencies: ["Model", "Text"], swiftSettings: strict),
        // Articles as files in the seed format, and the ledger.
        .target(name: "Corpus", dependencies: ["Model", crypto], swiftSettings: strict),
        // Everything searchable, in SQLite.
        .target(name: "Store", dependencies: ["Model", grdb], swiftSettings: strict),
        // Rules and entities to matches.
        .target(name: "Watchlist", dependencies: ["Model", "Text"], swiftSettings: strict),
        // Alerts to people and programs.
        .target(
            name: "Alert", dependencies: ["Model", "Fetch", "CSpawn", crypto, logging], swiftSettings: strict),
        // feeds.json to validated values, or all that is wrong with it.
        .target(
            name: "Settings", dependencies: ["Model", "Address", "Watchlist", "Markup", "Text"],
            swiftSettings: strict),

        // Files of old material: bytes and lines, decompressed on the way.
        .target(name: "Archive", dependencies: ["CZlib", "CZstd"], swiftSettings: strict),

        // All of it, once.
        .target(
            name: "Daemon",
            dependencies: [
                .product(name: "HeapModule", package: "swift-collections"),
                "Model", "Settings", "Schedule", "Fetch", "Feed", "Listing", "Extract", "Text", "Dates",
                "Address", "Markup", "Dedup", "Corpus", "Store", "Watchlist", "Alert", logging,
            ], swiftSettings: strict),
        // Old material through the same pipeline.
        .target(
            name: "Backfill",
            dependencies: [
                "Model", "Daemon", "Feed", "Fetch", "Extract", "Text", "Dates", "Address", "Corpus", "Store",
                "Archive",
            ], swiftSettings: strict),
        // The command: subcommands and wiring, no logic.
        .executableTarget(
            name: "wirewatch",
            dependencies: [
                "Model", "Settings", "Schedule", "Fetch", "Feed", "Listing", "Extract", "Text", "Dates",
                "Address", "Markup", "Dedup", "Corpus", "Store", "Watchlist", "Alert", "Archive", "Daemon",
                "Backfill", "CMalloc", argumentParser, logging,
            ], swiftSettings: strict),
        // Times the pure stages for `make bench`.
        .executableTarget(
            name: "Measure",
            dependencies: [
                "Model", "Archive", "Dates", "Dedup", "Extract", "Feed", "Fetch", "Text", "Watchlist",
            ],
            path: "Benchmarks/Measure", swiftSettings: strict),

        // Invented papers on loopback that carry invented wires' stories, and their command.
        .target(
            name: "Newsroom", dependencies: ["Model", "CZlib", hummingbird, logging], path: "Tests/Newsroom",
            resources: [.copy("Phrasebooks")], swiftSettings: strict),
        .executableTarget(
            name: "NewsroomServer", dependencies: ["Newsroom", "Model", argumentParser],
            path: "Tests/NewsroomServer", swiftSettings: strict),
        .testTarget(
            name: "NewsroomTests", dependencies: ["Newsroom", "Fetch", "Model"], swiftSettings: strict),

        // One test target a stage.
        .testTarget(name: "ModelTests", dependencies: ["Model"], swiftSettings: strict),
        tests(of: "Schedule"),
        tests(of: "Text", with: ["CCLD2"]),
        tests(of: "Dates"),
        tests(of: "Address"),
        tests(of: "Fetch"),
        tests(of: "Markup"),
        tests(of: "Feed", with: ["Dates"], and: [.copy("OPML")]),
        tests(of: "Listing", with: ["Dates", "Markup"]),
        tests(of: "Extract", with: ["Dates", "Markup"]),
        tests(of: "Dedup", with: ["Text"]),
        tests(of: "Corpus"),
        .testTarget(
            name: "ArchiveTests", dependencies: ["Archive", "CZlib", "CZstd"], swiftSettings: strict),
        .testTarget(
            name: "StoreTests", dependencies: ["Store", "Model", grdb], swiftSettings: strict),
        tests(of: "Watchlist", with: ["Text"]),
        tests(of: "Alert", with: ["Fetch", logging]),
        tests(of: "Settings", with: ["Text"]),
        // The built programs, as a user runs them.
        .testTarget(
            name: "EndToEndTests", dependencies: ["wirewatch", "NewsroomServer"], swiftSettings: strict),
        .testTarget(
            name: "DaemonTests",
            dependencies: [
                "Daemon", "Model", "Settings", "Schedule", "Fetch", "Extract", "Text", "Dates", "Address",
                "Dedup", "Corpus", "Store", "Watchlist", "Alert", logging,
            ], swiftSettings: strict),
    ],
    cxxLanguageStandard: .cxx17
)
