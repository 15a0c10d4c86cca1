import GRDB
package import MusterValues

/// Reads the values of a record that were other ones on the day than those on record. The tables of the day must be in place.
struct ValuesThen {
    let db: Database
    let id: RecordID

    /// A value of the day; nil if none is known.
    struct Value {
        let field: FieldName
        let value: FieldValue?
        let grade: Grade?
    }

    /// The values of the day that differ from those of a record as it is now.
    func differing(from now: Dossier) throws -> [Dossier.Then] {
        var then: [Dossier.Then] = []
        if let name = now.names.first(where: { $0.nature == .primary })?.text,
            let own = try RecordTitles(db: db).name(id), own != name
        {
            then.append(Dossier.Then(field: .name, value: own, grade: nil))
        }
        if id.kind != .unit { return then }
        let values = Dictionary(now.fields.map { ($0.field, $0.value) }) { first, _ in first }
        let unknown = now.isThroughout ? "not the same all the time" : "not known"
        return try then
            + Self.differing(self.values(), from: values).map { own in
                Dossier.Then(
                    field: own.field, value: own.value?.words ?? (own.field == .region ? unknown : "none"),
                    grade: own.grade, held: own.value)
            }
    }

    /// The region, the programme and the whole of a unit on the day; a field that may have had several values has each, the
    /// surest first.
    func values() throws -> [Value] {
        let row = try id.row(there: db)
        let regions = try RegionNames(db)
        let places = try places() ?? [(region: row.get("region_code"), rank: nil)]
        let titles = RecordTitles(db: db)
        let others = [(FieldName.programme, RecordKind.programme, "programme_id"), (.partOf, .unit, "part_of")]
        return try places.map { region, rank in
            Value(
                field: .region, value: try regions.region(region).map { .region($0) },
                grade: region == nil ? nil : rank.flatMap { Grade(rank: $0) })
        }
            + others.map { field, kind, column in
                let own = try (row.get(column) as Int64?).map { RecordID(kind, $0) }
                let value = try own.map { DescribedRecord(id: $0, name: try titles.name($0)) }
                return Value(field: field, value: value.map { .record($0) }, grade: nil)
            }
    }

    /// The values that are other ones than those on record. One of several is another one in any case.
    static func differing(_ then: [Value], from now: [FieldName: FieldValue?]) -> [Value] {
        then.filter { own in
            then.count { $0.field == own.field } > 1 || own.value?.named != (now[own.field] ?? nil)?.named
        }
    }

    /// The regions in which the unit may have been, the surest first, or none that is known; nil if no statement tells when it was
    /// in one.
    private func places() throws -> [(region: String?, rank: Int?)]? {
        guard try DayTables.hasPlaces(db) else { return nil }
        let sql: SQL = """
            SELECT region_code, rank FROM temp.place_then WHERE unit_id = \(id.number) ORDER BY rank DESC, region_code
            """
        let rows = try sql.all(db) { row in (region: try row.next() as String?, rank: try row.next() as Int?) }
        return rows.isEmpty ? nil : rows
    }
}

extension FieldValue {
    /// The record or the region that it names; nil for any other value.
    package var named: RecordID? {
        switch self {
        case .record(let record): record.id
        case .region(let region): RecordID(region: region.code)
        default: nil
        }
    }
}
