import MusterHTML
import MusterValues

extension HTMLEdition {
    /// The table of contents, and what edition it is.
    func aside(_ sections: [EditionOutline.OutlinedSection]) throws {
        try html.element(.div, [.class("contents")]) {
            html.line()
            try html.element(.nav, [.labelledBy("on-this-page")]) {
                html.line()
                try line(.h2, [.id("on-this-page")], .onThisPage)
                try html.element(.ul) {
                    html.line()
                    for section in sections { try entry(section.head) }
                }
                html.line()
            }
            html.line()
            try html.element(.div, [.class("box")]) {
                html.line()
                try line(.h2, [], .thisEdition)
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

    private func entry(_ section: Section) throws {
        try html.element(.li) {
            try html.element(.a, [.anchor(section.name)]) {
                try html.element(.span) { try say(section.title, linking: false) }
                if let count = section.count { try html.element(.b) { try say(count, linking: false) } }
            }
        }
        html.line()
    }

    /// The day and the revision, as terms with what they are.
    func facts() throws {
        try line(.dt, [], .asOf)
        try line(.dd, [], day)
        try line(.dt, [], .knownAt)
        try line(.dd, [], revision)
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
                    try line(.h2, [], .say(.editionIs, .code(edition.header.id)))
                    try html.element(.dl) { try facts() }
                }
                html.line()
                try html.element(.div) {
                    html.line()
                    try line(.h2, [], .headOfHistory)
                    try headOfHistory()
                }
                html.line()
                try html.element(.div) {
                    html.line()
                    try line(.h2, [], .howToCite)
                    try line(.p, [], header.citation)
                    try line(.p, [], .citeRule)
                }
                html.line()
            }
        }
        html.line()
    }

    private func headOfHistory() throws {
        guard let head = edition.header.head else { return try line(.p, [], .emptyHistory) }
        let digits = Array(head)
        let groups = stride(from: 0, to: digits.count, by: 8).map { String(digits[$0..<min($0 + 8, digits.count)]) }
        try html.element(.p) { try html.element(.code, [], groups.joined(separator: " ")) }
        html.line()
        try line(.p, [], .provesHistory)
    }
}
