import GRDB
import MusterValues

/// Finds units that may be the same.
struct UnitDuplicates {
    let db: Database

    private struct Unit {
        let id: RecordID
        let region: String?
        let programme: Int64?
        var names: [PhraseName] = []
    }

    func pairs() throws -> [ScoredPair] {
        let units = try units()
        var buckets = Buckets()
        for (index, unit) in units.enumerated() {
            for name in unit.names { for word in name.tellingKeys { buckets.add(index, word) } }
        }
        let named = buckets.pairs().compactMap { Self.lookalikes(units[$0[0]], units[$0[1]]) }
        return try named + numbered(units, besides: Set(named.map { [$0.one, $0.other] }))
    }

    private func units() throws -> [Unit] {
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT u.id, u.region_code, u.programme_id, n.text FROM unit u JOIN name n ON n.unit_id = u.id \
                WHERE u.standing <> 'rejected' ORDER BY u.id, n.id
                """)
        var units: [Unit] = []
        for row in rows {
            let id = RecordID(.unit, try row.get("id"))
            if units.last?.id != id {
                units.append(Unit(id: id, region: try row.get("region_code"), programme: try row.get("programme_id")))
            }
            units[units.count - 1].names.append(PhraseName(try row.get("text") as String))
        }
        return units
    }

    private static func lookalikes(_ one: Unit, _ other: Unit) -> ScoredPair? {
        let found = one.names.flatMap { name in other.names.compactMap { name.match(with: $0) } }
        guard let best = found.filter({ $0.why != .beginning }).min(by: { $0.tier < $1.tier }) else { return nil }
        var pair = ScoredPair(one.id, other.id, score: best.tier == .key ? 70 : 45, because: best.why)
        pair.addRegions(one.region, other.region, ifOne: 20)
        if let programme = one.programme, programme == other.programme { pair.add(5, because: .ofOneProgramme) }
        return pair
    }

    /// Pairs of a unit named by its region's number and another unit of that region: a person must decide.
    private func numbered(_ units: [Unit], besides known: Set<[RecordID]>) throws -> [ScoredPair] {
        let resolver = Resolver(db: db)
        return try units.flatMap { unit -> [ScoredPair] in
            guard let name = try RecordTitles(db: db).name(unit.id) else { return [] }
            return try resolver.ofNumberedRegion(name).filter { $0 != unit.id }.compactMap { other in
                var pair = ScoredPair(unit.id, other, score: 50, because: .numberOfRegion)
                if known.contains([pair.one, pair.other]) { return nil }
                pair.addRegions(unit.region, units.first { $0.id == other }?.region, ifOne: 25)
                return pair
            }
        }
    }
}

extension ScoredPair {
    /// Compares the regions of two units if both are known.
    fileprivate mutating func addRegions(_ one: String?, _ other: String?, ifOne points: Int) {
        guard let one, let other else { return }
        if one == other {
            add(points, because: .inOneRegion, region: one)
        } else {
            add(-30, because: .inDifferentRegions)
        }
    }
}
