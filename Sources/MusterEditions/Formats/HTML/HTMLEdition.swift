import MusterHTML
import MusterValues

extension Edition {
    /// Writes the edition as one page that holds all it needs: no script, no font, no picture and no request.
    ///
    /// - Parameter sink: takes what is written, in pieces.
    /// - Throws: what the sink throws.
    public func writeHTML(to sink: @escaping (String) throws -> Void) throws {
        try HTMLEdition(self, HTMLWriter(to: sink)).write()
    }
}

/// Says an edition as a page.
struct HTMLEdition {
    let edition: Edition
    let html: HTMLWriter
    let places: EditionPlaces
    let writer: BlockWriter

    init(_ edition: Edition, _ html: HTMLWriter) {
        (self.edition, self.html) = (edition, html)
        let places = EditionPlaces(edition)
        self.places = places
        writer = BlockWriter(html, in: edition.header.language) { target in
            guard case .record(let id) = target else { return nil }
            return places.id(of: id).map { .anchor($0) }
        }
    }

    var language: Language { writer.language }
    var speaker: Speaker { writer.speaker }

    func write() throws {
        try html.page(in: language.rawValue, head: head) {
            try masthead()
            try html.mainPart { try contents() }
            try footer()
        }
    }

    /// The title, and then the blocks.
    private func contents() throws {
        try title()
        try writer.contents(edition.blocks) { try aside($0) }
    }
}
