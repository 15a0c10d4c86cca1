import MusterCore
package import MusterValues

extension PageMaker {
    /// A field of a record with all that is said of it, above the form that decides it.
    ///
    /// - Parameters:
    ///   - id: the record.
    ///   - field: the name of the field; one that the record has not tells nothing.
    ///   - title: the head of the page.
    /// - Returns: what the page tells.
    /// - Throws: `MusterError` for a record that is unknown.
    package func dispute(of id: RecordID, _ field: String, titled title: Words) throws(MusterError) -> PageContent {
        let dossier = try registry.show(RecordReference(id))
        let sources = try registry.reportedSources(dossier.namedSources, withTies: false)
        let maker = try maker { report throws(MusterError) in report.sources = sources }
        let own = dossier.fields.filter { $0.field.rawValue == field }
        let rows = fieldRows(own, of: NamedRecord(id: id, name: dossier.title), maker, concluded: dossier.concluded)
        if rows.isEmpty { return PageContent(titled: title) }
        let columns: [(String, Phrase)] = [("field", .fieldHead), ("held", .onRecordHead), ("id", .citationsHead)]
        return PageContent(title, [.table(Self.table("on_record", .onRecordHead, rows, columns))])
    }

    /// What to look at again, by reason.
    ///
    /// - Throws: `MusterError` if the registry cannot be read.
    package func due() throws(MusterError) -> PageContent {
        let groups = try registry.dueGroups(on: day, first: 200)
        let maker = try maker(naming: groups.flatMap(\.first).map(\.record.id))
        let blocks = groups.flatMap { group -> [Block] in
            let rows = group.first.map { due in
                EditionTable.Row(cells: [
                    EditionTable.Cell(
                        words: maker.name(due.record),
                        second: maker.name(due.record) == .id(due.record.id) ? nil : .id(due.record.id)),
                    EditionTable.Cell(words: due.lastHeard.map { .date($0.date, .cell) }),
                    EditionTable.Cell(words: note(due)),
                ])
            }
            return [
                .section(
                    Section(name: group.kind.rawValue, title: .labelled(group.kind), count: .number(group.count))),
                .table(
                    Self.table(
                        group.kind.rawValue, .due, rows,
                        [("name", .record), ("last_heard", .lastHeardHead), ("why", .noteHead)])),
            ]
                + (group.count > rows.count
                    ? [.paragraph(.say(.andMore, .number(group.count - rows.count)), .plain)] : [])
        }
        return PageContent(
            .say(.due), lead: .say(.dueAbout), blocks.isEmpty ? [.paragraph(.say(.nothingDue), .plain)] : blocks)
    }

    /// The note of what is due: the last day of a contract, the note of a standing, or the address of a source.
    private func note(_ due: Due) -> Words? {
        if let until = due.until { return .say(.untilDay, .date(StatedDate(until), .cell)) }
        return due.note.map(Words.note)
    }

