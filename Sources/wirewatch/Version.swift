/// The program's version, as CHANGELOG.md counts.
let version = "0.1.0"
