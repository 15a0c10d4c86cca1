import MusterCore
import MusterValues

/// The words for the records of a report in one language.
///
/// A named record goes by its name in the language's alphabet, if the register has one. A post, an enrollment and an event have
/// no name: they go by what they are of, because the register's own titles of them are English.
struct RecordNames {
    private var local: [RecordID: String] = [:]
    private var described: [RecordID: Words] = [:]

    init(_ report: Report, _ language: Language) {
        local = Self.local(report, language)
        for post in report.posts {
            described[post.id] = .say(.postOf, words(for: post.official), .text(post.title))
        }
        let enrolled =
            report.enrollments.map { ($0.id, $0.official, $0.group, $0.unit) }
            + report.uncounted.map { ($0.id, $0.official, $0.group, $0.unit) }
        for (id, official, group, unit) in enrolled {
            let who = official.map { words(for: $0) } ?? .text(group?.words ?? "")
            described[id] = .say(.inUnit, who, words(for: unit))
        }
        for line in report.timeline {
            guard let event = line.event, case .event(let value) = line.value else { continue }
            described[event] = .say(.fieldIs, .state(value), words(for: line.record))
        }
    }

    /// The words for a record, without a link.
    func words(for record: NamedRecord) -> Words {
        if let words = described[record.id] { return words }
        if let name = local[record.id] ?? record.name { return .name(name) }
        return record.id.kind == .unit ? .say(.unnamedUnit) : .id(record.id)
    }

    /// The name by which a record is put in order.
    func sortName(of record: NamedRecord) -> String { local[record.id] ?? record.name ?? "" }

    /// The names in the alphabet of the language, of records whose primary name is in another.
    private static func local(_ report: Report, _ language: Language) -> [RecordID: String] {
        var names: [RecordID: String] = [:]
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
            // An alias that leaves out the given name may be another's.
            let words = { (text: String) in text.split { $0 == " " || $0 == "-" }.count }
            guard [.alias, .local].contains(line.nature), isWanted(name), !hasPrimary.contains(id), names[id] == nil,
                words(name) >= words(line.record.name ?? name)
            else { continue }
            names[id] = name
        }
        for id in hasPrimary { names[id] = nil }
        return names
    }
}
