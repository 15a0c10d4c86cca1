import GRDB
import MusterValues

/// Reads the values of a record that were other ones on the day than those on record. The tables of the day must be in place.
struct ValuesThen {
    let db: Database
    let id: RecordID

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
        let row = try id.row(there: db)
        let region: String? = try row.get("region_code")
        if let places = try places(), places.count != 1 || places[0].region != Self.record(values[.region])?.code {
            for place in places {
                let words = try RecordTitles(db: db).words(RecordID(region: place.region))
                then.append(Dossier.Then(field: .region, value: words, grade: Grade(rank: place.rank)))
            }
            if places.isEmpty {
                then.append(
                    Dossier.Then(
                        field: .region, value: now.isThroughout ? "not the same all the time" : "not known", grade: nil)
                )
            }
        } else if region != Self.record(values[.region])?.code {
            then.append(Dossier.Then(field: .region, value: region ?? "not known", grade: nil))
        }
        for (field, kind, column) in [
            (FieldName.programme, RecordKind.programme, "programme_id"), (.partOf, .unit, "part_of"),
        ] {
            let own = try (row.get(column) as Int64?).map { RecordID(kind, $0) }
            if own == Self.record(values[field]) { continue }
            let words = try own.map { try RecordTitles(db: db).words($0) }
            then.append(Dossier.Then(field: field, value: words ?? "none", grade: nil))
        }
        return then
    }

    /// The regions in which the unit may have been, the surest first; nil if no statement tells when it was in one.
    private func places() throws -> [(region: String, rank: Int)]? {
        guard try DayTables.hasPlaces(db) else { return nil }
        let sql: SQL = """
            SELECT region_code, rank FROM temp.place_then WHERE unit_id = \(id.number) ORDER BY rank DESC, region_code
            """
        let rows = try sql.all(db) { row in (try row.next() as String?, try row.next() as Int) }
        if rows.isEmpty { return nil }
        return rows.compactMap { region, rank in region.map { (region: $0, rank: rank) } }
    }

    private static func record(_ value: FieldValue??) -> RecordID? {
        switch value {
        case .record(let record): record.id
        case .region(let region): RecordID(region: region.code)
        default: nil
        }
    }
}