    /// What waits for an editor.
    ///
    /// - Throws: `MusterError` if the registry cannot be read.
    package func review() throws(MusterError) -> PageContent {
        let queue = try registry.reviewQueue()
        let maker = try maker(naming: queue.map(\.id))
        let together = Dictionary(queue.map { ($0.revision, 1) }, uniquingKeysWith: +)
        var told: Set<Int64> = []
        let rows = queue.map { waiting in
            let number = together[waiting.revision] ?? 1
            // The first row of a revision has the way to judge all of it.
            let isFirst = number > 1 && told.insert(waiting.revision).inserted
            let name = maker.name(NamedRecord(id: waiting.id, name: nil))
            return EditionTable.Row(cells: [
                EditionTable.Cell(
                    words: name == .id(waiting.id) ? .record(waiting.id, .text(waiting.title)) : name,
                    second: .joined([.list(waiting.kind), .id(waiting.id)], .space)),
                EditionTable.Cell(words: waiting.note.map(Words.note), second: comparisons(waiting)),
                EditionTable.Cell(
                    words: .name(waiting.author), second: .link(.revision(waiting.revision), .time(waiting.recordedAt))),
                EditionTable.Cell(
                    words: offer(.edit, [("record", "\(waiting.id)")], .judgeIt),
                    second: isFirst ? judgingAll(number, of: waiting.revision) : nil),
            ])
        }
        let other = Words.joined(
            [
                .link(.page(.disputes, []), .say(.disputesTitle)), .link(.page(.duplicates, []), .say(.duplicates)),
                .link(.page(.due, []), .say(.due)), .link(.page(.coverage, []), .say(.coverageTitle)),
            ], .dot)
        return PageContent(
            .say(.review), lead: .joined([.say(.reviewAbout), other], .space),
            [
                rows.isEmpty
                    ? .paragraph(.say(.nothingWaits), .plain)
                    : .table(
                        Self.table(
                            "review", .review, rows,
                            [("name", .record), ("why", .noteHead), ("author", .author), ("next", .next)]))
            ])
    }

    /// The way to judge all that waits since a revision, for whom may.
    private func judgingAll(_ number: Int, of revision: Int64) -> Words? {
        if !forms.contains(.review) { return nil }
        let known = [LinkCondition("revision", "\(revision)")]
        return .link(.form(.review, known), .say(.judgeAll, .number(number), .number(Int(revision))))
    }

    /// The ways to compare a record with those of which its note says that it may be one.
    private func comparisons(_ waiting: AwaitingReview) -> Words? {
        let named = (waiting.note ?? "").split { !$0.isLetter && !$0.isNumber }.compactMap {
            RecordReference(String($0)).id
        }
        let ways = named.filter { $0.kind == waiting.kind && $0 != waiting.id }.compactMap { other in
            offer(.merge, [("kept", "\(other)"), ("gone", "\(waiting.id)")], .compareThem)
        }
        return ways.isEmpty ? nil : .joined(ways, .comma)
    }

    /// Pairs of records that may be one.
    ///
    /// - Parameter kind: their kind; nil for all.
    /// - Returns: what the page tells.
    /// - Throws: `MusterError` for a kind that has no duplicates.
    package func duplicates(of kind: RecordKind?) throws(MusterError) -> PageContent {
        let pairs = try registry.duplicates(of: kind, limit: 100)
        let maker = try maker()
        let rows = pairs.map { pair in
            let cell = { (record: DuplicatePair.Record) in
                EditionTable.Cell(
                    words: .record(record.id, .name(record.name)),
                    second: .joined([.id(record.id)] + self.about(record.about, maker), .comma))
            }
            let reasons = pair.reasons.map { reason -> Words in
                let of = [reason.region.map { maker.name($0) }, reason.unit.map { maker.name($0) }].compactMap(\.self)
                return .joined([.list(reason.reason)] + of, .space)
            }
            return EditionTable.Row(cells: [
                cell(pair.one), cell(pair.other), EditionTable.Cell(words: .joined(reasons, .semicolon)),
                EditionTable.Cell(
                    words: offer(.merge, [("kept", "\(pair.one.id)"), ("gone", "\(pair.other.id)")], .compareThem)),
            ])
        }
        return PageContent(
            .say(.duplicates), lead: .say(.duplicatesAbout),
            [
                rows.isEmpty
                    ? .paragraph(.say(.noneAlike), .plain)
                    : .table(
                        Self.table(
                            "duplicates", .duplicates, rows,
                            [("one", .oneHead), ("other", .otherHead), ("why", .why), ("next", .next)]))
            ])
    }

    /// What tells a record from others of its name.
    func about(_ context: RecordContext, _ maker: EditionMaker) -> [Words] {
        [
            context.post.map { .text($0.name ?? "") }, context.region.map { maker.name($0) },
            context.publisher.map { .name($0) }, context.published.map(Words.published),
        ].compactMap(\.self)
    }
}
