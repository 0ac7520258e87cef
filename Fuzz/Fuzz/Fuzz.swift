import Glibc

/// The target that this process feeds; libFuzzer has a `main` of its own, so that the choice comes from the environment.
private let chosenTarget = getenv("FUZZ_TARGET").flatMap { FuzzTarget(rawValue: String(cString: $0)) }

/// Seconds of this process's own work that one input may cost: a busy machine is no hang.
private let maxSeconds = 1.0

/// Says at the start what cannot be run, and builds the tables, so that no input pays for them.
@_cdecl("LLVMFuzzerInitialize")
func begin(_: UnsafeMutableRawPointer?, _: UnsafeMutableRawPointer?) -> CInt {
    guard let chosenTarget else {
        print("FUZZ_TARGET is one of: " + FuzzTarget.allCases.map(\.rawValue).joined(separator: " "))
        exit(64)
    }
    chosenTarget.run([])
    return 0
}

/// A target must neither crash nor break its own promises, nor take too long for one input.
@_cdecl("LLVMFuzzerTestOneInput")
func tryInput(_ data: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
    let input = Array(UnsafeBufferPointer(start: data, count: size))
    let start = secondsWorked()
    chosenTarget?.run(input)
    let seconds = secondsWorked() - start
    if seconds > maxSeconds { fail("\(seconds) s for \(size) bytes") }
    return 0
}

/// Ends the run the way libFuzzer takes for a crash, and keeps the input.
func fail(_ reason: String) -> Never {
    let line = Array("broken promise: \(reason)\n".utf8)
    _ = write(STDERR_FILENO, line, line.count)
    abort()
}

private func secondsWorked() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}
