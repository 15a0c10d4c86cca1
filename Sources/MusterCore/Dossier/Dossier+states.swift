import GRDB
import MusterValues

extension Dossier {
    /// Reads how the record stands, and how those stand that belong to it.
    mutating func readStates(_ conditions: ResolvedFilter, _ db: Database) throws {
        (day, isThroughout) = (conditions.filter.period?.description, conditions.filter.isThroughout)
        if id.kind.hasEvents, standing != .rejected {
            state = try StatesOnRecord.all(of: id.kind, [id.number], on: conditions.day, db)[id.number]
        }
        if id.kind == .unit {
            let query = try UnitQuery(conditions)
            people = try query.headcounts(of: [id.number], db)[id.number] ?? Headcount.none
            state?.show(people: try PeopleHeard(query: query).all([id.number], db)[id.number])
        }
        let belonging = Dictionary(
            grouping: related.filter { $0.relation == .belongs && $0.standing != .rejected }.map(\.id), by: \.kind)
        for (kind, ids) in belonging where kind.hasEvents {
            var states = try StatesOnRecord.all(of: kind, ids.map(\.number), on: conditions.day, db)
            if kind == .unit {
                for (unit, heard) in try PeopleHeard(query: UnitQuery(conditions)).all(ids.map(\.number), db) {
                    states[unit]?.show(people: heard)
                }
            }
            for index in related.indices where related[index].id.kind == kind && related[index].relation == .belongs {
                related[index].state = states[related[index].id.number]
            }
        }
    }
}
