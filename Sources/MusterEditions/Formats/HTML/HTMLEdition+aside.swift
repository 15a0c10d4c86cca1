import MusterHTML
import MusterValues

extension HTMLEdition {
    /// The table of contents, and what edition it is.
    func aside(_ sections: [Section]) throws {
        try html.element(.div, [.class("contents")]) {
            html.line()
            try writer.contentsList(sections)
            try html.element(.div, [.class("box")]) {
                html.line()
                try writer.line(.h2, [], .thisEdition)
                try html.element(.dl) {
                    html.line()
                    try facts()
                }
                html.line()
            }
            html.line()
        }
        html.line()
    }

    /// The day and the revision, as terms with what they are.
    func facts() throws {
        try writer.line(.dt, [], .asOf)
        try writer.line(.dd, [], day)
        try writer.line(.dt, [], .knownAt)
        try writer.line(.dd, [], revision)
    }

    private var revision: Words {
        let number = Words.number(Int(edition.header.revision))
        // The time is written as 2026-11-25T09:30:00Z.
        guard let time = edition.header.recorded, let day = Day(String(time.prefix(10))) else {
            return .say(.revisionIs, number)
        }
        return .say(
            .revisionOf, number, .date(StatedDate(day), .cell), .text(String(time.dropFirst(11).prefix(5))))
    }

    /// The end of the page: what edition it is, the head of the history, and how to cite it.
    func footer() throws {
        try html.element(.footer, [.class("foot")]) {
            try html.element(.div, [.class("wrap")]) {
                html.line()
                try html.element(.div) {
                    html.line()
                    try writer.line(.h2, [], .say(.editionIs, .code(edition.header.id)))
                    try html.element(.dl) { try facts() }
                }
                html.line()
                try html.element(.div) {
                    html.line()
                    try writer.line(.h2, [], .headOfHistory)
                    try headOfHistory()
                }
                html.line()
                try html.element(.div) {
                    html.line()
                    try writer.line(.h2, [], .howToCite)
                    try writer.line(.p, [], header.citation)
                    try writer.line(.p, [], .citeRule)
                }
                html.line()
            }
        }
        html.line()
    }

    private func headOfHistory() throws {
        guard let head = edition.header.head else { return try writer.line(.p, [], .emptyHistory) }
        let digits = Array(head)
        let groups = stride(from: 0, to: digits.count, by: 8).map { String(digits[$0..<min($0 + 8, digits.count)]) }
        try html.element(.p) { try html.element(.code, [], groups.joined(separator: " ")) }
        html.line()
        try writer.line(.p, [], .provesHistory)
    }
}
