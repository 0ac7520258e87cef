import Model

extension SketchIndex {
    /// The runs of at least ``DedupOptions/quoteWords`` words that the article shares with other stories, one a story.
    func quotes(of sketch: Sketch, text: [UInt8], among comparisons: [Comparison], story: Int)
        -> [SharedQuote]
    {
        var quotes: [SharedQuote] = []
        var stories: Set<Int> = [story]
        for comparison in comparisons where comparison.longestRunWords >= options.quoteWords {
            guard !stories.contains(comparison.story), quotes.count < options.mostQuotes else { continue }
            switch comparison.relation(options) {
            case .tooLittle, .partOfContainer: break
            default: continue
            }
            stories.insert(comparison.story)
            quotes.append(
                SharedQuote(
                    number: comparison.number, words: comparison.longestRunWords,
                    text: sketcher.passage(comparison.longestRun, of: text)))
        }
        return quotes
    }
}
