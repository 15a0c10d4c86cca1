import Foundation
import MusterValues
import Testing

@testable import MusterCore

/// Compares the documentation and the command with the tables of fields.
struct FieldDocumentTests {
    @Test func `the page on the hash chain has the table of what a redaction leaves`() throws {
        let page = try Package.text("Sources/MusterCore/MusterCore.docc/HashChain.md")
        var lines = ["| table | what is left |", "| --- | --- |"]
        for kind in RecordKind.allCases.filter({ ![.region].contains($0) }) {
            lines.append("| `\(kind.name)` | \(Self.words(of: kind)) |")
        }
        // A name has its own table but is not a kind of record.
        lines.append(
            "| `name` | `text` is `[redacted X]` with X the short id of its unit (`U1`), official (`O1`) or programme (`G1`), `folded` is the same in small letters, `script` is `Zyyy` |"
        )
        let table = (lines.prefix(2) + lines.dropFirst(2).sorted()).joined(separator: "\n")
        #expect(page.contains(table), "it must be:\n\(table)")
    }

    /// The remains of a record of one kind after it was redacted along with another.
    private static func words(of kind: RecordKind) -> String {
        let told = kind.fields.filter { $0.redacted != .blankedIfAny }
        let becomes = told.compactMap { field -> String? in
            switch field.redacted {
            case .blanked: "`\(field.columns[0])` is `[redacted]`"
            case .numbered: "`\(field.columns[0])` is `[redacted \(kind.rawValue)1]` with its short id"
            case .becomes(let sql): "`\(field.columns[0])` is `\(sql[0].trimmingCharacters(in: ["'"]))`"
            case .kept, .emptied, .blankedIfAny: nil
            }
        }
        let emptied = told.filter { $0.redacted == .emptied }.flatMap(\.columns).map { "`\($0)`" }
        let verb = emptied.count == 1 ? "is" : "are"
        let list =
            emptied.count < 2 ? emptied.joined() : emptied.dropLast().joined(separator: ", ") + " and " + emptied.last!
        let parts = [becomes.joined(separator: ", "), emptied.isEmpty ? "" : "\(list) \(verb) NULL"].filter {
            !$0.isEmpty
        }
        return parts.isEmpty ? "nothing but the note below" : parts.joined(separator: "; ")
    }
}
