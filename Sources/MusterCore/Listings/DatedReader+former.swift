import GRDB
import MusterValues

extension DatedReader {
    /// The units that were in some regions at another time, and are not on record there: by what sources state with a day, or because
    /// such a value took the place of one on record.
    ///
    /// - Parameter regions: the codes.
    /// - Returns: the numbers of the units, in their order.
    /// - Throws: the errors of the database.
    func formerUnits(of regions: Set<String>) throws -> [Int64] {
        try units().filter { _, unit in
            !regions.contains(unit.region.concluded ?? "")
                && (unit.region.dated.contains { regions.contains($0.value) }
                    || !unit.region.replaced.isDisjoint(with: regions))
        }.keys.sorted()
    }
}

extension DatedValues {
    /// The values that it had at some time: those that accepted statements date, and those on record whose places they took.
    var known: Set<Value> { replaced.union(dated.filter { !$0.isDoubted }.map(\.value)) }
}
