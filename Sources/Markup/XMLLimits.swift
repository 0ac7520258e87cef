/// Bounds on what an XML document may make the parser do.
package struct XMLLimits: Sendable, Equatable {
    /// Elements open at once; the tags of deeper ones are left out. libxml2 itself stops at 256.
    package var maxDepth = 200
    /// Attributes of one element; the rest is dropped. Looking for repeated ones costs their square.
    package var maxAttributes = 128
    /// Namespace declarations in scope at once; the rest is dropped. Each name is looked up among them.
    package var maxNamespaces = 128
    /// Bytes of a document after clean-up; the rest is not read.
    package var maxBytes = 64 << 20

    package init() {}
}
