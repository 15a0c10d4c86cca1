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
    let speaker: Speaker
    let places: EditionPlaces

    init(_ edition: Edition, _ html: HTMLWriter) {
        (self.edition, self.html) = (edition, html)
        speaker = Speaker(language: edition.header.language)
        places = EditionPlaces(edition)
    }

    var language: Language { speaker.language }

    func write() throws {
        html.doctype()
        try html.element(.html, [.lang(language.rawValue)]) {
            html.line()
            try head()
            try html.element(.body) {
                html.line()
                html.marks()
                try masthead()
                try html.element(.main, [.id("content"), .class("wrap top")]) {
                    html.line()
                    try contents()
                }
                html.line()
                try footer()
            }
            html.line()
        }
        html.line()
        try html.flush()
    }

    /// The title, then what comes before the first section, then the sections: the narrow ones beside the table of contents.
    private func contents() throws {
        try title()
        let outline = EditionOutline(edition.blocks)
        try blocks(outline.opening)
        // The first two at most: the table of contents is no longer than they are.
        let beside = outline.sections.prefix(2).prefix { !$0.isWide }
        if !outline.sections.isEmpty {
            try html.element(.div, [.class(beside.isEmpty ? "flat" : "beside")]) {
                html.line()
                try aside(outline.sections)
                for section in beside { try self.section(section) }
            }
            html.line()
        }
        for section in outline.sections.dropFirst(beside.count) { try self.section(section) }
    }

    /// Writes a paragraph, or another element that holds words alone, and ends the line.
    func line(_ tag: HTMLTag, _ attributes: [HTMLAttribute] = [], _ words: Words) throws {
        try html.element(tag, attributes) { try say(words) }
        html.line()
    }

    /// Writes an element that holds a phrase without arguments, and ends the line.
    func line(_ tag: HTMLTag, _ attributes: [HTMLAttribute] = [], _ phrase: Phrase) throws {
        try html.element(tag, attributes, speaker.plain(.say(phrase)))
        html.line()
    }
}
