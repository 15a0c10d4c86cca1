import MusterEditions
import MusterHTML
import MusterValues

/// Writes a page: what is around every page, and its blocks.
struct PageView {
    /// The number of the look of all pages. It must be raised whenever a page of the same contents is written otherwise, so that
    /// browsers ask for it again.
    static let layout = 1

    let page: Page
    let html: HTMLWriter
    let blocks: BlockWriter

    init(_ page: Page, _ html: HTMLWriter) {
        (self.page, self.html) = (page, html)
        let links = page.question.links
        let places = Set(page.content.blocks.flatMap(\.places))
        blocks = BlockWriter(html, in: page.question.language) { target in
            if case .record(let id) = target, places.contains(id), id.kind == .event { return .anchor("\(id)") }
            return .page(links.path(to: target))
        }
    }

    var question: PageQuestion { page.question }
    var links: PageLinks { question.links }

    /// A phrase without arguments.
    func plain(_ phrase: Phrase) -> String { blocks.plain(.say(phrase)) }

    func write() throws {
        try html.page(in: question.language.rawValue, head: head) {
            try masthead()
            if page.hasDays { try dayBar() }
            try html.mainPart { try main() }
            try footer()
        }
    }

    private func head() throws {
        try blocks.siteHead(blocks.plain(page.content.title)) {
            try html.element(.script, [.script(SitePath(Route.script.rawValue)!), .deferred])
            var bare = links
            (bare.day, bare.knownAt) = (nil, nil)
            try html.element(.link, [.canonical, .page(bare.same([]))])
        }
    }

    private func main() throws {
        try html.element(.h1) { try blocks.say(page.content.title, linking: false) }
        html.line()
        if let lead = page.content.lead { try blocks.line(.p, [.class("lead")], lead) }
        if !page.actions.isEmpty {
            try html.element(.div, [.class("actions")]) {
                for action in page.actions {
                    let style = action.isMain ? "button" : "button quiet-button"
                    try html.element(.a, [.class(style), .page(action.path)], blocks.plain(action.words))
                }
            }
            html.line()
        }
        if !page.isInsertedLast { try page.inserted?(self) }
        if let filter = page.filter { try filter.write(self) }
        try blocks.contents(page.content.blocks) { sections in
            try html.element(.div, [.class("contents")]) {
                html.line()
                try blocks.contentsList(sections)
            }
            html.line()
        }
        if page.isInsertedLast { try page.inserted?(self) }
        if let next = page.content.next {
            try html.element(.p, [.class("more")]) {
                try html.element(.a, [.page(links.same([LinkCondition("after", "\(next)")]))], plain(.nextPage))
            }
            html.line()
        }
        try downloads()
    }

    private func downloads() throws {
        if page.downloads.isEmpty { return }
        try html.element(.div, [.class("downloads")]) {
            try html.element(.span, [], plain(.download))
            try html.element(.ul) {
                for download in page.downloads {
                    try html.element(.li) { try html.element(.a, [.page(download.path)], download.words) }
                }
            }
        }
        html.line()
    }

    /// What the page rests on, and how it is cited.
    private func footer() throws {
        try html.element(.footer, [.class("small-foot")]) {
            try html.element(.div, [.class("wrap")]) {
                if page.question.visitor.role == nil { return }
                let head = EditionHeader.short(page.state.head)
                try blocks.line(.p, [], .say(.revisionLine, .number(Int(page.state.revision)), .code(head)))
                if let edition = page.content.edition {
                    try blocks.line(.p, [], .say(.fieldIs, .strong(.say(.citeThis)), edition.citation))
                }
                try html.element(.p) {
                    for (index, target) in [SitePage.howToRead, .howToCheck, .coverage, .due].enumerated() {
                        if index > 0 { html.text(" · ") }
                        try html.element(.a, [.page(links.path(to: .page(target, [])))], plain(target.title))
                    }
                }
            }
        }
        html.line()
    }
}

extension BlockWriter {
    /// Writes the head of a page of the site.
    ///
    /// - Parameters:
    ///   - title: the name of the page.
    ///   - more: writes what else is in the head.
    /// - Throws: what the writer throws.
    func siteHead(_ title: String, _ more: () throws -> Void = {}) throws {
        try html.element(.head) {
            html.line()
            try html.element(.meta, [.utf8])
            try html.element(.title, [], "\(title) · \(plain(.say(.register)))")
            html.line()
            try html.element(.meta, [.name("viewport"), .content("width=device-width, initial-scale=1")])
            try html.element(.meta, [.name("color-scheme"), .content("light dark")])
            try html.element(.link, [.stylesheet, .page(SitePath(Route.style.rawValue)!)])
            try more()
            html.line()
        }
        html.line()
    }
}
