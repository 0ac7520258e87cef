import Glibc

/// How often something was done, and the processor seconds of all times together.
struct Rounds {
    var count: Int
    var seconds: Double

    /// So much a second, when one round is worth `amount`.
    func rate(of amount: Double) -> Double { amount * Double(count) / seconds }
}

/// Does it once to warm up, then again for about three seconds.
func rounds(_ body: () -> Void) -> Rounds {
    body()
    let start = processorSeconds()
    var count = 0
    repeat {
        body()
        count += 1
    } while processorSeconds() - start < 3
    return Rounds(count: count, seconds: processorSeconds() - start)
}

/// Processor time of this process until now.
func processorSeconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}
