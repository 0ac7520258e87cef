import CLibXML

/// libxml2's state that all threads share.
package enum XMLLibrary {
    /// Prepares libxml2 once in the process; to be called before any use of it, from any thread.
    package static func start() {
        _ = isStarted
    }

    private static let isStarted: Bool = {
        xmlInitParser()
        wirewatch_xml_silence()
        // No document may make us open a file or an address.
        xmlSetExternalEntityLoader { _, _, _ in nil }
        return true
    }()
}
