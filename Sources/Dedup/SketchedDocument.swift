/// A document of a collection with its sketch, whose number, day and outlet are given when its turn comes.
///
/// Sketching is half of the work and needs no order: it can be done ahead, on any thread.
package struct SketchedDocument: Sendable {
    package var id: String
    /// Unix seconds.
    package var time: Int64?
    package var outlet: String?
    /// UTF-8; empty when no quotes are looked for.
    package var text: [UInt8]
    package var sketch: Sketch
}

extension Sketcher {
    /// - Parameter keepsText: whether quotes will be cut from it.
    package func sketched(_ document: CollectionDocument, keepsText: Bool) -> SketchedDocument {
        SketchedDocument(
            id: document.id, time: document.time, outlet: document.outlet,
            text: keepsText ? document.text : [],
            sketch: sketch(of: SketchInput(number: 0, outlet: "", day: 0, text: document.text)))
    }
}
