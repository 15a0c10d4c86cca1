import MusterHTML
import MusterValues

extension HTMLEdition {
    var header: EditionHeader { edition.header }

    /// What the page is, for browsers and programs, and the style sheet.
    func head() throws {
        let title = speaker.plain(header.title)
        try html.element(.head) {
            html.line()
            try meta([.utf8])
            try html.element(.title, [], "\(title) · \(speaker.plain(.say(.editionIs, .code(header.id))))")
            html.line()
            try meta([.name("viewport"), .content("width=device-width, initial-scale=1")])
            try meta([.name("color-scheme"), .content("light dark")])
            try meta([.name("description"), .content(speaker.plain(header.citation))])
            try meta([.name("muster-edition"), .content(header.id)])
            try meta([.name("muster-layout"), .content(String(Edition.layout))])
            try meta([.loadsNothing, .content("default-src 'none'; style-src 'unsafe-inline'")])
            html.style(boxes: boxes(title))
        }
        html.line()
    }

    private func meta(_ attributes: [HTMLAttribute]) throws {
        try html.element(.meta, attributes)
        html.line()
    }

    private func boxes(_ title: String) -> PageBoxes {
        PageBoxes(
            topLeft: "\(speaker.plain(.say(.register))) · \(title)",
            topRight: speaker.plain(.say(.editionIs, .code(header.id))),
            bottomLeft: speaker.plain(.say(.asOfLine, day, .number(Int(header.revision)), .code(header.shortHead))))
    }

    /// The first thing of the page: a way past the head, what register it is, and the edition.
    func masthead() throws {
        try html.element(.a, [.class("skip"), .anchor("content")], speaker.plain(.say(.skipToContent)))
        html.line()
        try html.element(.header, [.class("masthead")]) {
            try html.element(.div, [.class("wrap")]) {
                html.logo()
                try html.element(.span, [.class("name")], speaker.plain(.say(.register)))
                try html.element(.span, [.class("id")], header.id)
            }
        }
        html.line()
    }

    /// The name of what is reported, and a line about it.
    func title() throws {
        let place = places.isHeadAPlace ? header.record.map { [HTMLAttribute.id($0.description)] } ?? [] : []
        try html.element(.h1, place) { try writer.say(header.title, linking: false) }
        html.line()
        if let lead = header.lead { try writer.line(.p, [.class("lead")], lead) }
    }

    /// The day that is answered for.
    var day: Words { .date(StatedDate(header.day), .cell) }
}
