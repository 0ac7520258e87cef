import Foundation
import Glibc
import Model

/// What a stream is connected to, and what may be done there.
struct Terminal {
    /// Whether progress and colour make sense: a terminal that is not a dumb one.
    var isInteractive: Bool
    /// Whether text may be set off: on a terminal, unless `NO_COLOR` says something.
    var showsColour: Bool
    var columns: Int

    /// - Parameter descriptor: 1 for standard output, 2 for standard error.
    /// - Parameter environment: `TERM`, `NO_COLOR`.
    init(descriptor: Int32, environment: [String: String] = ProcessInfo.processInfo.environment) {
        isInteractive = isatty(descriptor) == 1 && environment["TERM"] != "dumb"
        showsColour = isInteractive && environment["NO_COLOR", default: ""].isEmpty
        var size = winsize()
        columns = ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0 ? Int(size.ws_col) : 80
    }
}

/// Writes one line to standard error.
func say(_ line: String) { sayRaw(line + "\n") }

/// Writes to standard error as it is.
func sayRaw(_ text: String) {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
        let count = bytes.withUnsafeBytes { write(STDERR_FILENO, $0.baseAddress, $0.count) }
        if count > 0 {
            bytes = bytes.dropFirst(count)
        } else if errno != EINTR {
            return
        }
    }
}

/// Columns of text, each as wide as its widest cell; cells come from outside and are escaped.
///
/// - Parameter rows: the first one is the heading.
/// - Parameter rightAligned: indexes of columns of numbers.
func table(_ rows: [[String]], rightAligned: Set<Int> = []) -> String {
    let cells = rows.map { $0.map { isolatedText(safeText($0)) } }
    var widths: [Int] = []
    for row in cells {
        for (index, cell) in row.enumerated() {
            if index == widths.count { widths.append(0) }
            widths[index] = max(widths[index], columns(of: cell))
        }
    }
    return cells.map { row in
        let padded = row.enumerated().map { index, cell in
            let space = String(repeating: " ", count: widths[index] - columns(of: cell))
            return rightAligned.contains(index) ? space + cell : cell + space
        }
        let line = padded.joined(separator: "  ")
        return String(line.reversed().drop { $0 == " " }.reversed())
    }.joined(separator: "\n")
}

/// Terminal columns that a text takes: two for East Asian wide letters, none for marks.
func columns(of text: String) -> Int {
    text.unicodeScalars.reduce(0) { sum, scalar in
        switch scalar.value {
        case 0x20..<0x300: return sum + 1
        case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF,
            0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
            return sum + 2
        default:
            let category = scalar.properties.generalCategory
            let isMark = category == .nonspacingMark || category == .enclosingMark || category == .format
            return sum + (isMark ? 0 : 1)
        }
    }
}

/// A share from 0 to 1 as people read it: `86 %`.
func percent(_ share: Double) -> String { "\(Int((share * 100).rounded())) %" }
