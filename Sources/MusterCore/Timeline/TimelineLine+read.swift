import GRDB
import MusterValues

extension TimelineLine {
    /// Reads an event or a launch, without the name of its record, its sources and what is judged wrong besides it.
    init(row: inout RowReader) throws {
        let kind: String = try row.next()
        guard let subject = RecordKind(name: kind) else { throw row.unreadable() }
        let number: Int64 = try row.next()
        let owner = try subject == .region ? RecordID(region: row.next()) : RecordID(subject, row.next())
        record = NamedRecord(id: owner, name: nil)
        let (facet, state): (String, String?) = (try row.next(), try row.next())
        let what = What(rawValue: facet) ?? .statement
        let id = RecordID(what == .statement ? .citation : what == .launched ? .programme : .event, number)
        event = id.kind == .event && what != .look ? id : nil
        (citation, field) = what == .statement ? (id, FieldName(rawValue: facet)) : (nil, nil)
        let (least, most): (Int?, Int?) = (try row.next(), try row.next())
        date = try row.date()
        cause = try row.next()
        standing = try row.list()
        standingNote = try row.next()
        otherUnit = try (row.next() as Int64?).map { NamedRecord(id: RecordID(.unit, $0), name: nil) }
        forEnrollment = try (row.next() as Int64?).map { NamedRecord(id: RecordID(.enrollment, $0), name: nil) }
        nature = nil
        rejected = standing == .rejected ? [id] : []
        sources = []
        self.what = what
        let value: FieldValue? =
            switch what {
            case .launched: date.map(FieldValue.date)
            case .statement: field.flatMap { _ in state.map(FieldValue.text) }
            case .look: state.map(FieldValue.text)
            default: EventValue(facet: facet, value: state, least: least, most: most).map(FieldValue.event)
            }
        guard let value else { throw MusterError.unreadable(field: facet.spaced, value: state ?? "nothing", of: id) }
        self.value = value
    }
}

extension TimelineLine.Source {
    /// Reads a citation; the number of the record that it speaks of is read already.
    init(row: inout RowReader) throws {
        citation = try row.id(.citation)
        field = try row.list()
        guard let source = try row.record(.source) else { throw row.unreadable() }
        self.source = source
        locator = try row.next()
        stated = try row.next()
        wording = try row.optionalList()
        held = try row.date()
        quote = try row.next()
        speaker = try row.next()
        speech = try row.list()
        stance = try row.list()
        standing = try row.list()
    }
}
