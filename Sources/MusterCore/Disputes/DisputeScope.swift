import GRDB
import MusterValues

/// The records among which disputes are looked for: all, or those that belong to one record.
struct DisputeScope {
    /// The record; nil for the whole register.
    let record: RecordID?
    /// True to leave out officials, posts and enrollments, of which a register has very many.
    var isSummary = false

    /// The query for the keys of the records of a kind. Records that belong to none of a person, a place or a unit are left out
    /// of a scope of one record: its sources and citations are not looked at by themselves.
    func records(of kind: RecordKind) -> SQL {
        if isSummary, let few = inSummary(kind) { return few }
        guard let record else { return "SELECT \(sql: kind.key) FROM \(sql: kind.name)" }
        if kind == .event { return events(of: record) }
        if record.kind == .region { return inRegion(record, kind) }
        if kind == record.kind { return own(record) }
        switch (record.kind, kind) {
        case (.programme, .unit): return "SELECT id FROM unit WHERE programme_id = \(record.number)"
        case (.programme, .enrollment), (.unit, .enrollment):
            return "SELECT id FROM enrollment WHERE unit_id IN (\(records(of: .unit)))"
        case (.official, .post), (.official, .enrollment):
            return "SELECT id FROM \(sql: kind.name) WHERE official_id = \(record.number)"
        case (.programme, .official), (.unit, .official):
            return """
                SELECT official_id FROM enrollment WHERE official_id IS NOT NULL AND unit_id IN (\(records(of: .unit)))
                """
        default: return Self.none(kind)
        }
    }

    /// The query for the records of a kind in a summary; nil for all of them.
    private func inSummary(_ kind: RecordKind) -> SQL? {
        switch kind {
        case .official, .post, .enrollment: Self.none(kind)
        case .event: "SELECT id FROM event WHERE unit_id IS NOT NULL"
        default: nil
        }
    }

    /// A unit comes with those inside of it.
    private func own(_ record: RecordID) -> SQL {
        guard record.kind == .unit else { return "SELECT \(record.number)" }
        return """
            WITH RECURSIVE inside(id) AS (VALUES (\(record.number)) UNION SELECT u.id FROM inside \
            JOIN unit u ON u.part_of = inside.id) SELECT id FROM inside
            """
    }

    private func events(of record: RecordID) -> SQL {
        if record.kind == .event { return "SELECT \(record.number)" }
        let parts: [SQL] = RecordKind.withEvents.map {
            "SELECT id FROM event WHERE \(sql: $0.column) IN (\(records(of: $0)))"
        }
        return parts.joined(separator: " UNION ALL ")
    }

    private func inRegion(_ region: RecordID, _ kind: RecordKind) -> SQL {
        let codes = ResolvedFilter.withDistricts(region.code ?? "")
        let units: SQL = "SELECT id FROM unit WHERE region_code IN (\(codes))"
        let enrolled: SQL = "SELECT official_id FROM enrollment WHERE unit_id IN (\(units)) AND official_id IS NOT NULL"
        switch kind {
        case .region: return codes
        case .programme:
            return "SELECT programme_id FROM unit WHERE region_code IN (\(codes)) AND programme_id IS NOT NULL"
        case .unit: return units
        case .enrollment: return "SELECT id FROM enrollment WHERE unit_id IN (\(units))"
        case .official:
            return "SELECT official_id FROM post WHERE region_code IN (\(codes)) UNION \(enrolled)"
        case .post:
            return
                "SELECT id FROM post WHERE region_code IN (\(codes)) UNION SELECT id FROM post WHERE official_id IN (\(enrolled))"
        default: return Self.none(kind)
        }
    }

    private static func none(_ kind: RecordKind) -> SQL { "SELECT \(sql: kind.key) FROM \(sql: kind.name) WHERE 0" }
}
