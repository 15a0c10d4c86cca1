import GRDB
public import MusterValues

extension Registry {
    /// Merges a record into another that is the same thing. Its posts, enrollments, events, citations and names move to
    /// the other one, and its short id leads there. Its values are taken only if the other record has none.
    ///
    /// Posts with the same title and region, and enrollments in the same unit, are merged too. Of two groups the kept one
    /// gets the numbers of people that both allow. Nothing is lost: `unmerge` undoes it.
    ///
    /// - Parameters:
    ///   - kept: the official, unit, source or group that stays.
    ///   - gone: the record that is merged into it.
    ///   - authorship: the person who merges them, and the reason.
    ///   - isOverruling: true to merge two that somebody told apart; undoing the merge tells them apart again.
    /// - Returns: the moves, record by record, and the values that were not taken.
    /// - Throws: `MusterError` if a record is unknown or merged already, if both are one record, are of two kinds or
    ///   were told apart, if one is inside or derived from the other, or if two groups are of two units or have numbers of
    ///   people that exclude each other.
    public func merge(
        _ kept: RecordReference, with gone: RecordReference, by authorship: Authorship,
        overruling isOverruling: Bool = false
    ) throws(MusterError) -> WriteResult {
        try write(authorship, doing: "merge two records") { transaction in
            let pair = try RecordPair(kept, gone, to: "merged", in: transaction.db)
            if !isOverruling,
                let revision = try DistinctionLookup(db: transaction.db).revision(of: pair.one, pair.other)
            {
                throw MusterError.refused(
                    rule:
                        "\(pair.one) and \(pair.other) are not the same, by revision \(revision)", fix: .overrule)
            }
            try Merge(kept: pair.one, gone: pair.other, transaction: transaction).run()
        }
    }
}

/// Merges one record into another, inside a transaction.
struct Merge {
    let kept: RecordID
    let gone: RecordID
    let transaction: Transaction
    var db: Database { transaction.db }

    func run() throws {
        try refuseUnfit()
        let title = try RecordTitles(db: db).title(gone)
        let pairs = try parts()
        let haveHistories = try kept.kind == .unit && [kept, gone].allSatisfy(hasEvents)
        try combine()
        transaction.note(gone, .merged(into: kept, title: title))
        if haveHistories { transaction.note(kept, .haveHistories(other: gone)) }
        for pair in pairs {
            let part = Merge(kept: pair.kept, gone: pair.gone, transaction: transaction)
            try part.combine()
            transaction.note(pair.gone, .merged(into: pair.kept, title: nil))
        }
        try transaction.refuseCircle(of: kept)
        try transaction.refuseDeathOfOneOrigin(by: kept)
        if kept.kind == .unit { try checkSuccessions() }
        for id in [kept] + pairs.map(\.kept) where id.kind == .enrollment { try finish(id) }
    }

    /// Refuses two records that cannot be merged.
    private func refuseUnfit() throws {
        let stand = try [kept, gone].map { try Sameness.stands($0.row(there: db)) }
        if stand[0] != stand[1] {
            let (wrong, other) = stand[0] ? (gone, kept) : (kept, gone)
            throw MusterError.refused(
                rule:
                    "\(wrong) is rejected and \(other) is not, so the merge would change who counts",
                fix: .setAlike(rejected: wrong, accepted: other))
        }
        if kept.kind == .unit, try RecordTitles(db: db).name(kept) == nil, try RecordTitles(db: db).name(gone) != nil {
            throw MusterError.refused(
                rule:
                    "\(kept) has no designation and \(gone) has one", fix: .mergeOtherWay(kept: kept, gone: gone))
        }
        if kept.kind == .source { try refuseOneSetAside() }
        if kept.kind == .unit { try refuseUnfitUnits() }
        if kept.kind == .enrollment { try refuseTwoUnits() }
        guard let link = kept.kind.chain, let column = link.columns.first else { return }
        let words = kept.kind == .unit ? "inside" : "derived from"
        for (one, other) in [(kept, gone), (gone, kept)] {
            let isLinked =
                try kept.kind == .source
                ? SourceDerivations(of: one, db).sources.contains(other.number)
                : one.row(db)?.get(column) as Int64? == other.number
            if !isLinked { continue }
            throw MusterError.refused(
                rule:
                    "\(one) is \(words) \(other), so they are two", fix: .takeAway(from: one, field: link.name.rawValue)
            )
        }
    }

    /// The posts or enrollments that must be merged as well, because the kept record has the same one.
    private func parts() throws -> [(kept: RecordID, gone: RecordID)] {
        switch kept.kind {
        case .official: return try pairs(of: .post, by: "official_id") + pairs(of: .enrollment, by: "official_id")
        case .unit: return try pairs(of: .enrollment, by: "unit_id")
        default: return []
        }
    }

