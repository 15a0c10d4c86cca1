import MusterEditions
import MusterHTML
import MusterValues

extension FormView {
    /// Writes an input with its label, its help, what is wrong with it, and what was understood of it.
    func input(_ input: FormInput) throws {
        let value = state.values[input.name] ?? ""
        let isMissing = state.missing.contains { $0.name == input.name }
        let isRefused = isMissing || state.refusedInput?.name == input.name
        let hint = input.hint.map { $0.said(in: language) }
        let described = [
            hint == nil ? nil : input.id + "-hint", isRefused ? input.id + "-fault" : nil, input.id + "-echo",
        ]
        .compactMap(\.self).joined(separator: " ")
        let common: [HTMLAttribute] =
            [.id(input.id), .name(input.name), .describedBy(described)] + (isRefused ? [.invalid] : [])
        try html.element(
            .div, [.class((isRefused ? "field refused" : "field") + (input.control.isLong ? " wide-field" : ""))]
        ) {
            if case .flag = input.control { return try flag(input, value, common) }
            try html.element(.label, [.for(input.id)]) {
                try view.blocks.say(input.label, linking: false)
                if !input.isRequired {
                    try html.element(.span, [.class("quiet")], " (\(view.plain(input.otherwise ?? .optional)))")
                }
            }
            if let hint { try html.element(.p, [.class("hint"), .id(input.id + "-hint")], hint) }
            if isRefused, let problem = state.problem {
                try html.element(.p, [.class("fault"), .id(input.id + "-fault")]) {
                    html.text("✕ ")
                    if isMissing { try view.blocks.say(.say(.fillItIn)) } else { try sentence(problem) }
                }
            }
            try control(input, value, common)
            if let now = state.heldNow[input.name] {
                try view.blocks.line(.p, [.class("now-held")], .say(.nowHeld, .text(now)))
            }
            try html.element(
                .output,
                [.class("echo"), .id(input.id + "-echo"), .for(input.id), .live]
                    + (input.control.isUnderstood
                        ? [.echoes(view.links.page(.understood, [], isOfNow: true))] : []),
                state.understood[input.name] ?? "")
        }
        html.line()
    }

    private func flag(_ input: FormInput, _ value: String, _ common: [HTMLAttribute]) throws {
        try html.element(.div, [.class("choice")]) {
            try html.element(
                .input, [.type("checkbox"), .value("true")] + common + (value == "true" ? [.checked] : []))
            try html.element(.label, [.for(input.id)]) { try view.blocks.say(input.label, linking: false) }
        }
        try html.element(.output, [.class("echo"), .id(input.id + "-echo"), .for(input.id)], "")
    }

    private func control(_ input: FormInput, _ value: String, _ common: [HTMLAttribute]) throws {
        switch input.control {
        case .choice(let options):
            try view.select(
                common, none: "–", options.map { ($0.value, $0.label.said(in: language)) }, chosen: value)
        case .file: try html.element(.input, common + [.type("file"), .accept(".csv,text/csv")])
        case .long: try html.element(.textarea, common + [.rows(3)], value)
        case _ where input.isList: try html.element(.textarea, common + [.rows(2)], value)
        default:
            let stated = state.stated[input.name] ?? []
            try html.element(
                .input,
                common + [.type("text"), .value(value), .autocomplete("off"), .spelledAsTyped]
                    + (input.control.isUnderstood ? [.enhanced("understood")] : [])
                    + (stated.isEmpty ? [] : [.suggestions(input.id + "-stated")]))
            if !stated.isEmpty { try suggestions(stated, for: input) }
        }
    }

    /// Writes what sources state, to be chosen or typed over, each with who says it.
    private func suggestions(_ stated: [FormState.Stated], for input: FormInput) throws {
        try html.element(.datalist, [.id(input.id + "-stated")]) {
            for one in stated {
                try html.element(.option, [.value(one.value)], "\(one.value) — \(one.said.joined(separator: "; "))")
            }
        }
    }
}

extension FormInput.Control {
    var isFile: Bool { if case .file = self { true } else { false } }
    var isLong: Bool { if case .long = self { true } else { false } }
    var isUnderstood: Bool { if case .understood = self { true } else { false } }
}
