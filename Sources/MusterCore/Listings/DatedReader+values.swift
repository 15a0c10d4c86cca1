import GRDB
import MusterValues

extension DatedReader.Unit {
    /// Adds a dated statement, and the value that stood on record before it.
    mutating func add(_ one: DatedReader.Statement, _ names: inout DatedReader.Names) throws {
        let versions = try Row.fetchAll(
            names.db,
            sql: """
                SELECT region_code, programme_id, part_of FROM unit_history WHERE id = ? AND deleted = 0 AND revision <= ? \
                ORDER BY revision DESC LIMIT 2
                """, arguments: [one.owner.number, one.made])
        // Words that name no record state what was put on record with them.
        let (then, before) = (versions.first, versions.count > 1 ? versions[1] : nil)
        switch one.field {
        case .region:
            let code = try names.record(one.stated, of: .region)?.code ?? then?.get("region_code")
            let isPut = try code != nil && code == then?.get("region_code") as String?
            region.add(code, one, replacing: isPut ? try before?.get("region_code") : nil)
        case .programme:
            let id = try names.record(one.stated, of: .programme)?.number ?? then?.get("programme_id")
            let isPut = try id != nil && id == then?.get("programme_id") as Int64?
            programme.add(id, one, replacing: isPut ? try before?.get("programme_id") : nil)
        default:
            let id = try names.record(one.stated, of: .unit)?.number ?? then?.get("part_of")
            let isPut = try id != nil && id == then?.get("part_of") as Int64?
            whole.add(id, one, replacing: isPut ? try before?.get("part_of") : nil)
        }
    }

    /// Adds what a source states without a day; words that name no record say nothing.
    mutating func add(undated stated: String, of field: FieldName, _ names: inout DatedReader.Names) throws {
        switch field {
        case .region: region.add(undated: try names.record(stated, of: .region)?.code)
        case .programme: programme.add(undated: try names.record(stated, of: .programme)?.number)
        default: whole.add(undated: try names.record(stated, of: .unit)?.number)
        }
    }
}

extension DatedValues {
    /// Adds a dated statement; nil for one that says nothing.
    ///
    /// - Parameters:
    ///   - value: what it states.
    ///   - told: the statement.
    ///   - old: the value on record whose place it took; nil if it was not put on record, or if nothing was there.
    mutating func add(_ value: Value?, _ told: DatedReader.Statement, replacing old: Value? = nil) {
        guard let value else { return }
        dated.append(
            Statement(
                value: value, span: told.span, reported: told.reported, isDoubted: told.isDoubted,
                isWeighed: told.isWeighed))
        if told.span.begins, let old, old != value { replaced.insert(old) }
    }

    mutating func add(undated value: Value?) {
        if let value { before.insert(value) }
    }
}
