import GRDB
import MusterValues

extension Dossier {
    /// Reads how the record stands, and how those stand that belong to it.
    mutating func readStates(_ conditions: ResolvedFilter, _ db: Database) throws {
        (day, isThroughout) = (conditions.filter.period?.description, conditions.filter.isThroughout)
        if id.kind.hasEvents, standing != .rejected {
            state = try StatesOnRecord.withPeople(of: id.kind, [id.number], conditions, db)[id.number]
        }
        if id.kind == .unit {
            let units = try UnitQuery(conditions)
            people = try units.headcounts(of: [id.number], db)[id.number] ?? Headcount.none
            if try hasOrigins(conditions, db) {
                let all = try units.headcounts(of: [id.number], withOrigins: true, db)[id.number]
                peopleWithOrigins = all == people ? nil : all
            }
        }
        if conditions.filter.period != nil { then = try ValuesThen(db: db, id: id).differing(from: self) }
        if id.kind == .unit {
            let region = try String.fetchOne(
                db, sql: "SELECT region_code FROM unit WHERE id = ?", arguments: [id.number])
            if let region {
                claims = try RegionClaim.all(on: [region], in: conditions.filter.period, db)[region] ?? []
            }
        }
        let belonging = Dictionary(
            grouping: related.filter { $0.relation == .belongs && $0.standing != .rejected }.map(\.id), by: \.kind)
        for (kind, ids) in belonging where kind.hasEvents {
            let states = try StatesOnRecord.withPeople(of: kind, ids.map(\.number), conditions, db)
            for index in related.indices where related[index].id.kind == kind && related[index].relation == .belongs {
                related[index].state = states[related[index].id.number]
            }
        }
    }

    /// True if the unit, or one inside of it, came from another one.
    private func hasOrigins(_ conditions: ResolvedFilter, _ db: Database) throws -> Bool {
        let own: SQL = """
            WITH RECURSIVE inside(id) AS (VALUES (\(id.number)) \(conditions.alsoInside())) SELECT id FROM inside
            """
        let query: SQL = """
            WITH RECURSIVE inside(id) AS (VALUES (\(id.number)) \(conditions.alsoInside(withOrigins: true))) \
            SELECT id FROM inside WHERE id NOT IN (\(own)) LIMIT 1
            """
        return try !query.all(db) { try $0.next() as Int64 }.isEmpty
    }
}
