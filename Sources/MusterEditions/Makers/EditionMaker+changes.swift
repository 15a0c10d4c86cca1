import MusterCore
import MusterValues

extension EditionMaker {
    /// The numbers that moved, a row for each revision that moved one.
    func moved(_ changes: Changes) -> [Block] {
        let acts = Dictionary(grouping: changes.acts, by: \.revision)
        let rows = changes.numbers.flatMap { number in
            number.steps.enumerated().map { index, step in
                row(
                    number, step, before: index == 0 ? number.before : number.steps[index - 1].after,
                    acts[step.revision] ?? [])
            }
        }
        return table(
            "moved", .movedNumbers, .movedAbout, rows,
            [
                ("name", .record, false), ("record", .idHead, false), ("what", .what, false), ("which", .which, true),
                ("before", .before, false), ("after", .after, false), ("revision", .revision, false),
                ("author", .author, true), ("at", .when, true), ("reason", .reason, true),
            ])
    }

    private func row(
        _ number: Changes.MovedNumber, _ step: Changes.Step, before: Changes.Amount?, _ acts: [RevisionAct]
    ) -> EditionTable.Row {
        let which = number.which.map { Words.listed($0.rawValue, $0.label) }
        let (none, zero): (Words, String) =
            number.what.isCount ? (.number(0), "0") : (.quiet(.say(.nothingOnRecord)), "")
        let by: Words = .joined(
            [.date(Day(String(step.at.prefix(10))).map { StatedDate($0) }, .cell), .name(step.author)], .comma)
        let why = Words.say(.fieldIs, by, .joined([.reason(step.reason)] + acts.map(words), .semicolon))
        return EditionTable.Row(
            cells: [
                EditionTable.Cell(words: number.of.map { name($0) } ?? .say(.wholeRegister)),
                EditionTable.Cell(words: number.of.map { .id($0.id) }),
                EditionTable.Cell(
                    words: which.map { .say(.fieldIs, label(number.what), $0) } ?? label(number.what),
                    raw: number.what.rawValue),
                EditionTable.Cell(words: which),
                EditionTable.Cell(
                    words: before.map(words) ?? none, raw: before?.words ?? zero),
                EditionTable.Cell(
                    words: step.after.map { .strong(words($0)) } ?? none,
                    raw: step.after?.words ?? zero),
                EditionTable.Cell(
                    words: .number(Int(step.revision)), second: why, raw: String(step.revision)),
                EditionTable.Cell(words: .name(step.author)), EditionTable.Cell(words: .time(step.at), raw: step.at),
                EditionTable.Cell(words: .reason(step.reason)),
            ], evidence: evidence(of: step))
    }

    /// What is counted; with the day, where it is counted for one.
    private func label(_ what: Changes.What) -> Words {
        switch what {
        case .peopleOnDay: .say(.peopleOnDay, .date(StatedDate(day), .cell))
        case .certainOnDay: .say(.certainOnDay, .date(StatedDate(day), .cell))
        default: .labelled(what)
        }
    }

    /// The citations of a step under the record of which each speaks: "left" is one thing of a post, and another of an enrollment.
    private func evidence(of step: Changes.Step) -> [Words] {
        var records: [RecordID] = []
        var own: [RecordID: [(statement: CitedStatement, field: FieldName)]] = [:]
        for (statement, cited) in zip(step.citations, step.cited) {
            if own[cited.record] == nil { records.append(cited.record) }
            own[cited.record, default: []].append((statement, cited.field))
        }
        return records.flatMap { record in
            told(own[record] ?? [], wholly: true).map {
                .say(.fieldIs, .joined([.id(record), nameAlone(NamedRecord(id: record, name: nil))], .space), $0)
            }
        }
    }

    /// The citations of one place in a line: their ids, the words and the place, and the title of the source where its publisher
    /// is named. With `wholly` all that they state is told, also in the register's own words.
    private func told(
        _ citations: [(statement: CitedStatement, field: FieldName)], wholly: Bool = false
    ) -> [Words] {
        let places = citations.reduce(into: [] as [[(statement: CitedStatement, field: FieldName)]]) {
            places, citation in
            if let place = places.firstIndex(where: { $0[0].statement.isBeside(citation.statement) }) {
                places[place].append(citation)
            } else {
                places.append([citation])
            }
        }
        return places.map { place in
            let source = voices.sources[place[0].statement.source.id]
            let title = source?.publisher == nil ? [] : [source.map { Words.text($0.title) }].compactMap(\.self)
            let ids = Words.joined(place.map { .id($0.statement.citation) }, .comma)
            let said = voices.lines(
                place.map { one in
                    var said = one.statement.said(on: one.field)
                    said.isTold = wholly
                    return said
                })
            return .joined([.joined([ids] + said, .space)] + title, .comma)
        }
    }

