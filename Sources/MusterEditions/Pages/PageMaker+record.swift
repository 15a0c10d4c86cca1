import MusterCore
package import MusterValues

extension PageMaker {
    /// The name of a record with its short id, as its own page has it. Nothing else is read of the record.
    ///
    /// - Parameter id: the record.
    /// - Returns: such as "Dmitry Novikov O2".
    /// - Throws: `MusterError` for a record that is unknown.
    package func title(of id: RecordID) throws(MusterError) -> Words {
        let named = NamedRecord(id: id, name: try registry.title(of: id))
        return title(named, try maker(naming: [id]))
    }

    private func title(_ record: NamedRecord, _ maker: EditionMaker) -> Words {
        .joined([maker.nameAlone(record), .code(record.id.description)], .space)
    }

    /// Everything about a record: how it stands, each of its fields with its evidence, its names, its events, and what belongs to it.
    ///
    /// - Parameter record: the record, by name, code or short id.
    /// - Returns: what the page tells.
    /// - Throws: `MusterError` for a name that is unknown or that several records have.
    package func record(_ record: RecordReference) throws(MusterError) -> PageContent {
        let dossier = try registry.show(record, on: day.map { Period($0) })
        let sources = try registry.reportedSources(
            dossier.namedSources.union(dossier.id.kind == .source ? [dossier.id] : []))
        let own = NamedRecord(id: dossier.id, name: dossier.title)
        let isSource = dossier.id.kind == .source
        let said = isSource ? try registry.statements(from: dossier.id, limit: Self.mostStatements) : []
        let elsewhere =
            (dossier.state?.objects.map(\.record.id) ?? []) + dossier.then.compactMap(\.held?.named)
            + dossier.fields.flatMap(\.sources).compactMap(\.named?.id)
        let named =
            [dossier.id] + (isSource ? said.map(\.statement.citation) : dossier.related.map(\.id)) + elsewhere
        let maker = try maker(naming: named) { report throws(MusterError) in report.sources = sources }
        var blocks = try standing(dossier) + state(dossier, maker) + inDispute(dossier) + then(dossier, maker)
        blocks += fields(dossier, maker)
        blocks += events(dossier, maker)
        blocks += names(dossier)
        blocks += isSource ? cited(said, dossier, maker) : related(dossier, maker) + maker.sourceList
        return PageContent(title(own, maker), lead: lead(dossier), blocks, of: dossier.id)
    }

    private func lead(_ dossier: Dossier) -> Words {
        .joined(
            [
                .list(dossier.kind),
                .link(.revision(dossier.changed), .say(.changedIn, .number(Int(dossier.changed)))),
                .link(.history(dossier.id), .say(.itsHistory)),
            ], .dot)
    }

    /// How the record stands, or stood on the day: the grade, the states, and when it was last heard of.
    private func state(_ dossier: Dossier, _ maker: EditionMaker) -> [Block] {
        guard let state = dossier.state, state.grade != nil || !state.states.isEmpty else { return [] }
        let grade: Words? = state.grade.flatMap { grade in
            day.map { .say(.onTheDayIs, .date(StatedDate($0), .cell), .list(grade)) } ?? .list(grade)
        }
        // What may be one or the other is of one kind: a form, a status, a strength.
        let facets = state.states.map(\.side).reduce(into: [Int]()) { all, facet in
            if !all.contains(facet) { all.append(facet) }
        }
        let states = facets.compactMap { facet in
            Words.alternatives(
                state.states.filter { $0.side == facet }.map { one in
                    maker.named(.strong(.state(one)), state.objects.filter { $0.state == one })
                })
        }
        let words = [
            grade, states.isEmpty ? nil : .joined(states, .comma), state.lastHeard.map(Words.lastHeard),
        ].compactMap(\.self)
        return [.paragraph(.say(.fieldIs, .say(.lastKnownState), .joined(words, .comma)), .plain)]
    }

    /// The values that were other ones on the day than those on record.
    private func then(_ dossier: Dossier, _ maker: EditionMaker) -> [Block] {
        guard let day else { return [] }
        return dossier.then.map { then in
            let value: Words =
                then.field == .name
                ? .name(then.value) : then.held.map { maker.words($0, of: nil) } ?? .quiet(.say(.notKnown))
            let told = Words.joined([.strong(value)] + (then.grade.map { [.list($0)] } ?? []), .comma)
            let words = Words.say(.fieldIs, .field(then.field, of: dossier.id.kind), told)
            return .paragraph(.say(.onTheDayIs, .date(StatedDate(day), .cell), words), .plain)
        }
    }

    private func standing(_ dossier: Dossier) -> [Block] {
        guard let standing = dossier.standing, standing != .accepted else { return [] }
        let note = dossier.standingNote.map { [Words.note($0)] } ?? []
        return [.paragraph(.joined([.say(.judged, .list(standing))] + note, .comma), .warning)]
    }

    /// The fields, each with its value and by whose word it stands.
    private func fields(_ dossier: Dossier, _ maker: EditionMaker) -> [Block] {
        let record = NamedRecord(id: dossier.id, name: dossier.title)
        let rows = fieldRows(dossier.fields, of: record, maker, concluded: dossier.concluded)
        if rows.isEmpty { return [] }
        return [
            .section(Section(name: "on_record", title: .say(.onRecordHead), count: .number(rows.count))),
            .table(
                Self.table(
                    "on_record", .onRecordHead, rows,
                    [("field", .fieldHead), ("held", .onRecordHead), ("id", .citationsHead)])),
        ]
    }

