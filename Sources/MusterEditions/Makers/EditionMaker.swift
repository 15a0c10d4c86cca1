import MusterCore
import MusterValues

/// Makes the parts of an edition from a report.
struct EditionMaker {
    let report: Report
    let language: Language
    let voices: Voices
    /// The dated lines and the names, by record.
    let lines: [RecordID: [TimelineLine]]
    /// The dated lines by their events.
    let eventLines: [RecordID: TimelineLine]
    /// The other fields, by record.
    let fields: [RecordID: [ReportedField]]
    /// The fields in dispute, by record.
    let disputed: [RecordID: Set<FieldName>]
    private let names: LocalNames
    /// What enrollments and posts are called: who, and where or as what.
    private var described: [RecordID: Words] = [:]

    init(report: Report, language: Language) {
        self.report = report
        self.language = language
        voices = Voices(sources: Dictionary(report.sources.map { ($0.id, $0) }) { first, _ in first })
        lines = Dictionary(grouping: report.timeline, by: \.record.id)
        eventLines = Dictionary(report.timeline.compactMap { line in line.event.map { ($0, line) } }) { first, _ in
            first
        }
        fields = Dictionary(grouping: report.fields, by: \.record.id)
        disputed = Dictionary(grouping: report.disputes, by: \.record).mapValues {
            Set($0.compactMap(\.field?.field))
        }
        names = LocalNames(report, language)
        let enrolled =
            report.enrollments.map { ($0.id, $0.official, $0.group, $0.unit) }
            + report.uncounted.map { ($0.id, $0.official, $0.group, $0.unit) }
        for (id, official, group, unit) in enrolled {
            let who = official.map { nameAlone($0) } ?? .text(group?.words ?? "")
            described[id] = .say(.whoInUnit, who, nameAlone(unit))
        }
        for post in report.posts { described[post.id] = .say(.whoAsPost, nameAlone(post.official), .text(post.title)) }
    }

    /// The day that is answered for.
    var day: Day { report.answers.day }

    /// The name of a record as readers of the language write it, with a link to its place.
    func name(_ record: NamedRecord) -> Words {
        if let described = described[record.id] { return .record(record.id, described) }
        guard let name = names.name(of: record.id) ?? record.name else {
            return .record(record.id, record.id.kind == .unit ? .say(.unnamedUnit) : .id(record.id))
        }
        return .record(record.id, .name(name))
    }

    /// The name of a record for the head of its own place, where a link would lead to itself.
    func nameAlone(_ record: NamedRecord) -> Words {
        guard case .record(_, let name) = name(record) else { return .id(record.id) }
        return name
    }

    /// The name of a region.
    func name(_ region: NamedRegion) -> Words {
        let id = RecordID(region: region.code)
        return .record(id, .name(names.name(of: id) ?? region.name))
    }

    /// The text by which a record is put in order.
    func sortKey(_ record: NamedRecord) -> SortKey { SortKey(names.name(of: record.id) ?? record.name ?? "") }

    /// The text by which a region is put in order.
    func sortKey(_ region: NamedRegion) -> SortKey {
        SortKey(names.name(of: RecordID(region: region.code)) ?? region.name)
    }

    /// A value, with the names of regions and records in the reader's alphabet.
    func value(_ value: FieldValue, of field: Field?) -> Words {
        switch value {
        case .region(let region): name(region)
        case .record(let record):
            .joined([name(NamedRecord(id: record.id, name: record.title)), .id(record.id)], .space)
        case .several(let values): .joined(values.map { self.value($0, of: field) }, .semicolon)
        default: .value(value, of: field)
        }
    }

    /// An official, or an unnamed group in the words of its source.
    func who(_ official: NamedRecord?, _ group: ListedGroup?) -> Words {
        official.map { name($0) } ?? .text(group?.words ?? "")
    }

    /// A field of a record with its value, if it has one.
    func value(_ field: FieldOnRecord, of kind: RecordKind) -> Words {
        guard let value = field.value else { return .say(.nothingConcluded) }
        let said = self.value(value, of: kind.field(field.field))
        guard field.isInference else { return said }
        let why = field.inferred.map(Words.text) ?? .say(.noSourceStates)
        return .joined([said, .quiet(.say(.inferred, why))], .space)
    }
}

/// The names of records in the alphabet of a language, where the register has one.
private struct LocalNames {
    private var names: [RecordID: String] = [:]

    init(_ report: Report, _ language: Language) {
        let isWanted = { (name: String) in Quotation.isCyrillic(name) == (language == .russian) }
        for region in report.places {
            guard let local = region.localName, isWanted(local), !isWanted(region.name) else { continue }
            names[RecordID(region: region.code)] = local
        }
        // The primary name comes first; a misspelt or a former one is nobody's name.
        var hasPrimary: Set<RecordID> = []
        for line in report.timeline {
            guard line.what == .name, case .text(let name) = line.value, line.rejected.isEmpty else { continue }
            let id = line.record.id
            if line.nature == .primary, isWanted(name) { hasPrimary.insert(id) }
            guard [.alias, .local].contains(line.nature), isWanted(name), !hasPrimary.contains(id), names[id] == nil
            else { continue }
            names[id] = name
        }
        for id in hasPrimary { names[id] = nil }
    }

    func name(of id: RecordID) -> String? { names[id] }
}
