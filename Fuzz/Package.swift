// swift-tools-version: 6.2
import PackageDescription

/// The stages that read what strangers wrote, built once more with sanitizers and coverage: `Fuzz/run` says how.
///
/// It is a package of its own so that no build of the program can pick up a sanitizer; `Stages` is a link to its sources.
let strict: [SwiftSetting] = [.swiftLanguageMode(.v6)]

func stage(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
    .target(name: name, dependencies: dependencies, path: "Stages/\(name)", swiftSettings: strict)
}

func library(_ name: String, pkgConfig: String) -> Target {
    .systemLibrary(name: name, path: "Stages/\(name)", pkgConfig: pkgConfig)
}

let package = Package(
    name: "fuzz",
    targets: [
        library("CLibXML", pkgConfig: "libxml-2.0"),
        library("CCurl", pkgConfig: "libcurl"),
        library("CUchardet", pkgConfig: "uchardet"),
        library("CPSL", pkgConfig: "libpsl"),
        library("CZlib", pkgConfig: "zlib"),
        .target(
            name: "CCLD2", path: "Stages/CCLD2",
            linkerSettings: [.linkedLibrary("cld2_full"), .linkedLibrary("cld2")]),
        stage("Model", []),
        stage("Text", ["Model", "CUchardet", "CCLD2"]),
        stage("Dates", ["Model", "Text"]),
        stage("Address", ["Model", "CCurl", "CPSL"]),
        stage("Markup", ["Model", "CLibXML"]),
        stage("Feed", ["Model", "Text", "Dates", "Address", "Markup", "CZlib"]),
        stage("Listing", ["Model", "Text", "Dates", "Address", "Markup"]),
        stage("Extract", ["Model", "Text", "Dates", "Address", "Markup"]),
        .executableTarget(
            name: "Fuzz",
            dependencies: ["Model", "Text", "Extract", "Dates", "Address", "Markup", "Feed", "Listing"],
            path: "Fuzz", swiftSettings: strict),
    ],
    cxxLanguageStandard: .cxx17
)
