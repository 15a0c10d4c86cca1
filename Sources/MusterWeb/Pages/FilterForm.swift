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

    /// The conditions that have an input, each with the words for it.
    private static let conditions: [(Condition, Words)] = [
        (.region, .say(.region)), (.unit, .say(.unit)), (.standing, .say(.standing)), (.status, .say(.status)),
        (.form, .say(.form)), (.contract, .say(.contract)), (.source, .say(.sourceHead)),
        (.speaker, .listed(FieldName.speaker.rawValue, FieldName.speaker.label)),
    ]

    /// The closed lists of conditions that have one.
    private static let lists: [Condition: any ClosedList.Type] = [
        .standing: Standing.self, .status: UnitStatus.self, .form: UnitForm.self, .contract: ContractKind.self,
    ]

    func write(_ view: PageView) throws {
        let html = view.html
        try html.element(
            .details,
            [.class("narrow")] + (query.values.keys.contains { !PageLinks.places.contains($0) } ? [.open] : [])
        ) {
            try html.element(.summary, [], view.plain(.narrow))
            try html.element(.form, [.action(view.links.bare)]) {
                html.line()
                for (condition, words) in Self.conditions where condition.kinds.contains(kind) {
                    try input(condition, view.blocks.plain(words), view)
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
    }

    private func input(_ condition: Condition, _ label: String, _ view: PageView) throws {
        if let list = Self.lists[condition] {
            return try select(
                condition.rawValue, label,
                list.labels.map { (value: $0.value, words: $0.label.said(in: view.question.language)) }, view)
        }
        try view.html.element(.label) {
            view.html.text(label)
            try view.html.element(
                .input,
                [.type("text"), .name(condition.rawValue), .value(query.all(condition.rawValue).first ?? "")])
        }
        view.html.line()
    }

    private func select(_ name: String, _ label: String, _ options: [(value: String, words: String)], _ view: PageView)
        throws
    {
        let chosen = query.all(name).first ?? ""
        try view.html.element(.label) {
            view.html.text(label)
            try view.select([.name(name)], none: view.plain(.any), options, chosen: chosen)
        }
        view.html.line()
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
