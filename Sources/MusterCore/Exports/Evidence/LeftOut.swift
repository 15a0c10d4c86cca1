import GRDB
public import MusterValues

/// What an export does not hold, although it was asked for: a format that cannot hold it says so by its number.
public struct LeftOut: Hashable, Sendable {
    /// The number of rejected records by kind, and of what belongs to them; a kind without one is left out.
    public let rejected: [RecordKind: Int]
    /// The number of what the format cannot hold, by the name of that; nothing that is 0.
    public internal(set) var others: [Other: Int] = [:]

    /// What a format cannot hold.
    public enum Other: CaseIterable, Sendable {
        /// Groups of people who are not named: they are not persons.
        case groups
        /// Enrollments that are denied or unclear.
        case uncounted
        /// Searches for units that were made in a region.
        case looks
        /// Programmes.
        case programmes
        /// Beginnings and ends whose date is not a day, a month or a year.
        case dates
        /// Beginnings and ends that are only planned, or foretold by all that report them.
        case plans
        /// Sources that no citation points to.
        case uncitedSources
    }

    /// Notes that something cannot be held.
    mutating func count(_ other: Other, _ number: Int = 1) {
        if number > 0 { others[other, default: 0] += number }
    }
}

extension LeftOut {
    /// Counts what is rejected among the records of an export.
    init(_ selection: ExportSelection, _ db: Database) throws {
        var rejected: [RecordKind: Int] = [:]
        for kind in [RecordKind.programme, .unit, .official, .post, .enrollment, .event] {
            let sql = """
                SELECT count(*) FROM \(kind.name) x WHERE \(selection.holds(kind, "x.id")) AND NOT (\(ExportReader.stands(kind, "x")))
                """
            rejected[kind] = try db.one(Int.self, sql)
        }
        let subjects = [RecordKind.region, .programme, .unit, .official, .post, .enrollment, .event]
        let held = subjects.map { "x.\($0.column) IS NOT NULL AND \(selection.holds($0, "x.\($0.column)"))" }
        rejected[.citation] = try db.one(
            Int.self,
            "SELECT count(*) FROM citation x WHERE x.standing = 'rejected' AND (\(held.joined(separator: " OR ")))")
        self.init(rejected: rejected.filter { $0.value > 0 })
        count(
            .looks, try db.one(Int.self, "SELECT count(*) FROM look WHERE \(selection.holds(.region, "region_code"))"))
    }
}
