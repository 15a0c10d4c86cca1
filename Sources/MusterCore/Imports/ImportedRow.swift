public import MusterValues

/// What became of one record of a file, or would become of it.
public struct ImportedRow: ListingRow {
    /// The file.
    public let file: String
    /// The line on which the record begins; the first is 1.
    public let line: Int
    /// What became of it.
    public let outcome: Outcome
    /// The changes, in order; empty if nothing changed.
    public let changes: [WriteResult.Change]
    /// The reason why it was not taken; nil if it was.
    public let fault: Fault?
    /// The cells as written, in the order of the file.
    public let cells: [String]
    /// The records that it says to be already, if it was not taken all the same; nil if it says none.
    public let sameAs: String?

    /// The outcomes of a record of a file.
    public enum Outcome: String, CaseIterable, Sendable {
        /// Records were added.
        case added
        /// Records that are on the register were cited or told more of.
        case cited
        /// The register had all of it already.
        case known
        /// It looks like a record on the register, and a person must decide.
        case review
        /// It was refused.
        case refused
    }

    /// The reason why a record of a file was not taken.
    public struct Fault: Sendable {
        /// The column whose cell is at fault; nil if it is the record as a whole.
        public let column: String?
        /// The text of the cell; nil if it is empty.
        public let value: String?
        /// The refusal.
        public let error: MusterError
    }

    /// The records on the register that it looks like; empty if it looks like none.
    public var looksLike: [Candidate] {
        switch fault?.error {
        case .alike(_, _, let candidates, _), .sameName(_, _, let candidates, _), .ambiguous(_, let candidates):
            candidates
        default: []
        }
    }

    /// The columns.
    public static let columns: [Column<ImportedRow>] = [
        Column("file", isDetail: true) { .text($0.file) },
        Column("line") { .number(Int64($0.line)) },
        Column("outcome") { .word($0.outcome.rawValue) },
        Column("records") { row in .each(row.changes.compactMap(\.recorded).map { .text($0) }) },
        Column("column") { $0.fault?.column.map { .text($0) } },
        Column("value") { $0.fault?.value.map { .text($0) } },
        Column("rule") { ($0.fault?.error.rule).map { .text($0) } },
    ]

    init(_ record: DelimitedRecord, of file: String, _ changes: [WriteResult.Change]) {
        self.file = file
        line = record.line
        cells = record.cells
        self.changes = changes
        (fault, sameAs) = (nil, nil)
        let isAdded = changes.contains { if case .added = $0.change { true } else { false } }
        outcome = isAdded ? .added : changes.isEmpty ? .known : .cited
    }

    init(_ record: DelimitedRecord, of file: String, _ fault: RowFault, sameAs: String?) {
        self.file = file
        line = record.line
        cells = record.cells
        changes = []
        self.sameAs = sameAs
        self.fault = Fault(column: fault.column, value: fault.value, error: fault.error)
        outcome =
            switch fault.error {
            case .alike, .sameName, .ambiguous: .review
            default: .refused
            }
    }

    private struct Coded: Encodable {
        let file: String
        let line: Int
        let looksLike: [Candidate]
        let outcome: String
        let records: [String]
        let column: String?
        let value: String?
        let rule: String?
    }

    /// Encodes the columns; the records are an array.
    public func encode(to encoder: any Encoder) throws {
        try Coded(
            file: file, line: line, looksLike: looksLike, outcome: outcome.rawValue,
            records: changes.compactMap(\.recorded),
            column: fault?.column, value: fault?.value, rule: fault?.error.rule
        ).encode(to: encoder)
    }
}

extension WriteResult.Change {
    /// What was recorded, in a few words; nil for a remark on it.
    var recorded: String? {
        switch change {
        case .added(let title, _): title.map { "\(id) \($0)" } ?? "\(id)"
        case .recorded(let value, let subject): "\(id) \(value.words) (\(subject))"
        case .cited(let field, let record, _): "\(id) \(field.words) (\(record))"
        case .looked(let words): "\(id) \(words)"
        default: nil
        }
    }
}
