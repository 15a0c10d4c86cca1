import Foundation
import HTTPTypes
import MusterCore
import MusterValues
import NIOCore

/// One row of an import.
private struct ImportLine: Encodable {
    let changes: [WriteAnswer.Change]
    let column: String?
    let line: Int
    let looksLike: [Candidate]
    let outcome: String
    let remedy: String?
    let rule: String?
    let value: String?

    init(_ row: ImportedRow) {
        (line, outcome, changes) = (row.line, row.outcome.rawValue, WriteAnswer.changes(row.changes))
        looksLike = row.looksLike
        (column, value, rule) = (row.fault?.column, row.fault?.value, row.fault?.error.rule)
        // A row is mended in its cells: same_as names the record that it is, and new says that it is another.
        remedy =
            row.looksLike.isEmpty
            ? row.fault?.error.fix?.importWords : "write the record's id in same_as, or yes in new if it is another"
    }
}

/// The refusal of a file of which a row cannot be taken.
private struct ImportProblem: Encodable {
    let type = "urn:muster:problem:rows"
    let title = "Conflict"
    let status = 409
    let detail: String
    let rows: [ImportLine]
}

/// What an import did, or would do.
private struct ImportAnswer: Encodable {
    let added: [String: Int]
    let head: String?
    let isRehearsal: Bool
    /// True if a row could not be taken, so that nothing was.
    let isStopped: Bool
    let remark: String?
    let revision: Int64?
    /// The rows: of a dry run all, otherwise those that stop the import. At most 1000 are listed, and of those that stop it as many more.
    let rows: [ImportLine]
    let tally: [String: Int]

    private enum CodingKeys: String, CodingKey {
        case added, head, isRehearsal = "dry_run", isStopped = "stopped", remark, revision, rows, tally
    }
}

extension Shape {
    fileprivate static let importColumn = Shape.record([
        Member(name: "column", shape: .string, isRequired: true),
        Member(name: "russian", shape: .string, isRequired: true),
        Member(name: "holds", shape: .string, isRequired: true),
        Member(
            name: "words", shape: .list(.string), isRequired: true, help: "The words that it can hold; empty for any."),
    ])

    fileprivate static let importedRow = Shape.record([
        Member(name: "line", shape: .integer, isRequired: true),
        Member(name: "outcome", shape: .string, isRequired: true),
        Member(name: "changes", shape: .list(.answer(WriteAnswer.Change.self)), isRequired: true),
        Member(name: "remedy", shape: .optional(.string), isRequired: true),
        Member(name: "looks_like", shape: .list(.any), isRequired: true),
        Member(name: "column", shape: .optional(.string), isRequired: true),
        Member(name: "value", shape: .optional(.string), isRequired: true),
        Member(name: "rule", shape: .optional(.string), isRequired: true),
    ])
}

extension Endpoint {
    /// The most rows of a file that an answer lists.
    private static let mostRows = 1000

