/// The name of an element or attribute.
package struct XMLName: Hashable, Sendable {
    /// The namespace's URI; nil without one, also when the prefix was never declared.
    package var namespace: String?
    package var prefix: String?
    package var local: String
}

/// Receives the events of one document.
///
/// Names are turned into the handler's own codes once for each document, so that an event costs no string.
package protocol XMLHandler: AnyObject {
    /// The code of an element's name; asked once for each name in a document.
    func elementCode(of name: XMLName) -> UInt8

    /// The code of an attribute's name; asked once for each name in a document.
    func attributeCode(of name: XMLName) -> UInt8

    /// An element begins.
    ///
    /// - Parameter tag: its name and attributes, readable only during the call.
    /// - Returns: false to end the reading here.
    func startElement(_ code: UInt8, _ tag: XMLTag) -> Bool

    /// An element ends.
    func endElement(_ code: UInt8, _ tag: XMLTag)

    /// Text or CDATA, in one or more pieces; references are resolved.
    func characters(_ utf8: Span<UInt8>)

    /// The document ends in the middle: the elements that end after this were not whole.
    func documentIsCutOff()
}

extension XMLHandler {
    package func documentIsCutOff() {}
}

/// Something libxml2 complained of after the clean-up.
package struct XMLProblem: Equatable, Sendable {
    /// Line of the original document, from 1.
    package var line: Int
    package var message: String
}