    /// A row for each field: its name, its value, the ids of its citations, and beneath them by whose word it stands.
    ///
    /// `concluded` gives the value of a field that has none of its own, such as the group of somebody who is named of one.
    func fieldRows(
        _ fields: [FieldOnRecord], of record: NamedRecord, _ maker: EditionMaker,
        concluded: (FieldOnRecord) -> FieldValue? = { $0.value }
    ) -> [EditionTable.Row] {
        fields.map { field in
            let name = Words.field(field.field, of: record.id.kind)
            let isToldInWays =
                record.id.kind.field(field.field)?.isWorded == true && field.wordings > 1 && !field.isInDispute
            let marks: [Words] = [
                field.isInDispute ? .say(.inDispute) : nil, field.isSettled ? .say(.decided) : nil,
                isToldInWays ? .say(.toldInWays, .number(field.wordings)) : nil,
                field.origins > 0 ? .count(field.origins, .origin) : nil,
            ].compactMap(\.self)
            return EditionTable.Row(
                cells: [
                    EditionTable.Cell(words: name),
                    EditionTable.Cell(
                        words: .strong(maker.value(field, concluded(field), of: record.id.kind)),
                        second: marks.isEmpty ? nil : .joined(marks, .comma)),
                    EditionTable.Cell(
                        words: .joined(
                            (field.supporting + field.disputing + field.earlier + field.rejected).map {
                                .id($0.citation)
                            },
                            .comma)),
                ], evidence: maker.voices.lines(field.said))
        }
    }

    private func events(_ dossier: Dossier, _ maker: EditionMaker) -> [Block] {
        let rows = dossier.events.map { event in
            let judged =
                event.standing == .accepted
                ? [] : [Words.list(event.standing)] + (event.standingNote.map { [.note($0)] } ?? [])
            let value = event.fields.first { $0.field == .value }
            return EditionTable.Row(
                place: event.id,
                cells: [
                    EditionTable.Cell(words: .id(event.id)),
                    EditionTable.Cell(
                        words: .strong(.state(event.value)), second: judged.isEmpty ? nil : .joined(judged, .comma)),
                    EditionTable.Cell(words: .date(event.date, .cell)),
                ], evidence: value.map { maker.voices.lines($0.said) } ?? [])
        }
        if rows.isEmpty { return [] }
        return [
            .section(Section(name: "events", title: .say(.events), count: .number(rows.count))),
            .table(Self.table("events", .events, rows, [("id", .idHead), ("what", .what), ("when", .when)])),
        ]
    }

    private func names(_ dossier: Dossier) -> [Block] {
        if dossier.names.count < 2 { return [] }
        let rows = dossier.names.map { name in
            EditionTable.Row(cells: [
                EditionTable.Cell(words: .name(name.text)), EditionTable.Cell(words: .list(name.nature)),
                EditionTable.Cell(
                    words: name.source.map { .joined([.text($0.name ?? ""), .id($0.id)], .space) }
                        ?? .say(.referenceData)),
            ])
        }
        return [
            .section(Section(name: "names", title: .say(.namesAndFields), count: .number(rows.count))),
            .table(
                Self.table(
                    "names", .namesAndFields, rows, [("name", .nameHead), ("kind", .kind), ("source", .sourceHead)])),
        ]
    }

    /// The most statements of a source that its page tells.
    private static let mostStatements = 100

    /// What a source is cited for: on which field of which record, in which words, and where it says so.
    private func cited(
        _ said: [(field: FieldName, statement: CitedStatement)], _ dossier: Dossier, _ maker: EditionMaker
    ) -> [Block] {
        let rows = said.map { field, statement in
            EditionTable.Row(
                cells: [
                    EditionTable.Cell(words: .id(statement.citation)),
                    EditionTable.Cell(words: maker.name(NamedRecord(id: statement.citation, name: nil))),
                    EditionTable.Cell(words: .strong(.stated(statement.stated, of: field))),
                ], evidence: maker.voices.lines([statement.said(on: field)]))
        }
        if rows.isEmpty { return [.paragraph(.say(.citedForNothing), .plain)] }
        let all = max(rows.count, dossier.related.count { $0.id.kind == .citation })
        let more: [Block] =
            all > rows.count ? [.paragraph(.say(.andMore, .number(all - rows.count)), .plain)] : []
        return [
            .section(Section(name: "cited_for", title: .say(.citedFor), count: .number(all))),
            .table(
                Self.table(
                    "cited_for", .citedFor, rows, [("id", .idHead), ("about", .record), ("stated", .statedHead)])),
        ] + more
    }

    private func related(_ dossier: Dossier, _ maker: EditionMaker) -> [Block] {
        let rows = dossier.related.map { other in
            let judged: Words? = other.standing.flatMap { $0 == .accepted ? nil : .list($0) }
            return EditionTable.Row(cells: [
                EditionTable.Cell(
                    words: maker.name(NamedRecord(id: other.id, name: other.name)),
                    second: .joined([.id(other.id), judged].compactMap(\.self), .comma)),
                EditionTable.Cell(words: .list(other.id.kind)),
                EditionTable.Cell(
                    words: other.sources.isEmpty ? nil : .joined(other.sources.map { .id($0.id) }, .comma)),
            ])
        }
        if rows.isEmpty { return [] }
        return [
            .section(Section(name: "related", title: .say(.relatedHead), count: .number(rows.count))),
            .table(
                Self.table(
                    "related", .relatedHead, rows, [("name", .record), ("kind", .kind), ("source", .sources)])),
        ]
    }
}

extension EventValue {
    /// What it is of: values of one number exclude each other, those of others do not.
    fileprivate var side: Int {
        switch self {
        case .status, .tenure, .state: 0
        case .form: 1
        case .strength: 2
        case .plannedStrength: 3
        }
    }
}
