import GRDB
public import MusterValues

extension Report {
    /// A value that a unit had on the day asked about, where that is another one than the unit has on record.
    public struct ValueThen: Encodable, Sendable {
        /// The unit.
        public let record: RecordID
        /// The field: the region, the programme or the unit that it was inside of.
        public let field: FieldName
        /// The value; nil if none is known. Of a field that may have had several each is listed.
        public let value: FieldValue?
        /// How sure it is; nil where the statements of one time agree.
        public let grade: Grade?
        /// The citations that state it, but those that the registry rejects.
        public let citations: [CitedStatement]
    }
}

extension ReportReader {
    /// The values on the day of those units of which statements say when they had them. The tables of the day must be in place.
    ///
    /// - Parameter units: the units of the report.
    /// - Returns: the values, by unit; empty if no day is asked about.
    /// - Throws: the errors of the database.
    func valuesThen(of units: [ListedUnit]) throws -> [RecordID: [ValuesThen.Value]] {
        let moved = try DayTables.moved(db)
        let own = units.map(\.id).filter { moved.contains($0.number) }
        return try Dictionary(own.map { ($0, try ValuesThen(db: db, id: $0).values()) }) { first, _ in first }
    }

    /// The values of the day that are not those on record, with the citations that state them. The tables of the day must be hidden.
    ///
    /// - Parameters:
    ///   - then: the values of the day, by unit.
    ///   - fields: the fields on record.
    /// - Returns: the values, by unit in the order of their ids.
    /// - Throws: the errors of the database.
    func changed(_ then: [RecordID: [ValuesThen.Value]], since fields: [ReportedField]) throws -> [Report.ValueThen] {
        if then.isEmpty { return [] }
        var names = DatedReader.Names(db: db)
        let fields = Dictionary(grouping: fields.filter { then[$0.record.id] != nil }, by: \.record.id)
        return try then.sorted { $0.key < $1.key }.flatMap { unit, values -> [Report.ValueThen] in
            let own = Dictionary((fields[unit] ?? []).map { ($0.field.field, $0.field) }) { first, _ in first }
            return try ValuesThen.differing(values, from: own.mapValues(\.value)).map { one in
                let said = try (own[one.field]?.notRejected ?? []).filter { statement in
                    guard let named = one.value?.named, statement.isOrigin else { return false }
                    return try names.record(statement.stated, of: named.kind) == named
                }
                return Report.ValueThen(
                    record: unit, field: one.field, value: one.value, grade: one.grade,
                    citations: said.map(\.forItsOwnValue))
            }
        }
    }
}
