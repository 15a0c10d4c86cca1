package import MusterHTML
package import MusterValues

/// Writes blocks and words as markup, for editions and for the pages of the service.
package struct BlockWriter {
    package let html: HTMLWriter
    let speaker: Speaker
    /// The link that leads to a target; nil if it has no place, so that the words stand without a link.
    private let link: (LinkTarget) -> HTMLAttribute?

    /// - Parameters:
    ///   - html: takes the markup.
    ///   - language: the language in which words are said.
    ///   - link: the link that leads to a target; nil where no link can.
    package init(_ html: HTMLWriter, in language: Language, link: @escaping (LinkTarget) -> HTMLAttribute?) {
        (self.html, self.link) = (html, link)
        speaker = Speaker(language: language)
    }

    package var language: Language { speaker.language }

    /// The link that leads to a target.
    package func link(to target: LinkTarget) -> HTMLAttribute? { link(target) }

    /// The words as one text.
    package func plain(_ words: Words) -> String { speaker.plain(words) }

    /// Writes a paragraph, or another element that holds words alone, and ends the line.
    package func line(_ tag: HTMLTag, _ attributes: [HTMLAttribute] = [], _ words: Words) throws {
        try html.element(tag, attributes) { try say(words) }
        html.line()
    }

    /// Writes an element that holds a phrase without arguments, and ends the line.
    package func line(_ tag: HTMLTag, _ attributes: [HTMLAttribute] = [], _ phrase: Phrase) throws {
        try html.element(tag, attributes, speaker.plain(.say(phrase)))
        html.line()
    }

    /// Writes blocks: what comes before the first section, then the sections, the narrow ones beside what `aside` writes.
    ///
    /// - Parameters:
    ///   - blocks: the blocks.
    ///   - aside: writes what stands beside the sections, which it is told; it is not called if there are none.
    /// - Throws: what the writer throws.
    package func contents(_ blocks: [Block], aside: ([Section]) throws -> Void) throws {
        let outline = EditionOutline(blocks)
        try self.blocks(outline.opening)
        // The first two at most: the table of contents is no longer than they are.
        let beside = outline.sections.prefix(2).prefix { !$0.isWide }
        if !outline.sections.isEmpty {
            try html.element(.div, [.class(beside.isEmpty ? "flat" : "beside")]) {
                html.line()
                try aside(outline.sections.map(\.head))
                for section in beside { try self.section(section) }
            }
            html.line()
        }
        for section in outline.sections.dropFirst(beside.count) { try self.section(section) }
    }

    /// Writes the table of contents.
    package func contentsList(_ sections: [Section]) throws {
        try html.element(.nav, [.labelledBy("on-this-page")]) {
            html.line()
            try line(.h2, [.id("on-this-page")], .onThisPage)
            try html.element(.ul) {
                html.line()
                for section in sections { try entry(section) }
            }
            html.line()
        }
        html.line()
    }

    private func entry(_ section: Section) throws {
        try html.element(.li) {
            try html.element(.a, [.anchor(section.name)]) {
                try html.element(.span) { try say(section.title, linking: false) }
                if let count = section.count { try html.element(.b) { try say(count, linking: false) } }
            }
        }
        html.line()
    }
}
