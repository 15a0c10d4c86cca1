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
        try html.element(.details, [.class("narrow")] + (query.values.keys.contains { $0 != "after" } ? [.open] : [])) {
            try html.element(.summary, [], view.plain(.narrow))
            try html.element(.form, [.action(view.links.bare)]) {
                html.line()
                for (condition, words) in Self.conditions where condition.kinds.contains(kind) {
                    try input(condition, view.blocks.plain(words), view)
                }
                if !sorts.isEmpty {
                    try select("sort", view.plain(.sortBy), sorts.map { ($0.column, view.plain($0.words)) }, view)
                }
                for (name, value) in [("on", view.links.day), ("known-at", view.links.knownAt)] {
                    if let value { try html.element(.input, [.type("hidden"), .name(name), .value(value)]) }
                }
                try html.element(.button, [], view.plain(.show))
            }
        }
        html.line()
    }

    private func input(_ condition: Condition, _ label: String, _ view: PageView) throws {
        if let list = Self.lists[condition] {
            return try select(condition.rawValue, label, list.options(in: view.question.language), view)
        }
        try view.html.element(.label) {
            view.html.text(label)
            try view.html.element(
                .input,
                [.type("text"), .name(condition.rawValue), .value(query.all(condition.rawValue).first ?? "")])
        }
        view.html.line()
    }

    private func select(_ name: String, _ label: String, _ options: [(String, String)], _ view: PageView) throws {
        let chosen = query.all(name).first ?? ""
        try view.html.element(.label) {
            view.html.text(label)
            try view.html.element(.select, [.name(name)]) {
                try view.html.element(.option, [.value("")], view.plain(.any))
                for (value, words) in options {
                    try view.html.element(.option, [.value(value)] + (value == chosen ? [.selected] : []), words)
                }
            }
        }
        view.html.line()
    }
}

extension ClosedList {
    /// The values with their words, as the options of an input.
    static func options(in language: Language) -> [(String, String)] {
        allCases.map { ($0.rawValue, $0.label.said(in: language)) }
    }
}
