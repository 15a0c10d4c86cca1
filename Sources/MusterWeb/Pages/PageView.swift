import MusterEditions
import MusterHTML
import MusterValues

/// Writes a page: what is around every page, and its blocks.
struct PageView {
    /// The number of the look of all pages. It must be raised whenever a page of the same contents is written otherwise, so that
    /// browsers ask for it again.
    static let layout = 5

    let page: Page
    let html: HTMLWriter
    let blocks: BlockWriter
    let frame: SiteFrame

    init(_ page: Page, _ html: HTMLWriter) {
        (self.page, self.html) = (page, html)
        let links = page.question.links
        let places = Set(page.content.blocks.flatMap(\.places))
        let blocks = BlockWriter(html, in: page.question.language) { target in
            if case .record(let id) = target, places.contains(id), id.kind == .event { return .anchor("\(id)") }
            return .page(links.path(to: Self.judging(target)))
        }
        self.blocks = blocks
        frame = SiteFrame(
            html: html, blocks: blocks, links: links, visitor: page.question.visitor, place: page.place)
    }

    /// Where a link among what a page tells leads. What is told of a record offers no change of it but the judgement, for which the form
    /// of all its fields is not needed.
    private static func judging(_ target: LinkTarget) -> LinkTarget {
        guard case .form(.edit, let known) = target, known.map(\.name) == ["record"] else { return target }
        return .form(.edit, known + [LinkCondition(FormSpec.settle, FormSpec.judgement)])
    }

    var question: PageQuestion { page.question }
    var links: PageLinks { question.links }

    /// A phrase without arguments.
    func plain(_ phrase: Phrase) -> String { blocks.plain(.say(phrase)) }

    func write() throws {
        try html.page(in: question.language.rawValue, head: head) {
            try frame.masthead()
            if page.hasDays { try dayBar() }
            try html.mainPart { try main() }
            try footer()
        }
    }

    private func head() throws {
        try frame.head(blocks.plain(page.content.title)) {
            try html.element(.script, [.script(SitePath(Route.script.rawValue)!), .deferred])
            var bare = links
            (bare.day, bare.knownAt) = (nil, nil)
            try html.element(.link, [.canonical, .page(bare.same([]))])
        }
    }

    private func main() throws {
        try html.element(.h1) { try blocks.say(page.content.title, linking: false) }
        html.line()
        if let made = question.receipt {
            try html.element(.div, [.class("will"), .role("status")]) {
                try blocks.line(.p, [], made == 0 ? .say(.nothingRecorded) : .say(.recorded, .number(Int(made))))
                for remark in page.remarks { try blocks.line(.p, [], remark) }
            }
            html.line()
        }
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
                try html.element(.a, [.page(links.same([next]))], plain(.nextPage))
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
        try frame.footer {
            if page.question.visitor.role == nil { return }
            let head = EditionHeader.short(page.state.head)
            try blocks.line(.p, [], .say(.revisionLine, .number(Int(page.state.revision)), .code(head)))
            if page.hasDays { try blocks.line(.p, [.class("on-paper")], timeLine) }
            if let edition = page.content.edition {
                try blocks.line(.p, [], .say(.fieldIs, .strong(.say(.citeThis)), edition.citation))
            } else if page.content.record != nil {
                let words = Words.say(
                    .citeRecord, page.content.title, .number(Int(page.state.revision)), .code(head))
                try blocks.line(.p, [], .say(.fieldIs, .strong(.say(.citeThis)), words))
            }
        }
    }
}
