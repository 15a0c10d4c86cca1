import MusterCore
import MusterValues

/// The words for the records of a report in one language.
///
/// A named record goes by its name in the language's alphabet, if the register has one. A post, an enrollment and an event have
/// no name: they go by what they are of, because the register's own titles of them are English.
struct RecordNames {
    private var local: [RecordID: String] = [:]
    private var described: [RecordID: Words] = [:]

    init(_ report: Report, _ language: Language, _ subjects: [RecordID: RecordSubject] = [:]) {
        local = Self.local(report, language)
        // Posts and units without a name are described by their regions.
        for (id, subject) in subjects where id.kind == .region { nameRegion(id, subject, language) }
        for unit in report.units where unit.name == nil { described[unit.id] = .say(.unnamedUnit) }
        if report.day != nil { nameThen(report) }
        for post in report.posts {
            let region = report.beyond(post.region)
            described[post.id] = .say(
                .postOf, words(for: post.official), Self.post(post.title, region.map { words(for: $0) }))
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
        for (id, subject) in subjects where id.kind != .region && described[id] == nil {
            // What the report tells of a name goes before: it is of the day that was asked about.
            if case .named = subject, local[id] != nil { continue }
            described[id] = words(of: subject, among: subjects, language)
        }
    }

    /// Takes the names that the report has for the day that was asked about: the register's own ones are those of now.
    private mutating func nameThen(_ report: Report) {
        let units = report.units.map { NamedRecord(id: $0.id, name: $0.name) } + report.enrollments.map(\.unit)
        let people = report.enrollments.compactMap(\.official) + report.posts.map(\.official)
        for record in units + people where described[record.id] == nil {
            if let name = local[record.id] ?? record.name { described[record.id] = .name(name) }
        }
    }

    /// Takes the name of a region in the language, of which a report tells one local name at most.
    private mutating func nameRegion(_ id: RecordID, _ subject: RecordSubject, _ language: Language) {
        guard case .named(let primary, let others) = subject else { return }
        guard let known = local[id] else {
            described[id] = .name(Self.name(primary, also: others, in: language, leavesOut: true))
            return
        }
        if Self.isForeign(known, language) {
            local[id] = others.first { Self.isWanted($0, language) && !Self.isForeign($0, language) } ?? known
        }
    }

    /// The words for a record that the report does not hold.
    private func words(
        of subject: RecordSubject, among subjects: [RecordID: RecordSubject], _ language: Language
    ) -> Words {
        let named = { (record: NamedRecord) in
            subjects[record.id].map { words(of: $0, among: subjects, language) } ?? words(for: record)
        }
        switch subject {
        case .named(let primary, let others):
            return .name(Self.name(primary, also: others, in: language))
        case .unit(let region):
            guard let region else { return .say(.unnamedUnit) }
            return .say(.unnamedUnitIn, words(for: region))
        case .post(let title, let region, let holder):
            return .say(.postOf, named(holder), Self.post(title, region.map { words(for: $0) }))
        case .enrollment(let official, let group, let unit):
            return .say(.inUnit, official.map(named) ?? .text(group), named(unit))
        case .event(let value, let id): return .say(.fieldIs, .state(value), named(NamedRecord(id: id, name: nil)))
        case .citation(let field, let id):
            return .joined([.field(field, of: id.kind), named(NamedRecord(id: id, name: nil))], .comma)
        }
    }

    /// The words for a record, without a link.
    func words(for record: NamedRecord) -> Words {
        if let words = described[record.id] { return words }
        if let name = local[record.id] ?? record.name, record.id.kind.isNamed || record.id.kind == .source {
            return .name(name)
        }
        return record.id.kind == .unit ? .say(.unnamedUnit) : .id(record.id)
    }

    /// The words for a region, without a link.
    func words(for region: NamedRegion) -> Words {
        words(for: NamedRecord(id: RecordID(region: region.code), name: region.name))
    }

    /// A post by its title and, since a deputy governor is one of somewhere, its region.
    static func post(_ title: String, _ region: Words?) -> Words {
        region.map { .joined([.text(title), $0], .comma) } ?? .text(title)
    }

    /// The name by which a record is put in order.
    func sortName(of record: NamedRecord) -> String { local[record.id] ?? record.name ?? "" }

    /// The name that readers of the language know: the primary one, unless that is in another alphabet and another one is in theirs.
    /// One that leaves words out may be another's, but not one of a region, whose names are all its own. Of several the first one
    /// without a letter of another language goes before.
    private static func name(
        _ primary: String, also others: [String], in language: Language, leavesOut: Bool = false
    ) -> String {
        if isWanted(primary, language) { return primary }
        let known = others.filter { isWanted($0, language) && (leavesOut || !$0.leavesWordsOut(of: primary)) }
        return known.first { !isForeign($0, language) } ?? known.first ?? primary
    }

    /// True for a name in the alphabet of the language with a letter that the language does not have, as a Ukrainian і in Russian.
    static func isForeign(_ name: String, _ language: Language) -> Bool {
        language == .russian
            && name.lowercased().unicodeScalars.contains {
                (0x400...0x52F).contains($0.value) && !("а"..."я").contains($0) && $0 != "ё"
            }
    }

    /// True for a name in the alphabet of the language.
    private static func isWanted(_ name: String, _ language: Language) -> Bool {
        Quotation.isCyrillic(name) == (language == .russian)
    }

    /// The names in the alphabet of the language, of records whose primary name is in another.
    private static func local(_ report: Report, _ language: Language) -> [RecordID: String] {
        var names: [RecordID: String] = [:]
        let isWanted = { (name: String) in Self.isWanted(name, language) }
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
            guard [.alias, .local].contains(line.nature), isWanted(name), !hasPrimary.contains(id), names[id] == nil,
                !name.leavesWordsOut(of: line.record.name ?? name)
            else { continue }
            names[id] = name
        }
        for id in hasPrimary { names[id] = nil }
        return names
    }
}

extension String {
    /// True if the name has fewer words than another one.
    fileprivate func leavesWordsOut(of name: String) -> Bool {
        let words = { (text: String) in text.split { $0 == " " || $0 == "-" }.count }
        return words(self) < words(name)
    }
}

extension Report {
    /// A region, unless the report is of it.
    func beyond(_ other: NamedRegion?) -> NamedRegion? { other?.code == region?.code ? nil : other }
}
