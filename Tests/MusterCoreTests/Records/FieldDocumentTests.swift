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
        lines.append("| `look` | `place` is `[redacted]`, and so is `found`, or NULL where it was |")
        // A name, a look and a conclusion have tables of their own but are no kinds of record.
        lines.append("| `conclusion` | `value` and `inferred` are `[redacted]`, or NULL where they were |")
        lines.append(
            "| `name` | `text` is `[redacted X]` with X the short id of its unit (`U1`), official (`O1`) or programme (`G1`), `folded` is the same in small letters, `script` is `Zyyy` |"
        )
        let table = (lines.prefix(2) + lines.dropFirst(2).sorted()).joined(separator: "\n")
        #expect(page.contains(table), "it must be:\n\(table)")
    }

    @Test func `the page says what is left of an enrollment or an event that was named itself`() throws {
        let page = try Package.text("Sources/MusterCore/MusterCore.docc/HashChain.md")
        let rows = [RecordKind.enrollment, .event].map { "| `\($0.name)` | \(Self.words(of: $0, isTarget: true)) |" }
        let table = (["| table | what is left of the named record |", "| --- | --- |"] + rows).joined(separator: "\n")
        #expect(page.contains(table), "it must be:\n\(table)")
    }

    /// The columns that a redaction leaves otherwise than they were, in words.
    private static func words(of kind: RecordKind, isTarget: Bool = false) -> String {
        var becomes: [String] = []
        var emptied: [String] = []
        for field in kind.fields {
            let left = isTarget ? field.redactedAsTarget : field.redacted
            for (index, column) in field.columns.enumerated() {
                switch left {
                case .kept, .blankedIfAny: break
                case .emptied: emptied.append("`\(column)`")
                case .blanked: becomes.append("`\(column)` is `[redacted]`")
                case .numbered: becomes.append("`\(column)` is `[redacted \(kind.rawValue)1]` with its short id")
                case .becomes(let sql):
                    if sql[index] == "NULL" {
                        emptied.append("`\(column)`")
                    } else {
                        let value = sql[index].trimmingCharacters(in: sql[index].hasPrefix("'") ? ["'"] : [])
                        becomes.append("`\(column)` is `\(value)`")
                    }
                }
            }
        }
        let list =
            emptied.count < 2 ? emptied.joined() : emptied.dropLast().joined(separator: ", ") + " and " + emptied.last!
        let nulls = emptied.isEmpty ? "" : "\(list) \(emptied.count == 1 ? "is" : "are") NULL"
        let parts = [becomes.joined(separator: ", "), nulls].filter { !$0.isEmpty }
        return parts.isEmpty ? "nothing but the note below" : parts.joined(separator: "; ")
    }
}
