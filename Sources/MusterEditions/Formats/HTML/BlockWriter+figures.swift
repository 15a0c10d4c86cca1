import MusterHTML
import MusterValues

extension BlockWriter {
    /// The figures at the top.
    func figures(_ figures: [KeyFigure]) throws {
        try html.element(.div, [.class("figures")]) {
            html.line()
            for figure in figures { try self.figure(figure) }
        }
        html.line()
    }

    private func figure(_ figure: KeyFigure) throws {
        try html.element(.div, [.class(figure.people == nil ? "figure" : "figure people")]) {
            html.line()
            try line(.p, [], figure.label)
            try value(figure.value, figure.remark)
            if let people = figure.people { try strip(people, figure.sentence ?? figure.label, columns: 15) }
            if let sentence = figure.sentence { try line(.p, [], sentence) }
        }
        html.line()
    }

    /// A value with its number large, and what qualifies it small: "at least 11", "4 to 5 definitely".
    func value(_ words: Words, _ remark: Words?) throws {
        let said = speaker.plain(words)
        let qualifier = said.prefix { !$0.isNumber }
        try html.element(.p, [.class("value")]) {
            if !qualifier.isEmpty, qualifier.count < said.count {
                try html.element(.small, [], qualifier.trimmed)
                html.text(" ")
                html.text(String(said.dropFirst(qualifier.count)))
            } else {
                html.text(said)
            }
            if let remark {
                html.text(" ")
                try html.element(.small) { try say(remark) }
            }
        }
        html.line()
    }

    /// People as squares.
    func strip(_ people: Headcount, _ sentence: Words, columns: Int) throws {
        try RollStrip(named: people.namedLeast, least: people.least, most: people.most).write(
            to: html, sentence: speaker.plain(sentence), columns: columns)
    }
}

extension Substring {
    /// The text without the space at its end.
    fileprivate var trimmed: String { String(hasSuffix(" ") ? dropLast() : self) }
}
