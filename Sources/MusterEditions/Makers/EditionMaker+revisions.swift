import MusterCore
import MusterValues

extension EditionMaker {
    /// What a revision changed: the records by their names if there are few, otherwise their number.
    func what(_ revision: LoggedRevision) -> Words {
        let kinds: [(LoggedChange.Change, Phrase)] = [
            (.redacted, .redactedOnes), (.added, .addedOnes), (.changed, .changedOnes), (.removed, .removedOnes),
        ]
        let told = kinds.compactMap { kind, phrase -> Words? in
            let own = revision.changes.filter { $0.change == kind }.map(words)
            return own.isEmpty ? nil : .say(phrase, .joined(own, .comma))
        }
        return .joined(told, .semicolon)
    }

    private func words(_ change: LoggedChange) -> Words {
        if !change.records.isEmpty {
            return .joined(
                change.records.map { record in
                    let name = nameAlone(record)
                    return record.id.kind == .region || record.name == nil || name == .id(record.id)
                        ? .id(record.id) : .joined([.id(record.id), name], .space)
                }, .comma)
        }
        if let noun = change.noun { return .count(change.count, noun) }
        return .say(change.tableWords, .number(change.count))
    }
}

extension LoggedChange {
    /// The noun for what changed, if it is a kind of record.
    fileprivate var noun: Noun? {
        what == "record" ? .record : what == "look" ? .look : RecordKind.allCases.first { $0.name == what }?.noun
    }

    /// The words for a table that is no kind of record.
    fileprivate var tableWords: Phrase {
        switch what {
        case "name": .namesChanged
        case "reason", "revision": .reasonsChanged
        case "conclusion": .conclusionsChanged
        case "derivation": .derivationsChanged
        case "distinction": .distinctionsChanged
        case "group_member": .membersChanged
        case "merge": .mergesChanged
        case "bloc_member", "foreign_neighbour": .regionFactsChanged
        default: .recordsChanged
        }
    }
}
