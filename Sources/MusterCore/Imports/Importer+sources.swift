import Foundation
import GRDB
import MusterValues

extension Importer {
    /// The evidence of a row: one piece for each source that it names, or that of all rows.
    func evidence(_ cells: ImportCells) throws -> [Evidence] {
        let sources = try sources(cells)
        let locators = cells.text(.citation, .locator).map { Self.parts($0, as: sources.count) } ?? []
        let isShared = sources.count > 1 && locators.count == 1
        let single = Self.ofOneSource + (isShared ? [.field(.citation, .locator)] : [])
        if sources.count > 1, let content = single.first(where: { cells.has($0) }) {
            throw RowFault(
                column: ImportColumn.named(content).name, value: cells.text(content),
                error: .refused(
                    rule: "it is of one source, and the row names \(sources.count)",
                    fix: isShared
                        ? "give as many places, parted by semicolons, or give each source a row"
                        : "give each source a row"))
        }
        let speech = try cells.list(.field(.citation, .speech), Speech.self)
        return sources.enumerated().map { index, source in
            Evidence(
                source: RecordReference(source, written: source.description),
                locator: locators.count == sources.count ? locators[index] : locators.first,
                quote: cells.text(.citation, .quote), speaker: cells.text(.citation, .speaker), speech: speech)
        }
    }

    private static let ofOneSource: [ImportColumn.Content] = [.quote, .speaker, .speech].map { .field(.citation, $0) }

    /// The sources of a row, added if they are new.
    private func sources(_ cells: ImportCells) throws -> [RecordID] {
        let content = ImportColumn.Content.field(.source, .title)
        let url = cells.text(.source, .url)
        guard let text = cells.text(content) ?? url else {
            return try source.map { [try resolved($0.text, among: .source)] } ?? []
        }
        // A short id is that source, whatever else the row says of one.
        if RecordID(typedShortID: text) != nil { return [try cells.at(content) { try resolved(text, among: .source) }] }
        if cells.has(.field(.source, .kind), .field(.source, .publisher), .field(.source, .published)) || url != nil {
            return [try addedSource(text, cells)]
        }
        return try cells.at(content) {
            if let one = try source(named: text) { return [one] }
            let parts = text.split(separator: ";").map { $0.trimmingCharacters(in: .whitespaces) }.filter {
                !$0.isEmpty
            }
            // A title may have a semicolon of its own.
            if parts.count > 1 { return try parts.map { try resolved($0, among: .source) } }
            do { return [try resolved(text, among: .source)] } catch MusterError.unknownRecord(
                let name, let kinds, let nearest, let suggested, _)
            {
                throw MusterError.unknownRecord(
                    name, among: kinds, nearest: nearest, suggested: suggested, fix: .give(.kind))
            }
        }
    }

    /// The one source on the register that a text names; nil if there is none. What the disk refuses is thrown: it does not say that
    /// there is none.
    private func source(named text: String) throws -> RecordID? {
        do { return try resolved(text, among: .source) } catch MusterError.unknownRecord { return nil }
    }

    /// A source that a row describes: the one on the register that is the same, or a new one.
    private func addedSource(_ text: String, _ cells: ImportCells) throws -> RecordID {
        let new = try newSource(text, cells)
        let key = [text, new?.publisher, new?.url, new?.published?.text].map { $0 ?? "" }.joined(separator: "\u{1}")
        if let known = known[.source, key] { return known }
        let values = [
            "title": text.databaseValue, "url": (new?.url).databaseValue, "publisher": (new?.publisher).databaseValue,
            "published": (new?.published?.text).databaseValue,
        ]
        let id: RecordID
        if let twin = try Sameness.source.twins(of: values, db).first ?? described(text, cells, new) {
            id = RecordID(.source, try twin.get("id"))
            try refuseOther(twin, id, text, new)
        } else if let new {
            id = try cells.at(.field(.source, .title)) { try transaction.add(new) }
        } else if let there = try cells.at(.field(.source, .title), { try source(named: text) }) {
            id = there
        } else {
            throw RowFault(
                column: ImportColumn.named(.field(.source, .kind)).name,
                error: .missing(what: "the kind of the new source \(quoted(text))", fix: .give(.kind)))
        }
        known[.source, key] = id
        return id
    }

    /// The one source on the register with a title, if nothing that the row says of it differs from what is on record.
    private func described(_ title: String, _ cells: ImportCells, _ new: NewSource?) throws -> Row? {
        let rows = try Row.fetchAll(db, sql: "SELECT * FROM source WHERE title = ?", arguments: [title])
        let published = try StoredDate.optional(new?.published)?.text
        let fitting = try rows.filter { row in
            let given: [(String, String?)] = [
                ("publisher", cells.text(.source, .publisher)), ("url", cells.text(.source, .url)),
                ("published", published), ("kind", new?.kind.rawValue),
            ]
            return try given.allSatisfy { try $1 == nil || row.get($0) as String? == $1 }
        }
        return fitting.count == 1 ? fitting[0] : nil
    }

    /// Refuses a row whose source has the address of one on the register, and another title or date.
    private func refuseOther(_ row: Row, _ id: RecordID, _ text: String, _ new: NewSource?) throws {
        let title: String = try row.get("title")
        let date = try StoredDate.optional(new?.published)?.text
        let isOther = text != new?.url && Text.folded(title) != Text.folded(text)
        if try isOther || (date != nil && row.get("published") as String? != date) {
            throw RowFault(
                column: ImportColumn.named(.field(.source, .title)).name, value: text,
                error: .taken(what: "the address of", value: text, id: id, fix: .tellSourcesApart(id)))
        }
    }

    /// What a row says of a source; nil if it does not say its kind, without which none is added.
    private func newSource(_ text: String, _ cells: ImportCells) throws -> NewSource? {
        guard let kind = try cells.list(.field(.source, .kind), SourceKind.self) else { return nil }
        var new = NewSource(kind: kind, title: text)
        new.publisher = cells.text(.source, .publisher)
        new.url = cells.text(.source, .url)
        new.archive = cells.text(.source, .archive)
        new.language = cells.text(.source, .language)
        new.published = try cells.date(.field(.source, .published))
        new.captured = try cells.day(.field(.source, .captured))
        new.sha256 = cells.text(.source, .sha256)
        new.relation = try cells.list(.field(.source, .relation), SourceRelation.self)
        new.note = cells.text(.source, .note)
        new.derivedFrom =
            try cells.read(.field(.source, .derivedFrom)) { text in
                try text.split(separator: ";").map {
                    RecordReference(try resolved($0.trimmingCharacters(in: .whitespaces), among: .source))
                }
            } ?? []
        return new
    }

    /// A text in as many parts as wanted, parted by semicolons; the whole text if it has another number of them.
    private static func parts(_ text: String, as count: Int) -> [String] {
        let parts = text.split(separator: ";").map { $0.trimmingCharacters(in: .whitespaces) }
        return count > 1 && parts.count == count ? parts : [text]
    }

    /// The one record of a kind that a text names.
    func resolved(_ text: String, among kind: RecordKind) throws -> RecordID {
        if let known = known[kind, text] { return known }
        let reference = RecordReference(text)
        let id = try kind == .region ? resolver.entered(region: reference) : resolver.resolve(reference, among: [kind])
        known[kind, text] = id
        return id
    }

    /// The reference in a cell to a record that must be on the register.
    func reference(_ content: ImportColumn.Content, _ kind: RecordKind, _ cells: ImportCells) throws -> RecordReference?
    {
        try cells.read(content) { RecordReference(try resolved($0, among: kind), written: $0) }
    }
}
