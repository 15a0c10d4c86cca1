import MusterEditions
import MusterHTML
import MusterValues

extension FormView {
    /// The answer of a writer who cannot tell whether it is another one.
    static let unsure = "unsure"

    /// Writes the records that may be meant, under the name: the writer decides, and nothing is chosen before.
    func lookalikes() throws {
        guard let problem = state.problem, let candidates = problem.candidates, !candidates.isEmpty else { return }
        // What is new with an enrollment is its official; another unit is added first.
        let isAdding = state.spec.inputs.contains { $0.name == "is_new" } && state.refusedInput?.name != "unit"
        try html.element(.fieldset, [.class("lookalike wide-field")]) {
            try view.blocks.line(.legend, [], .maybeThese)
            for candidate in candidates {
                let why = candidate.why.map { Words.list($0) }
                let words = Words.joined([.text(candidate.named), why].compactMap(\.self), .comma)
                try choice(candidate.id, .say(.itIs, words))
            }
            if isAdding {
                try choice("new", .say(.itIsAnother))
                try choice(Self.unsure, .say(.cannotTell))
            }
        }
        html.line()
        if let input = state.refusedInput { try hidden("?picked_for", input.name) }
    }

    private func choice(_ value: String, _ words: Words) throws {
        try html.element(.div, [.class("choice")]) {
            let id = "pick-" + value
            try html.element(.input, [.type("radio"), .name("?pick"), .id(id), .value(value)])
            try html.element(.label, [.for(id)]) { try view.blocks.say(words) }
        }
        html.line()
    }
}
