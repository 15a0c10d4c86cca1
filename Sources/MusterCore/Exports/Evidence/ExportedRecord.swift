import GRDB
import MusterValues

/// A record with all that an export writes of it.
struct ExportedRecord {
    /// Its short id, or a region's code.
    let id: RecordID
    /// The values of its fields; a field without a value is left out.
    let values: [FieldName: FieldValue]
    /// Its fields that sources are cited on, with the side that each source takes; a field with neither a value nor a
    /// citation is left out.
    let fields: [FieldName: FieldOnRecord]
    /// Its citations that are not rejected, in the order in which they were recorded.
    let citations: [ExportedCitation]
    /// Its names, the primary one first; empty for a kind without names.
    var names: [Dossier.Variant] = []
    /// What happened to it, by id; what is rejected is left out.
    var events: [ExportedEvent] = []
    /// How it stands by its newest word, or stood on the day asked about; nil if nothing is seen of it.
    var state: StateOnRecord?
    /// The grade of the answer that it was there, held or in the unit on the day asked about or, without one, today; nil for a
    /// record to which nothing happens.
    var grade: Grade?

    /// The deaths of the official or, of a post or an enrollment, of its official: events of enrollments, by id. Plans are left out.
    var deaths: [ExportedEvent] = []

    /// The citations for the value of a field, or for none of its values if it holds none.
    func supporting(_ field: FieldName) -> [ExportedCitation] {
        let supporting = Set((fields[field]?.supporting ?? []).map(\.citation))
        return citations.filter { $0.field == field && supporting.contains($0.id) }
    }

    /// The side that a citation takes, and whether it speaks of a time that is over.
    func side(of citation: ExportedCitation) -> (stance: Stance, isEarlier: Bool) {
        guard let field = fields[citation.field] else { return (citation.statement.stance, false) }
        let isEarlier = field.earlier.contains { $0.citation == citation.id }
        let isFor = field.supporting.contains { $0.citation == citation.id }
        return (isFor ? .supports : .disputes, isEarlier)
    }

    /// The states that are only planned; empty for a record to which nothing happens.
    var plans: [Plan] { state?.plans ?? [] }

    /// The number of its events that are only planned, and would have begun or ended something.
    var plannedTurns: Int { events.count { $0.isPlan && $0.role != nil } }

    /// The citations for it and its events, in the order in which they were recorded.
    var proof: [ExportedCitation] {
        let own = fields.keys.flatMap { supporting($0) } + events.flatMap(\.record.proof)
        return own.sorted { $0.id < $1.id }
    }

    /// The same with those for the death that ended it or, of an official, that is told; each once.
    var proofOfLife: [ExportedCitation] {
        let isKilled = id.kind == .official || state?.states.contains(.state(.killed)) ?? false
        var known: Set<RecordID> = []
        return (proof + (isKilled ? deaths.flatMap(\.record.proof) : [])).sorted { $0.id < $1.id }
            .filter { known.insert($0.id).inserted }
    }

    /// The record that a field names; nil if it names none.
    func reference(_ field: FieldName) -> RecordID? {
        switch values[field] {
        case .record(let record): record.id
        case .region(let region): RecordID(region: region.code)
        default: nil
        }
    }

    /// The primary name; nil for an unnamed record.
    var name: String? { names.first { $0.nature == .primary }?.text }
}

/// An event of a record.
struct ExportedEvent {
    /// Its id, fields and citations.
    let record: ExportedRecord
    /// The state that it changed to.
    let value: EventValue
    /// Its date; nil if none is stated.
    let date: StatedDate?
    /// True if it is dated after today, or after every source that reports it: nobody tells that it came about.
    let isPlan: Bool
    /// Whether it begins, holds or ends what lasts; nil if it does none of these, such as a strength.
    var role: StateRole? {
        switch value {
        case .status(let status): status.role
        case .tenure(let tenure): tenure.role
        case .state(let state): state.role
        case .form, .strength, .plannedStrength: nil
        }
    }
}
