import MusterEditions
import MusterHTML
import MusterValues

/// What stands around every page of the site, also around one that tells of a problem.
struct SiteFrame {
    let html: HTMLWriter
    let blocks: BlockWriter
    let links: PageLinks
    let visitor: Visitor
    /// The main page that the page belongs to; nil for none.
    var place: SitePage?

    private static let mainPages: [SitePage] = [.regions, .units, .officials, .disputes, .sources, .review, .history]
    private static let otherPages: [SitePage] = [
        .enrollments, .events, .looks, .programmes, .due, .coverage, .howToRead, .howToCheck,
    ]

    /// A phrase without arguments.
    func plain(_ phrase: Phrase) -> String { blocks.plain(.say(phrase)) }

    /// Writes the head of a page.
    ///
    /// - Parameters:
    ///   - title: the name of the page.
    ///   - more: writes what else is in the head.
    /// - Throws: what the writer throws.
    func head(_ title: String, _ more: () throws -> Void = {}) throws {
        try html.element(.head) {
            html.line()
            try html.element(.meta, [.utf8])
            try html.element(.title, [], "\(title) · \(plain(.register))")
            html.line()
            try html.element(.meta, [.name("viewport"), .content("width=device-width, initial-scale=1")])
            try html.element(.meta, [.name("color-scheme"), .content("light dark")])
            try html.element(.link, [.stylesheet, .page(SitePath(Route.style.rawValue)!)])
            try more()
            html.line()
        }
        html.line()
    }

    /// The first things of a page: the way past them, the register, the main pages, the search, the language, and who reads.
    func masthead() throws {
        try html.element(.a, [.class("skip"), .anchor("content")], plain(.skipToContent))
        html.line()
        try html.element(.header, [.class("masthead")]) {
            try html.element(.div, [.class("wrap")]) {
                html.line()
                html.logo()
                try html.element(.a, [.class("name"), .page(links.path(to: .page(.home, [])))], plain(.short))
                html.line()
                try html.element(.nav, [.label(plain(.mainNavigation))]) {
                    try html.element(.ul) {
                        for target in Self.mainPages { try html.element(.li) { try mainLink(target) } }
                    }
                }
                html.line()
                try tools()
            }
        }
        html.line()
    }

    private func mainLink(_ target: SitePage) throws {
        let current: [HTMLAttribute] = target == place ? [.current] : []
        try html.element(.a, [.page(links.path(to: .page(target, [])))] + current, plain(target.title))
    }

    private func tools() throws {
        try html.element(.div, [.class("tools")]) {
            try html.element(
                .form, [.action(links.page(.page, [SitePage.search.word], isOfNow: true)), .role("search")]
            ) {
                try html.element(
                    .input,
                    [
                        .type("search"), .name("q"), .label(plain(.search)), .value(place == .search ? asked : ""),
                        .autocomplete("off"), .enhanced("search"),
                    ])
                try carried()
                try html.element(.button, [], plain(.search))
            }
            let other: Language = links.language == .english ? .russian : .english
            try html.element(
                .a, [.page(links.sameInOther(other)), .linkLanguage(other.rawValue), .lang(other.rawValue)],
                other == .russian ? "Русский" : "English")
            if visitor.role != nil, visitor.token != nil {
                try html.element(
                    .a, [.class("account"), .page(links.page(.account, [], isOfNow: true))], visitor.name)
            } else {
                try html.element(.a, [.page(links.page(.signIn, [], isOfNow: true))], plain(.signIn))
            }
        }
        html.line()
    }

    /// What was searched for.
    private var asked: String { links.conditions.first { $0.name == "q" }?.value ?? "" }

    /// The day and the moment of this page, as hidden inputs of a form.
    func carried() throws {
        for (name, value) in [("on", links.day), ("known-at", links.knownAt)] {
            guard let value else { continue }
            try html.hiddenInput(name, value)
        }
    }

    /// The last things of a page: what it rests on, and the ways to the pages that are not main ones.
    ///
    /// - Parameter about: writes what it rests on.
    /// - Throws: what the writer throws.
    func footer(_ about: () throws -> Void = {}) throws {
        try html.element(.footer, [.class("small-foot")]) {
            try html.element(.div, [.class("wrap")]) {
                try about()
                if visitor.role == nil { return }
                try html.element(.p) {
                    for (index, target) in Self.otherPages.enumerated() {
                        if index > 0 { html.text(" · ") }
                        try html.element(.a, [.page(links.path(to: .page(target, [])))], plain(target.title))
                    }
                }
            }
        }
        html.line()
    }
}
