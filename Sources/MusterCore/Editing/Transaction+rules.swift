import GRDB
import MusterValues

extension Transaction {
    /// Refuses a unit without a designation, except one of kind unnamed, which must have none.
    func checkDesignation(of id: RecordID) throws {
        let kind = try String.fetchOne(db, sql: "SELECT kind FROM unit WHERE id = ?", arguments: [id.number])
        if try (kind == UnitKind.unnamed.rawValue) != (RecordTitles(db: db).name(id) == nil) {
            throw MusterError.refused(rule: "a unit has a designation, unless it is of kind unnamed")
        }
    }

    /// Refuses a stated value that a citation of a date cannot have.
    func refuseUnreadableDate(of id: RecordID, after columns: [ColumnChange]) throws {
        let row = try id.row(there: db)
        guard let stated = columns.first(where: { $0.field == .stated })?.value as? String,
            let record = try RecordKind.citation.field(.of)?.reference(in: row)
        else { return }
        try refuseUnreadableDate(stated, of: row.list("field"), record)
    }

    /// Refuses a new region or whole of a unit if a unit there has its designation.
    func refuseTakenPlace(of id: RecordID, after columns: [ColumnChange]) throws {
        let new = Dictionary(columns.map { ($0.column, $0.value?.databaseValue ?? .null) }) { $1 }
        guard new["part_of"] != nil || new["region_code"] != nil, let name = try RecordTitles(db: db).name(id) else {
            return
        }
        let row = try id.row(there: db)
        let place = DesignationPlace(
            whole: Int64.fromDatabaseValue(new["part_of"] ?? row["part_of"]),
            region: String.fromDatabaseValue(new["region_code"] ?? row["region_code"]))
        try refuseTaken(name, in: place, except: [id])
    }

    /// Refuses a change of an event by which it would name another unit that its value does not ask for, or lack one that it does;
    /// or by which a post would change for somebody else's enrollment.
    func refuseUnfitLinks(of id: RecordID, after columns: [ColumnChange]) throws {
        let new = Dictionary(columns.map { ($0.column, $0.value?.databaseValue ?? .null) }) { $1 }
        if new["value"] == nil, new["other_unit"] == nil, new["for_enrollment"] == nil { return }
        let row = try id.row(there: db)
        let value = String.fromDatabaseValue(new["value"] ?? row["value"]) ?? ""
        let namesOther = UnitStatus(rawValue: value)?.namesOther ?? false
        let other: DatabaseValue = new["other_unit"] ?? row["other_unit"]
        if namesOther, other.isNull {
            throw MusterError.refused(
                rule: "\(quoted(value.spaced)) names another unit; change value and other_unit in one edit")
        }
        if !namesOther, !other.isNull {
            throw MusterError.refused(
                rule: "\(quoted(value.spaced)) names no other unit; take other_unit away in the same edit")
        }
        guard let enrollment = Int64.fromDatabaseValue(new["for_enrollment"] ?? .null) else { return }
        guard let post: Int64 = try row.get("post_id") else {
            throw MusterError.refused(rule: "only what happens to a post happens for an enrollment")
        }
        try refuseEnrollment(RecordID(.enrollment, enrollment), ofOtherThanHolderOf: RecordID(.post, post))
    }

    /// An edit that takes a kept copy, with today as the day of the copy if none is known; any other edit as it is.
    ///
    /// - Throws: `MusterError.usage` for a copy of a record that is no source.
    func dated(_ edit: Edit, of id: RecordID) throws -> Edit {
        guard edit.capture != nil else { return edit }
        if id.kind != .source {
            throw MusterError.usage("only a source has a kept copy, and \(id) is \(id.kind.words)")
        }
        let (field, known) = (FieldName.captured.rawValue, try id.row(there: db).get("captured") as String?)
        var dated = edit
        if known == nil, dated.values[field] == nil { dated.values[field] = today.description }
        return dated
    }

    /// Refuses an address or a day of capture that an edit gave a source. What was on record before stays as it is.
    func checkSource(_ id: RecordID, _ changed: Set<FieldName>) throws {
        let row = try id.row(there: db)
        for field in [FieldName.url, .archive] where changed.contains(field) {
            if let address: String = try row.get(field.rawValue) { try SourceRules.check(address: address) }
        }
        if !changed.isDisjoint(with: [.captured, .published]) {
            try SourceRules.check(
                captured: row.get("captured"), published: row.get("published"), today: today.description)
        }
    }

    /// Refuses a unit inside its own part, a programme that came from itself, or a source that is its own origin, over any
    /// number of steps.
    func refuseCircle(of id: RecordID) throws {
        if id.kind == .source {
            return try SourceDerivations.refuseCircle(of: id, from: SourceDerivations(of: id, db).sources, db)
        }
        guard let link = id.kind.chain?.columns.first else { return }
        let isCircle = try db.one(
            Bool.self,
            """
            WITH RECURSIVE chain (id) AS (
                SELECT \(link) FROM \(id.kind.name) WHERE id = :id
                UNION SELECT \(link) FROM \(id.kind.name) JOIN chain USING (id)
            ) SELECT EXISTS (SELECT 1 FROM chain WHERE id = :id)
            """,
            arguments: ["id": id.number])
        if isCircle {
            throw MusterError.refused(
                rule: id.kind == .programme
                    ? "\(id) would come from itself; no programme comes from what came from it"
                    : "\(id) would be a part of itself; no unit is inside its own part")
        }
    }
}