    private func words(_ amount: Changes.Amount) -> Words {
        .alternatives(amount.ranges.map { .range(least: $0.least, most: $0.most, nil) }) ?? .say(.nothingOnRecord)
    }

    /// What a revision did that no field tells.
    private func words(_ act: RevisionAct) -> Words {
        switch act.act {
        case .undid: .say(.undid, .number(Int(act.undoes ?? 0)))
        case .merged: .say(.mergedInto, act.gone.map(Words.id) ?? .text(""), act.kept.map(Words.id) ?? .text(""))
        case .redacted: .say(.redactedVersions, .number(act.versions ?? 0))
        }
    }

    /// The fields of records that changed, each as it was and as it is.
    func records(_ changes: [Difference]) -> [Block] {
        // The sources have their places in the list of them.
        var placed = Set(sources.map(\.id))
        let rows = changes.map { difference in
            let record = difference.record
            return EditionTable.Row(
                place: record.flatMap { placed.insert($0).inserted ? $0 : nil },
                cells: [
                    EditionTable.Cell(words: record.map { .id($0) }),
                    EditionTable.Cell(
                        words: record.map { name(NamedRecord(id: $0, name: difference.title)) }
                            ?? .text(difference.title)),
                    EditionTable.Cell(words: .say(Self.phrase(difference.change)), raw: difference.change.rawValue),
                    EditionTable.Cell(words: words(difference.field, of: record?.kind), raw: difference.field.rawValue),
                    EditionTable.Cell(words: difference.before.map { value($0, difference) }),
                    EditionTable.Cell(words: difference.after.map { .strong(value($0, difference)) }),
                ],
                evidence: told(difference.citedSince.map { ($0, difference.field.citedName) })
                    + difference.uncitedSince.map { .say(.noLongerCited, .id($0)) })
        }
        return table(
            "changed", .changedRecords, .changedAbout, rows,
            [
                ("record", .idHead, false), ("name", .record, false), ("change", .change, false),
                ("field", .fieldHead, false), ("before", .before, false), ("after", .after, false),
            ])
    }

    private static func phrase(_ change: Difference.Change) -> Phrase {
        switch change {
        case .added: .added
        case .changed: .changed
        case .removed: .removed
        }
    }

    private func value(_ value: FieldValue, _ difference: Difference) -> Words {
        guard case .field(let name) = difference.field else {
            return value == .word("reference") ? .say(.referenceData) : words(value, of: nil)
        }
        return words(value, of: difference.record?.kind.field(name))
    }

    private func words(_ field: ComparedField, of kind: RecordKind?) -> Words {
        switch field {
        case .field(let name): kind.map { .field(name, of: $0) } ?? .list(name)
        case .inference(let name): .say(.inferredField, kind.map { .field(name, of: $0) } ?? .list(name))
        case .spelling(let nature, let text): .say(.fieldIs, .list(nature), .name(text))
        case .bordersAbroad: .say(.bordersAbroad)
        case .merged: .say(.mergedRecords)
        case .notTheSame: .say(.notTheSame)
        case .members: .say(.namedOfGroup)
        case .blocMember: .say(.blocMember)
        }
    }

    /// The revisions, the oldest first.
    func revisions(_ changes: Changes) -> [Block] {
        let all = Dictionary(grouping: changes.acts, by: \.revision)
        let rows = changes.revisions.map { revision in
            let acts = (all[revision.revision] ?? []).map(words)
            return EditionTable.Row(cells: [
                EditionTable.Cell(words: .number(Int(revision.revision))),
                EditionTable.Cell(words: .time(revision.at), raw: revision.at),
                EditionTable.Cell(words: .name(revision.author)),
                EditionTable.Cell(words: .reason(revision.reason)),
                EditionTable.Cell(words: what(revision), second: acts.isEmpty ? nil : .joined(acts, .semicolon)),
            ])
        }
        return table(
            "revisions", .revisions, .revisionsAbout, rows,
            [
                ("revision", .revision, false), ("at", .when, false), ("author", .author, false),
                ("reason", .reason, false), ("what", .what, false),
            ])
    }
}

extension CitedStatement {
    /// True if it is of the same place, by the same voice and on the same side.
    fileprivate func isBeside(_ other: CitedStatement) -> Bool {
        source.id == other.source.id && locator == other.locator && speaker == other.speaker && stance == other.stance
    }
}
