import MusterCore
import MusterEditions
import MusterHTML
import MusterValues

extension FilterForm {
    /// Says by what the list is narrowed and sorted, with the way to all of it; nothing of a list that is whole.
    func narrowed(_ view: PageView) throws {
        let own = query.without(Endpoint.parametersOfPages + PageLinks.places.sorted())
        let told = own.values.sorted { $0.key < $1.key }.flatMap { name, values in
            values.filter { !$0.isEmpty }.map { "\(label(name, view)): \(words($0, of: name, view))" }
        }
        if told.isEmpty { return }
        let html = view.html
        try html.element(.p) {
            html.text("\(view.plain(.narrowedBy)) \(told.joined(separator: "; ")). ")
            let all = view.links.same(own.values.keys.sorted().map { LinkCondition($0, nil) })
            try html.element(.a, [.page(all)], view.plain(.withoutConditions))
        }
        html.line()
    }

    /// What a condition is called: by its input, or by its name in the address.
    private func label(_ name: String, _ view: PageView) -> String {
        if name == "sort" { return view.plain(.sortBy) }
        let known = Self.conditions.first { $0.0.rawValue == name }
        return known.map { view.blocks.plain($0.1) } ?? name
    }

    /// The words for a value of a closed list or for a column; any other value as it was typed.
    private func words(_ value: String, of name: String, _ view: PageView) -> String {
        if name == "sort" { return sorts.first { $0.column == value }.map { view.plain($0.words) } ?? value }
        let list = Condition(rawValue: name).flatMap { Self.lists[$0] }
        return list?.labels.first { $0.value == value }?.label.said(in: view.question.language) ?? value
    }
}
