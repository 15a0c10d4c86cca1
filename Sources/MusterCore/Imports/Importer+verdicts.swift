import Foundation
import MusterValues

/// What a person decided about a row that looks like records on the register.
extension Importer {
    /// The record of a kind that a row says it is; nil if it says none of that kind.
    func sameAs(_ kind: RecordKind, _ cells: ImportCells) throws -> RecordID? {
        decidable.insert(kind)
        return try verdicts(cells)[kind]
    }

    /// The records that a row says it is, by kind.
    private func verdicts(_ cells: ImportCells) throws -> [RecordKind: RecordID] {
        try cells.read(.sameAs) { text in
            var verdicts: [RecordKind: RecordID] = [:]
            for part in text.split(separator: ";") {
                let name = part.trimmingCharacters(in: .whitespaces)
                let id = try resolver.resolve(RecordReference(name), among: [.official, .unit, .enrollment])
                if let other = verdicts.updateValue(id, forKey: id.kind), other != id {
                    throw MusterError.refused(
                        rule: "\(other) and \(id) are both \(id.kind.words), and the row can be only one of them")
                }
            }
            return verdicts
        } ?? [:]
    }

    /// Refuses a row that says that it is a record of a kind of which it has none: it would be passed over.
    func refuseUnusedVerdict(_ cells: ImportCells) throws {
        guard let id = try verdicts(cells).values.sorted().first(where: { !decidable.contains($0.kind) }) else {
            return
        }
        throw RowFault(
            column: ImportColumn.named(.sameAs).name, value: cells.text(.sameAs),
            error: .refused(rule: "\(id) is \(id.kind.words), and the row has none that it could be"))
    }

    /// True if a row says that it is about another person or unit than those with similar names.
    func isNew(_ cells: ImportCells) -> Bool {
        ["yes", "true", "1", "да", "new", "y"].contains(cells.text(.new)?.lowercased())
    }
}
