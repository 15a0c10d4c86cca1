import MusterEditions
import MusterHTML
import MusterValues

extension PageView {
    /// The bar that sets the day in the world and the moment of knowledge, and the band that says that the past is shown.
    func dayBar() throws {
        let isRefused = question.dayFault != nil || question.momentFault != nil
        try html.element(
            .div, [.class(isRefused ? "days refused" : "days"), .role("region"), .label(plain(.daysLabel))]
        ) {
            // On a phone one line stands for the form, until somebody asks for it.
            try html.element(.p, [.class("wrap days-now")]) {
                try blocks.say(timeLine)
                html.text(" ")
                try html.element(.a, [.anchor("days")], plain(.changeDays))
            }
            html.line()
            try html.element(
                .form, [.class("wrap"), .id("days"), .action(links.bare)]
            ) {
                html.line()
                if page.isOfDay {
                    try dated(.onADay, "on", question.dayFault?.typed ?? links.day ?? "", question.dayFault?.error)
                }
                try dated(
                    .asKnown, "known-at", question.momentFault?.typed ?? links.knownAt ?? "",
                    question.momentFault?.error)
                for condition in links.conditions where !PageLinks.places.contains(condition.name) {
                    try html.hiddenInput(condition.name, condition.value ?? "")
                }
                try html.element(.button, [], plain(.show))
                if page.isOfDay { try html.element(.span) { try blocks.say(.say(.dayShown, shown)) } }
                if page.isOfDay, question.day != nil {
                    try html.element(.a, [.page(links.same([LinkCondition("on", nil)]))], plain(.withoutDay))
                }
            }
        }
        html.line()
        if question.isPast { try pastBand() }
    }

    /// The day that is shown, in words.
    private var shown: Words { question.day.map { .date(StatedDate($0), .cell) } ?? .say(.everything) }

    /// The moment at which the register is read, in words.
    private var moment: Words {
        .say(question.isPast ? .knownAtRevision : .knownNow, .number(Int(page.state.revision)))
    }

    /// What a page is of, for the foot: paper has no bar.
    var timeLine: Words { page.isOfDay ? .joined([.say(.dayShown, shown), moment], .comma) : moment }

    private func dated(_ label: Phrase, _ name: String, _ value: String, _ fault: MusterError?) throws {
        let described: [HTMLAttribute] = fault == nil ? [] : [.invalid, .describedBy("\(name)-fault")]
        try html.element(.label) {
            html.text(plain(label) + " ")
            try html.element(.input, [.type("text"), .name(name), .value(value), .autocomplete("off")] + described)
        }
        if let fault {
            try html.element(.span, [.class("side-against"), .id("\(name)-fault")]) {
                try blocks.refusal(fault.description)
            }
        }
        html.line()
    }

    /// The form that asks what changed between two revisions.
    func compare(to path: SitePath, newest: Int64) throws {
        try html.element(.form, [.class("compare"), .action(path)]) {
            for (name, label, value) in [("from", Phrase.compareFrom, newest - 1), ("to", .compareTo, newest)] {
                try html.element(.label) {
                    html.text(plain(label) + " ")
                    try html.element(
                        .input, [.type("text"), .name(name), .value("\(value)"), .autocomplete("off")])
                }
                html.line()
            }
            try html.element(.button, [], plain(.show))
        }
        html.line()
    }

    private func pastBand() throws {
        try html.element(.div, [.class("past"), .role("region"), .label(plain(.pastLabel))]) {
            try html.element(.div, [.class("wrap")]) {
                let recorded = page.content.edition?.recorded
                try html.element(.strong) {
                    let number = Words.number(Int(page.state.revision))
                    try blocks.say(recorded.map { .say(.pastShown, number, .time($0)) } ?? .say(.pastAt, number))
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
