import MusterCore
import MusterEditions
import MusterHTML
import MusterValues

/// The form by which a list is narrowed and sorted: an input for each condition that people ask for most.
struct FilterForm {
    let kind: ListingKind
    let query: Query
    /// The columns by which the list can be sorted.
    let sorts: [(column: String, words: Phrase)]
    /// What cannot be answered, and the condition that is refused; nil for one that has no input here.
    var fault: (condition: String?, problem: Problem)?

    /// The id of the sentence that says what is refused.
    private static let faultID = "narrow-fault"

    /// The conditions that have an input.
    static let conditions: [Condition] = [.region, .unit, .standing, .status, .form, .contract, .source, .speaker]

    /// The closed lists of conditions that have one.
    static let lists: [Condition: any ClosedList.Type] = [
        .standing: Standing.self, .status: UnitStatus.self, .form: UnitForm.self, .contract: ContractKind.self,
        .postKind: PostKind.self, .postChange: Tenure.self, .needs: Need.self, .grade: Grade.self,
    ]

    func write(_ view: PageView) throws {
        let html = view.html
        // On a phone the open form would push what was found out of sight.
        try html.element(.details, [.class("narrow")] + (fault == nil ? [] : [.open])) {
            try html.element(.summary, [], view.plain(.narrow))
            try html.element(.form, [.action(view.links.bare)]) {
                html.line()
                if fault != nil, fault?.condition == nil { try sentence(view) }
                for condition in Self.conditions where condition.kinds.contains(kind) {
                    try input(condition, view.blocks.plain(condition.words), view)
                }
                if !sorts.isEmpty {
                    try select(
                        "sort", view.plain(.sortBy), sorts.map { (value: $0.column, words: view.plain($0.words)) }, view
                    )
                }
                try view.frame.carried()
                try html.element(.button, [], view.plain(.show))
            }
        }
        html.line()
        if fault == nil { try narrowed(view) }
    }

    private func input(_ condition: Condition, _ label: String, _ view: PageView) throws {
        if let list = Self.lists[condition] {
            return try select(
                condition.rawValue, label,
                list.labels.map { (value: $0.value, words: $0.label.said(in: view.question.language)) }, view)
        }
        try field(condition.rawValue, label, view) { described in
            try view.html.element(
                .input,
                [.type("text"), .name(condition.rawValue), .value(query.all(condition.rawValue).first ?? "")]
                    + described)
        }
    }

    private func select(_ name: String, _ label: String, _ options: [(value: String, words: String)], _ view: PageView)
        throws
    {
        let chosen = query.all(name).first ?? ""
        try field(name, label, view) { described in
            try view.select([.name(name)] + described, none: view.plain(.any), options, chosen: chosen)
        }
    }

    /// Writes a condition with its label and, if it is refused, what is wrong with it.
    private func field(
        _ name: String, _ label: String, _ view: PageView, _ control: ([HTMLAttribute]) throws -> Void
    ) throws {
        let isRefused = fault?.condition == name
        let html = view.html
        try html.element(.div, isRefused ? [.class("refused")] : []) {
            try html.element(.label) {
                html.text(label)
                try control(isRefused ? [.invalid, .describedBy(Self.faultID)] : [])
            }
            if isRefused { try sentence(view) }
        }
        html.line()
    }

    private func sentence(_ view: PageView) throws {
        guard let problem = fault?.problem else { return }
        try view.html.element(.p, [.class("fault"), .id(Self.faultID), .role("alert")]) {
            view.html.text("✕ ")
            try view.blocks.refusal(problem.formDetail ?? problem.detail)
        }
    }
}

extension FilterForm {
    /// The same form with what cannot be answered, at the condition that was typed wrong.
    func refusing(_ problem: Problem) -> FilterForm {
        // What refuses a date or an order quotes it in its sentence alone.
        let refused = query.values.filter { _, values in
            values.contains { $0 == problem.value || problem.detail.contains(quoted($0)) }
        }.map(\.key).sorted()
        let inputs = Self.conditions.filter { $0.kinds.contains(kind) }.map(\.rawValue) + ["sort"]
        var form = self
        form.fault = (refused.first { inputs.contains($0) }, problem)
        return form
    }
}

extension PageView {
    /// Writes an input by which one of several values is chosen.
    ///
    /// - Parameters:
    ///   - attributes: what the input is.
    ///   - none: the words for no value.
    ///   - options: the values with their words.
    ///   - chosen: the value that is chosen.
    /// - Throws: what the writer throws.
    func select(
        _ attributes: [HTMLAttribute], none: String, _ options: [(value: String, words: String)], chosen: String
    ) throws {
        try html.element(.select, attributes) {
            try html.element(.option, [.value("")], none)
            for option in options {
                try html.element(
                    .option, [.value(option.value)] + (option.value == chosen ? [.selected] : []), option.words)
            }
        }
    }
}
