import MusterCore
import MusterEditions
import MusterHTML
import MusterValues

extension FilterForm {
    /// Says by what the list is narrowed and sorted, with the way to all of it; nothing of a list that is whole.
    func narrowed(_ view: PageView) throws {
        let own = query.without(Endpoint.parametersOfPages + PageLinks.places.sorted())
        let told = own.values.sorted { $0.key < $1.key }.flatMap { name, values in
            values.filter { !$0.isEmpty }.map { view.blocks.plain(.say(.fieldIs, label(name), words($0, of: name))) }
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

    /// What a condition of an address is called.
    private func label(_ name: String) -> Words {
        if let condition = Condition(rawValue: name) { return condition.words }
        // A period is given by its days, too, which are no conditions of their own.
        return switch name {
        case "from": .say(.fromDay)
        case "until": .say(.toDay)
        default: .text(name)
        }
    }

    /// The words for a value of a closed list, for a column and for what is so or not; any other value as it was typed.
    private func words(_ value: String, of name: String) -> Words {
        if let sort = sorts.first(where: { $0.column == value }), name == "sort" { return .say(sort.words) }
        let condition = Condition(rawValue: name)
        if let condition, condition.valueName == nil { return .say(value == "false" ? .no : .yes) }
        let label = condition.flatMap { Self.lists[$0] }?.labels.first { $0.value == value }?.label
        return label.map { Words.listed(value, $0) } ?? .text(value)
    }
}

extension Condition {
    /// What the condition is called on a page.
    var words: Words {
        switch self {
        case .region: .say(.region)
        case .federalDistrict: .say(.narrowsDistrict)
        case .borders: .say(.narrowsBorders)
        case .sea: .say(.narrowsSea)
        case .programme: .say(.narrowsProgramme)
        case .unit: .say(.unit)
        case .official: .say(.official)
        case .own: .say(.narrowsOwn)
        case .withOrigins: .say(.narrowsWithOrigins)
        case .state: .say(.narrowsState)
        case .status: .say(.status)
        case .form: .say(.form)
        case .ever: .say(.narrowsEver)
        case .standing: .say(.standing)
        case .postChange: .say(.narrowsPostChange)
        case .post: .say(.narrowsPost)
        case .postKind: .say(.postKindLabel)
        case .contract: .say(.contract)
        case .source: .say(.sourceHead)
        case .speaker: .say(.narrowsSpeaker)
        case .needs: .say(.narrowsNeeds)
        case .on: .say(.onADay)
        case .throughout: .say(.narrowsThroughout)
        case .grade: .say(.narrowsGrade)
        case .sort: .say(.sortBy)
        case .limit: .say(.narrowsLimit)
        }
    }
}
