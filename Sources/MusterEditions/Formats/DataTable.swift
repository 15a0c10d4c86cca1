import MusterCore
import MusterValues

/// A table of an edition for programs: the values and not the words, all tables of one name as one.
package struct DataTable {
    /// The word by which programs name it.
    package let name: String
    /// The keys of its columns.
    package let columns: [String]
    /// A value for each column.
    package private(set) var rows: [[String]]

    /// The key of what sources say of a row.
    static let evidence = "evidence"
}

extension Edition {
    /// Everything in the edition as tables: what it is, the figures, each table, and what is in dispute.
    package var dataTables: [DataTable] {
        let speaker = Speaker(language: header.language)
        var tables = [about(speaker)]
        var places: [String: Int] = [:]
        func add(_ name: String, _ columns: [String], _ rows: [[String]]) {
            if let place = places[name] { return tables[place].append(rows) }
            places[name] = tables.count
            tables.append(DataTable(name: name, columns: columns, rows: rows))
        }
        for block in blocks {
            switch block {
            case .figures(let figures):
                let rows = figures.map { figure in
                    [figure.name] + [figure.label, figure.value].map(speaker.plain) + [
                        figure.sentence.map(speaker.plain) ?? ""
                    ]
                }
                add("figures", ["figure", "label", "value", "about"], rows)
            case .table(let table):
                let rows = table.rows.map { row in
                    row.cells.map { $0.value(speaker) } + [row.evidence.map(speaker.plain).joined(separator: "; ")]
                }
                add(table.name, table.columns.map(\.key) + [DataTable.evidence], rows)
            case .dispute(let dispute):
                add(
                    "in_dispute", ["record", "title", "concluded", "side", "value", "evidence", "settled"],
                    dispute.rows(speaker))
            case .part(let part):
                guard let place = part.place, let range = part.people else { continue }
                let said = [part.title, range.label, .people(range.people), range.sentence].map(speaker.plain)
                add("people", ["record", "name", "label", "people", "about"], [[place.description] + said])
            case .section, .paragraph, .list, .drawing: break
            }
        }
        return tables
    }

    private func about(_ speaker: Speaker) -> DataTable {
        DataTable(
            name: "edition",
            columns: ["edition", "layout", "title", "day", "revision", "recorded", "head", "language"],
            rows: [
                [
                    header.id, String(Edition.layout), speaker.plain(header.title), header.day.description,
                    String(header.revision),
                    header.recorded ?? "", header.head ?? "", header.language.rawValue,
                ]
            ])
    }
}

extension DataTable {
    fileprivate mutating func append(_ more: [[String]]) { rows += more }
}

extension EditionTable.Cell {
    /// The value for programs.
    fileprivate func value(_ speaker: Speaker) -> String { raw ?? words.map { $0.raw ?? speaker.plain($0) } ?? "" }
}

extension Words {
    /// The value for programs, if it differs from the words.
    fileprivate var raw: String? {
        switch self {
        case .listed(let raw, _): raw
        case .date(let date, _): date?.edtf ?? ""
        case .quiet(let words), .strong(let words), .link(_, let words): words.raw
        default: nil
        }
    }
}

extension DisputedValue {
    fileprivate func rows(_ speaker: Speaker) -> [[String]] {
        let own = [record.description] + [title, concluded].map(speaker.plain)
        let how = settled.map(speaker.plain) ?? ""
        let sides = [("for", supporting), ("against", against)].flatMap { name, sides in
            sides.map { side in
                own + [name, speaker.plain(side.value)] + [side.voices.map(speaker.plain).joined(separator: "; "), how]
            }
        }
        return sides.isEmpty ? [own + ["", "", "", how]] : sides
    }
}
