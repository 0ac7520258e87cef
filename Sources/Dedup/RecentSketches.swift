/// The latest sketches by number; the oldest goes first.
struct RecentSketches {
    private let capacity: Int
    private var sketches: [Int: Sketch] = [:]
    /// Numbers by age, a ring.
    private var order: [Int] = []
    private var oldest = 0

    init(capacity: Int) {
        self.capacity = max(0, capacity)
    }

    func sketch(of number: Int) -> Sketch? { sketches[number] }

    mutating func insert(_ sketch: Sketch) {
        guard capacity > 0 else { return }
        if order.count < capacity {
            order.append(sketch.number)
        } else {
            sketches[order[oldest]] = nil
            order[oldest] = sketch.number
            oldest = (oldest + 1) % capacity
        }
        sketches[sketch.number] = sketch
    }
}