    private func pairs(of kind: RecordKind, by column: String) throws -> [(kept: RecordID, gone: RecordID)] {
        let rows = { (owner: RecordID) in
            try Row.fetchAll(
                db, sql: "SELECT * FROM \(kind.name) WHERE \(column) = ? ORDER BY id", arguments: [owner.number])
        }
        let known = try rows(kept)
        return try rows(gone).compactMap { row in
            // Otherwise a record that is judged wrong would be merged with one that counts.
            let same = try known.first {
                try Sameness.stands($0) == Sameness.stands(row)
                    && Sameness.of(kind)?.isSame($0, row, onceOf: column) == true
            }
            guard let same else { return nil }
            let (one, other) = (RecordID(kind, try same.get("id")), RecordID(kind, try row.get("id")))
            // Two groups of one wording that somebody told apart stay two.
            return try DistinctionLookup(db: db).revision(of: one, other) == nil ? (one, other) : nil
        }
    }

    /// Moves everything to the kept record and deletes the other's row.
    private func combine() throws {
        try transaction.insert(
            "merge",
            [
                "id": try transaction.nextNumber(in: "merge"), "kind": kept.kind.name, "gone": gone.number,
                "kept": kept.number,
            ])
        if kept.kind == .enrollment { try settleDoubt() }
        if kept.kind == .source { try fillDerivations() }
        try fillGaps()
        for (table, column) in kept.kind.pointers { try move(table, column) }
        try db.execute(sql: "DELETE FROM \(gone.kind.name) WHERE id = ?", arguments: [gone.number])
    }

    private func move(_ table: String, _ column: String) throws {
        if table == "conclusion" {
            // What was decided about the kept record stands.
            try db.execute(
                sql: """
                    DELETE FROM conclusion WHERE \(column) = :gone AND field IN (\
                    SELECT field FROM conclusion WHERE \(column) = :kept)
                    """, arguments: ["gone": gone.number, "kept": kept.number])
        }
        if table == "group_member" {
            // The kept record may already be a member of that group, or have that member; two equal rows are refused.
            let other = column == "group_id" ? "member_id" : "group_id"
            try db.execute(
                sql: """
                    DELETE FROM group_member WHERE \(column) = :gone AND EXISTS (SELECT 1 FROM group_member k \
                    WHERE k.\(column) = :kept AND k.\(other) = group_member.\(other))
                    """, arguments: ["gone": gone.number, "kept": kept.number])
        }
        let ids = try Int64.fetchAll(
            db, sql: "SELECT id FROM \(table) WHERE \(column) = ? ORDER BY id", arguments: [gone.number])
        if ids.isEmpty { return }
        let nature =
            table == "name" && column != "source_id"
            ? ", nature = CASE nature WHEN 'primary' THEN 'alias' ELSE nature END" : ""
        try db.execute(
            sql: "UPDATE \(table) SET \(column) = ?\(nature), revision = ? WHERE \(column) = ?",
            arguments: [kept.number, transaction.revision(), gone.number])
        if table == "derivation" {
            let repeating = try Int64.fetchAll(
                db, sql: "SELECT source_id FROM derivation WHERE \(column) = ? AND revision = ? ORDER BY 1",
                arguments: [kept.number, transaction.revision()])
            for source in repeating { transaction.note(RecordID(.source, source), .moved(from: gone, to: kept)) }
        } else if column == FieldName.perhapsSameAs.rawValue {
            transaction.note(kept, .received(RecordChange.Parts(table: "doubt", count: ids.count), from: gone))
        } else if let kind = RecordKind(name: table), kind != .citation {
            for id in ids { transaction.note(RecordID(kind, id), .moved(from: gone, to: kept)) }
        } else {
            transaction.note(kept, .received(RecordChange.Parts(table: table, count: ids.count), from: gone))
        }
    }

    /// Gives the kept record the values that only the other has, and reports each field in which they differ.
    private func fillGaps() throws {
        guard let own = try kept.row(db), let other = try gone.row(db) else { return }
        var filled: [(String, (any DatabaseValueConvertible)?)] = []
        for field in kept.kind.fields where field.merged != .stays {
            if try field.words(in: own) == field.words(in: other) { continue }
            if field.merged == .narrows {
                filled += try narrowed(field, own, other)
                continue
            }
            let held = try FieldReader(db: db, id: kept).value(of: field, in: own)
            let offered = try FieldReader(db: db, id: gone).value(of: field, in: other)
            if field.merged == .fillsGap {
                guard let offered else { continue }
                if held == nil {
                    filled += field.columns.map { ($0, other[$0] as DatabaseValue) }
                    transaction.note(kept, .filled(field.name, from: gone, value: offered))
                    continue
                }
            }
            transaction.note(kept, .kept(field.name, value: held, other: gone, otherValue: offered))
        }
        if !filled.isEmpty { try transaction.update(kept.kind.name, filled, where: "id", is: kept.number) }
    }
}
