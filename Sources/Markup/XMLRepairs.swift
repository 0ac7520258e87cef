/// What had to be mended in a document before libxml2 could read it without loss.
package struct XMLRepairs: Sendable, Equatable {
    /// Bytes in front of the document that are no markup.
    package var leadingBytes = 0
    /// NUL, control and other characters that XML forbids.
    package var forbiddenCharacters = 0
    /// `&` that starts no reference.
    package var bareAmpersands = 0
    /// `&eacute;` and other names that XML does not know.
    package var namedEntities = 0
    /// References to windows-1252's upper control block, and such characters themselves.
    package var windows1252Characters = 0
    /// References to impossible characters, or without a semicolon.
    package var badReferences = 0
    /// `<` that starts no tag, and `]]>` in text.
    package var strayMarkup = 0
    /// Start tags whose attributes had to be written anew.
    package var malformedTags = 0
    /// Elements whose end tag was missing where an outer one ended.
    package var unclosedElements = 0
    /// End tags that close nothing.
    package var strayEndTags = 0
    /// Attributes and namespace declarations beyond the bounds, or given twice.
    package var droppedAttributes = 0
    /// Outermost elements after the first one.
    package var extraRoots = 0
    /// CDATA sections and comments whose end was missing.
    package var unclosedSections = 0
    /// Elements beyond ``XMLLimits/maxDepth``, whose tags were left out.
    package var tooDeepElements = 0
    package var declaresEntities = false
    package var isTruncated = false
    package var isTooLong = false

    package init() {}

    /// One sentence for each kind of repair; empty for a clean document.
    package var sentences: [String] {
        var sentences: [String] = []
        func say(_ count: Int, _ one: String, _ many: String) {
            if count > 0 { sentences.append(count == 1 ? "1 \(one)" : "\(count) \(many)") }
        }
        say(leadingBytes, "byte before the document skipped", "bytes before the document skipped")
        say(forbiddenCharacters, "forbidden character removed", "forbidden characters removed")
        say(bareAmpersands, "bare & kept as text", "bare & kept as text")
        say(namedEntities, "HTML entity replaced", "HTML entities replaced")
        say(windows1252Characters, "windows-1252 control replaced", "windows-1252 controls replaced")
        say(badReferences, "malformed character reference mended", "malformed character references mended")
        say(strayMarkup, "stray < or ]]> kept as text", "stray < or ]]> kept as text")
        say(malformedTags, "malformed tag mended", "malformed tags mended")
        say(unclosedElements, "unclosed element closed", "unclosed elements closed")
        say(strayEndTags, "end tag without a start dropped", "end tags without a start dropped")
        say(droppedAttributes, "attribute dropped", "attributes dropped")
        say(
            unclosedSections, "CDATA section or comment without an end closed",
            "CDATA sections or comments without an end closed")
        say(
            tooDeepElements, "element nested too deep; its tags were left out",
            "elements nested too deep; their tags were left out")
        say(extraRoots, "further outermost element read too", "further outermost elements read too")
        if declaresEntities {
            sentences.append("the document declares entities; the declarations were ignored")
        }
        if isTruncated { sentences.append("the document ends in the middle") }
        if isTooLong { sentences.append("the document is too long; the rest was not read") }
        return sentences
    }
}
