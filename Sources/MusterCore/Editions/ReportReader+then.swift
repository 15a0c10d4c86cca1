import GRDB
public import MusterValues

extension Report {
    /// A value that a unit had on the day asked about, where that is another one than the unit has on record.
    public struct ValueThen: Encodable, Sendable {
        /// The unit.
        public let record: RecordID
        /// The field: the region, the programme or the unit that it was inside of.
        public let field: FieldName
        /// The value; nil if it had none that is known. Of a field that may have had several each is listed.
        public let value: FieldValue?
        /// How sure it is; nil where the statements of one time agree.
        public let grade: Grade?
    }

    /// The values of the day, without those that are still on record.
    static func changed(_ then: [ValueThen], since fields: [ReportedField]) -> [ValueThen] {
        let asked = Dictionary(grouping: then, by: \.record)
        let now = Dictionary(grouping: fields.filter { asked[$0.record.id] != nil }, by: \.record.id)
        return then.filter { one in
            let alternatives = (asked[one.record] ?? []).count { $0.field == one.field }
            let onRecord = (now[one.record] ?? []).first { $0.field.field == one.field }?.field.value
            return alternatives > 1 || one.value?.named != onRecord?.named
        }
    }
}

extension FieldValue {
    /// The record or the region that it names; nil for any other value.
    fileprivate var named: RecordID? {
        switch self {
        case .record(let record): record.id
        case .region(let region): RecordID(region: region.code)
        default: nil
        }
    }
}

extension ReportReader {
    /// The regions, programmes and wholes on the day of those units of which statements say when they had them. The tables of
    /// the day must be in place.
    ///
    /// - Parameter units: the units of the report.
    /// - Returns: the values, by unit; empty if no day is asked about.
    /// - Throws: the errors of the database.
    func valuesThen(of units: [ListedUnit]) throws -> [Report.ValueThen] {
        let moved = try DayTables.moved(db)
        if moved.isEmpty { return [] }
        let titles = RecordTitles(db: db)
        return try units.flatMap { unit -> [Report.ValueThen] in
            guard let own = moved[unit.id.number] else { return [] }
            let regions = try own.regions.map { region, rank in
                Report.ValueThen(
                    record: unit.id, field: .region, value: try regionNames.region(region).map { .region($0) },
                    grade: rank.flatMap { Grade(rank: $0) })
            }
            let others = [(FieldName.programme, RecordKind.programme, own.programme), (.partOf, .unit, own.whole)]
            return try regions
                + others.map { field, kind, number in
                    let id = number.map { RecordID(kind, $0) }
                    let value = try id.map { DescribedRecord(id: $0, name: try titles.name($0)) }
                    return Report.ValueThen(
                        record: unit.id, field: field, value: value.map { .record($0) }, grade: nil)
                }
        }
    }
}
