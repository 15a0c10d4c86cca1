import MusterEditions
import MusterHTML
import MusterValues

/// Writes a form into a page.
struct FormView {
    let state: FormState
    let view: PageView
    /// The session's token, which every form carries.
    let token: String
    /// The address that takes it.
    let action: SitePath

    var html: HTMLWriter { view.html }
    var language: Language { view.question.language }

    func write() throws {
        if let problem = state.problem { try summary(problem) }
        if let done = state.done { try will(done) }
        try view.blocks.line(.p, [.class("about")], .say(.writesNow, .number(Int(view.page.newest))))
        let isWithFile = state.spec.kind == .imports
        try html.element(.form, [.posted, .action(action)] + (isWithFile ? [.withFile] : [])) {
            html.line()
            try hidden(Call.formToken, token)
            for (name, value) in state.values.sorted(by: { $0.key < $1.key })
            where name.hasPrefix("was.") || name == "?if_match" || (name == "record" && state.spec.kind == .edit) {
                try hidden(name, value)
            }
            for part in state.spec.parts { try self.part(part) }
            if let candidates = state.problem?.candidates, !candidates.isEmpty { try lookalikes(candidates) }
            try html.element(.div, [.class("actions")]) {
                try html.element(.button, [.type("submit"), .name("?do"), .value("record")], view.plain(.recordIt))
                if state.spec.kind != .merge {
                    try html.element(
                        .button, [.class("quiet-button"), .type("submit"), .name("?do"), .value("check")],
                        view.plain(.checkIt))
                }
            }
        }
        html.line()
    }

    func hidden(_ name: String, _ value: String) throws {
        try html.hiddenInput(name, value)
        html.line()
    }

    /// What is wrong, first on the page, with a way to the input.
    private func summary(_ problem: Problem) throws {
        try html.element(.div, [.class("problem"), .reachable, .autofocus, .role("alert")]) {
            try view.blocks.line(.h2, [], .problemIs)
            try view.blocks.line(.p, [], .nothingSaved)
            try html.element(.p) {
                if let input = state.refusedInput {
                    try html.element(.a, [.anchor(input.id)]) { try sentence(problem) }
                } else {
                    try sentence(problem)
                }
            }
        }
        html.line()
    }

    func sentence(_ problem: Problem) throws {
        let detail = problem.formDetail ?? problem.detail
        let text = detail.prefix(1).uppercased() + detail.dropFirst()
        try html.element(.span, language == .english ? [] : [.lang("en")], text)
    }

    /// What would be recorded.
    private func will(_ done: WriteDone) throws {
        try html.element(.div, [.class("will"), .reachable, .autofocus]) {
            try view.blocks.line(.h2, [], .willBeRecorded)
            try view.blocks.line(.p, [], .nothingRecordedYet)
            try html.element(.ul) {
                for change in done.changes ?? [] {
                    let words =
                        [change.change.replacing("_", with: " "), change.subject.map { $0.name ?? $0.id }]
                        .compactMap(\.self) + change.about
                    try html.element(.li) {
                        // Its id is not given yet, so that none is told.
                        html.text(
                            words.filter { $0 != change.id && RecordReference($0).id == nil }.joined(separator: ", "))
                    }
                }
                for row in (done.rows ?? []).prefix(200) {
                    let words = [row.outcome, row.column, row.value, row.rule, row.remedy].compactMap(\.self)
                    try view.blocks.line(
                        .li, [], .say(.rowIs, .number(row.line), .text(words.joined(separator: "; "))))
                }
            }
            if let people = state.people {
                try view.blocks.line(
                    .p, [],
                    .say(
                        .peopleBeforeAfter, .range(least: people.before.least, most: people.before.most, nil),
                        .range(least: people.after.least, most: people.after.most, nil)))
            }
            if let remark = done.remark { try html.element(.p, [], remark) }
        }
        html.line()
    }

    private func part(_ part: FormPart) throws {
        if part.isFolded {
            let isUsed = part.inputs.contains {
                !(state.values[$0.name] ?? "").isEmpty || state.refusedInput?.name == $0.name
            }
            try html.element(.details, isUsed ? [.open] : []) {
                try html.element(.summary, [], view.plain(part.title))
                try inputs(of: part)
            }
        } else {
            try html.element(.fieldset) {
                html.line()
                try view.blocks.line(.legend, [], part.title)
                try inputs(of: part)
            }
        }
        html.line()
    }

    private func inputs(of part: FormPart) throws {
        if let about = part.about { try view.blocks.line(.p, [.class("about part-about")], about) }
        try html.element(.div, [.class("fields")]) {
            html.line()
            for input in part.inputs { try self.input(input) }
        }
    }

    /// The records that may be meant: the writer decides, and nothing is chosen before.
    private func lookalikes(_ candidates: [Problem.Candidate]) throws {
        try html.element(.fieldset, [.class("lookalike")]) {
            try view.blocks.line(.legend, [], .maybeThese)
            for candidate in candidates + [Problem.Candidate(id: "new", words: "")] {
                try html.element(.div, [.class("choice")]) {
                    let id = "pick-" + candidate.id
                    try html.element(.input, [.type("radio"), .name("?pick"), .id(id), .value(candidate.id)])
                    try html.element(.label, [.for(id)]) {
                        try view.blocks.say(
                            candidate.id == "new" ? .say(.itIsAnother) : .say(.itIs, .text(candidate.words)))
                    }
                }
            }
        }
        if let value = state.problem?.value { try hidden("?picked_for", value) }
    }
}
