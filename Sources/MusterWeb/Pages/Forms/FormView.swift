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
    /// The mark of the token's holder; nil for somebody unknown, of whom the tab keeps nothing.
    var holder: String?

    var html: HTMLWriter { view.html }
    var language: Language { view.question.language }

    func write() throws {
        if let problem = state.problem { try summary(problem) }
        if let preview = state.preview { try will(preview) }
        if let done = state.done { try rows(done) }
        if let signIn = state.signIn {
            try sessionOver(signIn)
        } else {
            try view.blocks.line(.p, [.class("about")], .say(.writesNow, .number(Int(view.page.newest))))
        }
        try html.element(.form, attributes) {
            html.line()
            if let signIn = state.signIn { try self.signIn(signIn) } else { try hidden(Call.formToken, token) }
            for (name, value) in carried { try hidden(name, value) }
            for part in state.spec.parts { try self.part(part) }
            if state.refusedInput == nil { try lookalikes() }
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

    /// Danger: without `autocomplete` a browser itself fills in again, for whoever goes back to the form, what the one before typed.
    private var attributes: [HTMLAttribute] {
        let isWithFile = state.spec.kind == .imports
        let marks: [HTMLAttribute] = holder.map { [.holder($0), .revision(view.page.newest)] } ?? []
        return [.posted, .action(action), .autocomplete("off")] + marks + (isWithFile ? [.withFile] : [])
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
            if !state.missing.isEmpty { return try missing() }
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

    /// All inputs that are empty and must not be, each with the way to it.
    private func missing() throws {
        try view.blocks.line(.p, [], .fillTheseIn)
        try html.element(.ul) {
            for input in state.missing {
                try html.element(.li) {
                    try html.element(.a, [.anchor(input.id)]) { try view.blocks.say(input.label, linking: false) }
                }
            }
        }
    }

    func sentence(_ problem: Problem) throws {
        // What to fill in goes by the labels of the inputs.
        var names: [String: String] = [:]
        for input in state.spec.inputs {
            names[input.label.plain(in: .english).lowercased()] = view.blocks.plain(input.label).lowercased()
        }
        // A field goes by the label of its input.
        if let field = problem.field, let input = state.refusedInput {
            let label = view.blocks.plain(input.label).lowercased()
            let english = input.label.plain(in: .english)
            (names[field], names[english]) = (label, label)
        }
        try view.blocks.refusal(problem.formDetail ?? problem.detail, naming: names)
    }

    /// What would be recorded.
    private func will(_ preview: [Block]) throws {
        try html.element(.div, [.class("will"), .reachable, .autofocus]) {
            try view.blocks.line(.h2, [], .willBeRecorded)
            try view.blocks.line(.p, [], preview.isEmpty ? .nothingWouldChange : .numbersMayDiffer)
            // What is not recorded has no page yet, so nothing here leads anywhere.
            try BlockWriter(html, in: language) { _ in nil }.blocks(preview, under: .say(.willBeRecorded))
            if let people = state.people {
                try view.blocks.line(
                    .p, [],
                    .say(
                        .peopleBeforeAfter, .range(least: people.before.least, most: people.before.most, nil),
                        .range(least: people.after.least, most: people.after.most, nil)))
            }
            for told in state.toldOtherwise { try html.element(.p) { try view.blocks.say(told, linking: false) } }
            if let remark = state.remark { try html.element(.p) { try view.blocks.refusal(remark) } }
        }
        html.line()
    }

    private func part(_ part: FormPart) throws {
        if part.isFolded {
            let isUsed = part.inputs.contains { input in
                let name = input.name
                return !(state.values[name] ?? "").isEmpty || state.refusedInput?.name == name
                    || state.missing.contains { $0.name == name }
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
            for input in part.inputs {
                try self.input(input)
                if state.refusedInput?.name == input.name { try lookalikes() }
            }
        }
    }
}
