/// Whether two articles are one story, and by which rule.
package enum Relation: Sendable, Equatable {
    /// The same tokens from beginning to end.
    case identical
    /// Enough of one of them is in the other.
    case contained
    /// They begin alike within a few days, and one of them is a brief of the other.
    case sameLead
    /// Less is common, but in many places: a quote is one place.
    case manyRuns
    /// The same surroundings around other numbers: two issues of one report.
    case changedNumbers
    /// What is common is boilerplate.
    case boilerplate
    /// The older one only embeds a story; likeness to its other text proves nothing of that story.
    case partOfContainer
    /// Too little in common.
    case tooLittle

    package var isSameStory: Bool {
        switch self {
        case .identical, .contained, .sameLead, .manyRuns: true
        case .changedNumbers, .boilerplate, .partOfContainer, .tooLittle: false
        }
    }
}

extension Comparison {
    /// Tells a copy from what only looks like one.
    package func relation(_ options: DedupOptions) -> Relation {
        if isIdentical, shorter >= options.identicalWords * unitsPerWord, days <= options.sameStoryDays {
            return .identical
        }
        guard common >= options.fewestCommonWords * unitsPerWord else { return .tooLittle }
        if isOtherIssue { return .changedNumbers }
        if isBoilerplate(options) { return .boilerplate }
        let relation = sameStoryRelation(options)
        let mutual = min(containment, reverseContainment)
        if otherIsContainer, relation.isSameStory, mutual < options.containment { return .partOfContainer }
        return relation
    }

    /// Market reports, results and forecasts repeat their sentences around new figures. A later version of one report
    /// changes a few of many.
    private var isOtherIssue: Bool {
        switch changedNumbers {
        case 0: false
        case 1: isSameOutlet && commonNumbers == 0
        case 2: commonNumbers < 4
        default: commonNumbers < 4 * changedNumbers
        }
    }

    private func isBoilerplate(_ options: DedupOptions) -> Bool {
        // No passage is live, but what stands between the boilerplate may still be all the same: a copied report.
        if runs == 0, min(containment, reverseContainment) < 0.8, !isReportInAnotherDress { return true }
        if commonStopped > votes, Double(votes) < options.containment * Double(fewestLive) { return true }
        // What an outlet prints below all its articles is not known to be boilerplate from the start.
        return isSameOutlet && leadRunUnits < options.leadRunWords * unitsPerWord
            && common < options.outletCommonWords * unitsPerWord
    }

    /// A report whose sentences are all known has only its figures and names for itself: another outlet's text that has most
    /// of these, too, and nearly all of the shorter text's words, is a copy with something around it.
    private var isReportInAnotherDress: Bool {
        !isSameOutlet && votes * 2 >= fewestLive && max(containment, reverseContainment) >= 0.75
    }

    private func sameStoryRelation(_ options: DedupOptions) -> Relation {
        let isOneRun = longestRunUnits * 10 > common * 9
        let limit = limit(options, isOneRun: isOneRun, hasLead: hasLead)
        let otherLimit = self.limit(options, isOneRun: isOneRun, hasLead: otherHasLead)
        if containment >= limit || reverseContainment >= otherLimit { return .contained }
        // Columns, briefings and forecasts of one outlet begin alike, and are of a length.
        let isBrief =
            !isSameOutlet && days <= options.sameStoryDays && shorter <= options.briefWords * unitsPerWord
            && longer * 2 >= shorter * 3
        if isBrief, leadRunUnits >= options.leadRunWords * unitsPerWord { return .sameLead }
        let largest = max(containment, reverseContainment)
        if !isSameOutlet, longRuns >= 4, largest >= options.containmentInManyRuns { return .manyRuns }
        return .tooLittle
    }

    /// One run that does not begin with the text it is part of may be a quote: then more of it must be common.
    private func limit(_ options: DedupOptions, isOneRun: Bool, hasLead: Bool) -> Double {
        guard isOneRun else { return options.containment }
        // A column's standing introduction, long as it may be.
        if isSameOutlet, days > options.sameStoryDays { return options.containmentOfColumns }
        return hasLead ? options.containmentOfLead : options.containmentInOneRun
    }
}
