package import MusterValues

/// A statement of a source on what a report shows, and the texts by which the report says already what it states.
package struct Said {
    /// The statement.
    package let source: TimelineLine.Source
    /// The texts that say the value on record.
    package let known: [String]

    /// True if it speaks of the group that somebody is one of, and does not name that person.
    package let isOfGroup: Bool
    /// True if what it states is told in any case: beside a number that it moved nothing else tells it.
    package var isTold = false

    package init(source: TimelineLine.Source, known: [String], isOfGroup: Bool = false) {
        self.source = source
        self.known = known
        self.isOfGroup = isOfGroup
    }

    /// What the source states in other words than the register; nil if a reader knows it from the value already.
    package var otherwise: String? {
        // Most are the same to the letter, and folding is slow.
        let isKnown = known.contains(source.stated) || known.contains { Text.folded($0) == Text.folded(source.stated) }
        // The words are the register's own, but what is said of another time, or against the value, is another value.
        let isOther = isTold || source.isEarlier || source.stance == .disputes
        return isKnown || source.wording != nil && !isOther ? nil : source.stated
    }
}

extension TimelineLine {
    /// The statements about it, each with what the line says itself.
    package var said: [Said] {
        sources.map { source in
            let known: [String] =
                switch source.field {
                case .date: [date?.edtf].compactMap(\.self)
                case .cause: [cause].compactMap(\.self)
                default: value.spellings
                }
            return Said(source: source, known: known, isOfGroup: source.field == .group)
        }
    }
}

extension FieldOnRecord {
    /// The statements about it, each with the value on record.
    package var said: [Said] {
        sources.map { source in
            var said = Said(source: source, known: value?.spellings ?? [])
            // Where nothing is concluded, no other word tells what a source states.
            said.isTold = value == nil
            return said
        }
    }
}

extension Report.ValueThen {
    /// The statements of it.
    package var said: [Said] { citations.map { $0.said(on: field, knowing: value?.spellings ?? []) } }
}

extension TimelineLine.Source {
    /// The record that it names by its code; nil if it names none, or in words of its own, which are told as they are.
    package var named: NamedRecord? {
        guard wording != nil, Self.references.contains(field), let id = RecordID(stated) else { return nil }
        return NamedRecord(id: id, name: nil)
    }

    private static let references = Set(
        RecordKind.allCases.flatMap(\.fields).filter { if case .reference = $0.type { true } else { false } }.map(
            \.name))
}

extension CitedStatement {
    /// The statement where only its own value is shown, which it is for.
    package var forItsOwnValue: CitedStatement { on(.supports) }

    /// The statement on a field, with the values that a reader knows already.
    package func said(on field: FieldName, knowing known: [String] = []) -> Said {
        Said(source: TimelineLine.Source(self, on: field), known: known)
    }
}

extension ListedCitation {
    /// The statement, with the values that a reader knows already.
    package func said(knowing known: [String] = []) -> Said {
        Said(source: TimelineLine.Source(CitedStatement(self), on: field), known: known)
    }
}

extension FieldValue {
    /// The texts that say the value.
    package var spellings: [String] {
        switch self {
        case .region(let region): [words, region.name, region.code]
        case .record(let record): [words, record.name].compactMap(\.self)
        case .event(.strength(let least, let most)), .event(.plannedStrength(let least, let most)):
            [words, Strength(least: least, most: most).words]
        case .names(let names): names
        default: [words]
        }
    }
}

extension TimelineLine.Source {
    /// A citation of a field.
    init(_ statement: CitedStatement, on field: FieldName) {
        self.init(
            citation: statement.citation, field: field, source: statement.source, locator: statement.locator,
            stated: statement.stated, wording: statement.wording, held: statement.held, quote: statement.quote,
            speaker: statement.speaker,
            speech: statement.speech,
            stance: statement.stance, standing: statement.standing)
    }
}

extension FieldOnRecord {
    /// The statements on it, each with whether it speaks of another time; those that the registry rejects are last.
    package var sources: [TimelineLine.Source] {
        statements.map { statement in
            var source = TimelineLine.Source(statement, on: field)
            source.isEarlier = earlier.contains(statement)
            return source
        }
    }
}

extension ReportedField {
    /// True if it says who claims or who administers a territory.
    package var isClaim: Bool { record.id.kind == .region && [.claimedBy, .administeredBy].contains(field.field) }
}
