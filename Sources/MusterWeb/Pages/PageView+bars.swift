import MusterEditions
import MusterHTML
import MusterValues

extension PageView {
    private static let mainPages: [SitePage] = [
        .regions, .units, .officials, .enrollments, .disputes, .sources, .review, .history,
    ]

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
        let current: [HTMLAttribute] = target == page.place ? [.current] : []
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
                        .type("search"), .name("q"), .label(plain(.search)), .value(page.place == .search ? asked : ""),
                        .autocomplete("off"),
                        .enhanced("search"),
                    ])
                try carried()
                try html.element(.button, [], plain(.search))
            }
            let other: Language = question.language == .english ? .russian : .english
            try html.element(
                .a, [.page(links.sameInOther(other)), .linkLanguage(other.rawValue), .lang(other.rawValue)],
                other == .russian ? "Русский" : "English")
            if let role = question.visitor.role, question.visitor.token != nil {
                try html.element(
                    .a, [.page(links.page(.account, [], isOfNow: true))],
                    blocks.plain(.say(.account, .name(question.visitor.name), .list(role))))
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

    /// The bar that sets the day in the world and the moment of knowledge, and the band that says that the past is shown.
    func dayBar() throws {
        try html.element(.div, [.class("days")]) {
            try html.element(.form, [.class("wrap"), .action(links.bare), .label(plain(.daysLabel))]) {
                html.line()
                try dated(.onADay, "on", question.dayFault?.typed ?? links.day ?? "", question.dayFault?.error)
                try dated(
                    .asKnown, "known-at", question.momentFault?.typed ?? links.knownAt ?? "",
                    question.momentFault?.error)
                for condition in links.conditions where condition.name != "after" {
                    try html.hiddenInput(condition.name, condition.value ?? "")
                }
                try html.element(.button, [], plain(.show))
                let shown: Words = question.day.map { .date(StatedDate($0), .cell) } ?? .say(.everything)
                try html.element(.span) { try blocks.say(.say(.dayShown, shown)) }
                if question.day != nil {
                    try html.element(.a, [.page(links.same([LinkCondition("on", nil)]))], plain(.withoutDay))
                }
            }
        }
        html.line()
        if question.isPast { try pastBand() }
    }

    private func dated(_ label: Phrase, _ name: String, _ value: String, _ fault: MusterError?) throws {
        let described: [HTMLAttribute] = fault == nil ? [] : [.invalid, .describedBy("\(name)-fault")]
        try html.element(.label) {
            html.text(plain(label) + " ")
            try html.element(.input, [.type("text"), .name(name), .value(value), .autocomplete("off")] + described)
        }
        if let fault {
            try html.element(.span, [.class("side-against"), .id("\(name)-fault")], fault.description)
        }
        html.line()
    }

    private func pastBand() throws {
        try html.element(.div, [.class("past")]) {
            try html.element(.div, [.class("wrap")]) {
                let recorded = page.content.edition?.recorded
                try html.element(.strong) {
                    try blocks.say(
                        .say(
                            .pastShown, .number(Int(page.state.revision)),
                            recorded.map { .time($0) } ?? .text(links.knownAt ?? "")))
                }
                html.text(" ")
                try blocks.say(.say(.leftOut, .number(Int(page.newest - page.state.revision))))
                html.text(" ")
                try html.element(.a, [.page(links.same([LinkCondition("known-at", nil)]))], plain(.seeNow))
                html.text(" · ")
                try html.element(
                    .a, [.page(links.path(to: .difference(from: page.state.revision, to: page.newest)))],
                    plain(.changedSince))
            }
        }
        html.line()
    }
}

extension PageLinks {
    /// The path of the page that is shown, without any condition.
    var bare: SitePath { SitePath(path) ?? SitePath("/")! }
}
