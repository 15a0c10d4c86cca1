import MusterCore
import MusterValues

/// Makes the parts of an edition from a report.
struct EditionMaker {
    let report: Report
    let language: Language
    /// The sources that the edition lists.
    let sources: [ReportedSource]
    let voices: Voices
    /// The dated lines and the names, by record.
    let lines: [RecordID: [TimelineLine]]
    /// The dated lines by which units that the report is not of became a unit, by that unit.
    let becoming: [RecordID: [TimelineLine]]
    /// The other fields, by record.
    let fields: [RecordID: [ReportedField]]
    /// The values that units had on the day that was asked about, where those are others than on record.
    let valuesThen: [RecordID: [Report.ValueThen]]
    /// The fields in dispute, by record.
    let disputed: [RecordID: Set<FieldName>]
    /// The dated lines by their event.
    let events: [RecordID: TimelineLine]
    /// The officials by their enrollments.
    let officials: [RecordID: NamedRecord]
    private let names: RecordNames
    /// The regions of the posts.
    private let postRegions: [RecordID: NamedRegion]

    init(
        report: Report, language: Language, sources: [ReportedSource]? = nil,
        subjects: [RecordID: RecordSubject] = [:]
    ) {
        self.report = report
        self.language = language
        self.sources = sources ?? report.sources
        lines = Dictionary(grouping: report.timeline.filter { $0.canBe(by: report) }, by: \.record.id)
        let units = Set(report.units.map(\.id))
        let others = report.timeline.filter { line in
            line.otherUnit != nil && !units.contains(line.record.id) && line.canBe(by: report)
        }
        becoming = Dictionary(grouping: others) { $0.otherUnit?.id ?? $0.record.id }
        fields = Dictionary(grouping: report.fields, by: \.record.id)
        events = Dictionary(report.timeline.compactMap { line in line.event.map { ($0, line) } }) { first, _ in first }
        // What is in dispute about an event is told beside the unit: its status, its form.
        var disputed: [RecordID: Set<FieldName>] = [:]
        for dispute in report.disputes {
            guard let field = dispute.field?.field else { continue }
            let line = events[dispute.record]
            let named = line.flatMap { FieldName(rawValue: $0.what.rawValue) } ?? field
            disputed[line?.record.id ?? dispute.record, default: []].insert(named)
        }
        self.disputed = disputed
        officials = Dictionary(report.enrollments.compactMap { own in own.official.map { (own.id, $0) } }) { first, _ in
            first
        }
        names = RecordNames(report, language, subjects)
        voices = Voices(sources: Dictionary(self.sources.map { ($0.id, $0) }) { first, _ in first }, names: names)
        valuesThen = Dictionary(grouping: report.valuesThen, by: \.record)
        postRegions = Dictionary(report.posts.compactMap { post in post.region.map { (post.id, $0) } }) { first, _ in
            first
        }
    }

    /// The day that is answered for.
    var day: Day { report.answers.day }

    /// The name of a record as readers of the language write it, with a link to its place.
    func name(_ record: NamedRecord) -> Words {
        let name = nameAlone(record)
        // A short id leads to its place by itself.
        return name == .id(record.id) ? name : .record(record.id, name)
    }

    /// The name of a record for the head of its own place, where a link would lead to itself.
    func nameAlone(_ record: NamedRecord) -> Words { names.words(for: record) }

    /// The name of a region for the head of its own place.
    func nameAlone(_ region: NamedRegion) -> Words { names.words(for: region) }

    /// The name of a region.
    func name(_ region: NamedRegion) -> Words {
        name(NamedRecord(id: RecordID(region: region.code), name: region.name))
    }

    /// The text by which a record is put in order.
    func sortKey(_ record: NamedRecord) -> SortKey { SortKey(names.sortName(of: record)) }

    /// The text by which a region is put in order.
    func sortKey(_ region: NamedRegion) -> SortKey {
        sortKey(NamedRecord(id: RecordID(region: region.code), name: region.name))
    }

    /// The title of a post, with its region unless the edition is of that: a deputy governor is one of somewhere.
    func post(_ id: RecordID, _ title: String) -> Words {
        RecordNames.post(title, report.beyond(postRegions[id]).map(nameAlone))
    }

    /// An official, or an unnamed group in the words of its source.
    func who(_ official: NamedRecord?, _ group: ListedGroup?) -> Words {
        official.map { name($0) } ?? .text(group?.words ?? "")
    }

    /// A value, in which records and regions go by the names that readers of the language know.
    func words(_ value: FieldValue, of field: Field?) -> Words {
        switch value {
        case .region(let region): name(region)
        case .record(let record):
            .record(
                record.id,
                .joined(
                    [nameAlone(NamedRecord(id: record.id, name: record.name)), .code(record.id.description)], .space))
        case .several(let values): .joined(values.map { words($0, of: field) }, .semicolon)
        default: .value(value, of: field)
        }
    }

    /// A state with what it names, such as "renamed as BARS-Omega", "split into Alpha and Beta" or "suspended for Ivan Primerov in
    /// BARS-Kursk".
    ///
    /// - Parameters:
    ///   - state: the words for the state.
    ///   - objects: what this state names.
    /// - Returns: the words, with a link to each record.
    func named(_ state: Words, _ objects: [StateObject]) -> Words {
        let named = objects.map { object -> Words in
            object.record.id.kind == .enrollment ? .say(.forEnrollment, name(object.record)) : name(object.record)
        }
        guard let first = named.first, let value = objects.first?.state else { return state }
        let all: Words =
            value.namesAll ? named.dropFirst().reduce(first) { .say(.bothNamed, $0, $1) } : .joined(named, .or)
        return .joined([state, all], .space)
    }

    /// A field of a record with its value, if it has one: the one that is given, or else its own.
    func value(_ field: FieldOnRecord, _ concluded: FieldValue? = nil, of kind: RecordKind) -> Words {
        guard let value = concluded ?? field.value else { return .say(.nothingConcluded) }
        let said = words(value, of: kind.field(field.field))
        guard field.isInference else { return said }
        // A contributor's source states it; an editor has not looked at it yet.
        if field.inferred == nil, field.supporting.contains(where: { $0.standing == .needsWork }) {
            return .joined([said, .quiet(.say(.notReviewedYet))], .space)
        }
        let why = field.inferred.map(Words.text) ?? .say(.noSourceStates)
        return .joined([said, .quiet(.say(.inferred, why))], .space)
    }
}

extension TimelineLine {
    /// True if a report tells it: of a day that was asked about, what came after it is left out.
    func canBe(by report: Report) -> Bool {
        guard report.day != nil, let earliest = date?.earliest else { return true }
        return earliest <= report.answers.day.description
    }
}