    /// The import of a file of records.
    static let imports: [Endpoint] = [
        .rows(
            .imports, .page(.importColumn), "List the columns that a file to import can have.", []
        ) { _, _, _ in ImportColumn.all },
        Endpoint(
            route: .imports, method: .post, kind: .write, role: .editor,
            summary: "Import records from a CSV file: all rows in one revision, or none.",
            parameters: [
                Parameter(name: "source", help: "Of rows that name none.", shape: .text(.record)),
                Parameter(
                    name: "encoding", help: "The encoding; otherwise it is recognised.",
                    shape: .words(TextEncoding.allCases.map(\.rawValue))),
                Parameter(name: "dates", help: "The order of dates: dmy, mdy or ymd; or column=order.", isList: true),
                .reason, .dryRun,
            ], bodyTypes: ["text/csv"],
            answer: .record([
                Shape.Member(name: "head", shape: .optional(.string), isRequired: true),
                Shape.Member(name: "remark", shape: .optional(.string), isRequired: true),
                Shape.Member(name: "added", shape: .map(.integer), isRequired: true, help: "Records by kind."),
                Shape.Member(name: "tally", shape: .map(.integer), isRequired: true, help: "Rows by outcome."),
                Shape.Member(name: "revision", shape: .optional(.integer), isRequired: true),
                Shape.Member(name: "stopped", shape: .boolean, isRequired: true),
                Shape.Member(name: "dry_run", shape: .boolean, isRequired: true),
                Shape.Member(name: "rows", shape: .list(.importedRow), isRequired: true),
            ]), isAlone: true
        ) { call in
            if call.contentType != "text/csv" {
                throw Problem(.unsupportedMediaType, "media-type", "send the file as text/csv; nothing was changed")
            }
            var options = ImportOptions()
            options.source = try call.query.one("source").map { RecordReference($0) }
            for text in call.query.all("dates") { try options.take(dates: text) }
            let encoding = try call.query.word("encoding", TextEncoding.self)
            let isRehearsal = try call.query.flag("dry_run")
            try call.expected?.check(call.present, isOfRecord: false)
            var rows: [ImportedRow] = []
            let result = try withTemporaryFolder { folder in
                let path = folder + "/import.csv"
                guard FileManager.default.createFile(atPath: path, contents: Data(call.body.readableBytesView)) else {
                    throw MusterError.full(path: "temporary files")
                }
                return try naming(path) {
                    try call.writing().importRecords(
                        of: [TableFile(path, encoding: encoding)], options, by: call.authorship(),
                        each: { row in
                            // Of a dry run all rows are listed up to the most; those that must be mended are listed also after that.
                            let most = row.fault == nil ? Self.mostRows : 2 * Self.mostRows
                            if rows.count < most, isRehearsal || row.fault != nil { rows.append(row) }
                        })
                }
            }
            let state = try call.present.state()
            let faulty = result.rows[.review, default: 0] + result.rows[.refused, default: 0]
            let isStopped = result.isStopped || faulty > 0
            let answer = ImportAnswer(
                added: isStopped ? [:] : Dictionary(uniqueKeysWithValues: result.added.map { ($0.key.name, $0.value) }),
                head: state.head, isRehearsal: isRehearsal, isStopped: isStopped, remark: result.remark,
                revision: result.revision, rows: rows.map(ImportLine.init),
                tally: Dictionary(uniqueKeysWithValues: result.rows.map { ($0.key.rawValue, $0.value) }))
            if isStopped, !isRehearsal {
                var refusal = try Answer.json(
                    ImportProblem(
                        detail:
                            "\(faulty) rows cannot be taken, so nothing was changed; mend them and send the file again",
                        rows: answer.rows), state, status: .conflict)
                refusal.type = .problem
                return refusal
            }
            return try .json(answer, state, status: result.revision == nil ? .ok : .created)
        },
    ]
}

extension ImportOptions {
    /// Takes the order of the dates of one column, or of all.
    fileprivate mutating func take(dates text: String) throws(MusterError) {
        let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
        guard let order = DateOrder(rawValue: parts.last?.lowercased() ?? "") else {
            throw .badValue(
                field: "dates", value: text,
                rule: "give dmy, mdy or ymd, or a column and one of them, as state_date=dmy")
        }
        dates[parts.count == 2 ? parts[0] : ""] = order
    }
}

extension Remedy {
    /// The remedy in the columns of a file and the parameters of an import.
    fileprivate var importWords: String {
        self == .give(.source) ? "fill the column source, or give the parameter source" : words
    }
}

/// Runs something that may refuse a temporary file, whose path no message must show.
private func naming<Value>(_ path: String, _ work: () throws -> Value) throws -> Value {
    do { return try work() } catch MusterError.badFile(path, let rule, let fix) {
        throw MusterError.badFile(path: "the file", rule: rule, fix: fix)
    }
}
