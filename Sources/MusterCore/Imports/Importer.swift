import GRDB
import MusterValues

/// Takes the records of files into the register, one after the other, in one transaction.
///
/// What a row names and the register does not have is added; what it has is cited once more, unless the same source says the same of it
/// already. So a file that is imported twice changes nothing the second time.
final class Importer {
    let transaction: Transaction
    /// The source of rows that name none; nil if each must.
    let source: RecordReference?
    private let path: String
    /// What the rows before found, by what was written.
    var known = ImportMemory()
    /// The rows after which new names are indexed. Until then each name that is searched for is compared with each of theirs.
    private static let batch = 8
    /// The same where most names are told apart without a search.
    private static let largeBatch = 64
    private var rows = 0
    /// The enrollment that the row under way is about; nil if it is about none.
    var enrollment: RecordID?
    /// The official that the row under way is about; nil if it is not found yet.
    var person: RecordID?
    /// The officials that rows without a verdict were about.
    var plain: Set<RecordID> = []
    /// The events that the row under way recorded.
    var events: Set<RecordID> = []
    /// The kinds of record of the row under way that a person could have said to be on the register.
    var decidable: Set<RecordKind> = []

    init(_ transaction: Transaction, source: RecordReference?, path: String) {
        self.path = path
        self.transaction = transaction
        self.source = source
        transaction.memory = TransactionMemory()
    }

    var db: Database { transaction.db }
    var resolver: Resolver { Resolver(db: db) }

    /// Takes one row, or nothing of it.
    ///
    /// - Parameter cells: the row.
    /// - Returns: what was done, in order; empty if the register has all of it already.
    /// - Throws: `RowFault` if the row cannot be taken; an error of SQLite.
    func take(_ cells: ImportCells) throws -> [WriteResult.Change] {
        do {
            let changes = try transaction.attempt {
                (enrollment, person, events, decidable) = (nil, nil, [], [])
                try interpret(cells)
                try refuseUnread(cells)
                try refuseUnusedVerdict(cells)
                return transaction.takenEntries()
            }
            known.keep()
            try indexNames()
            return changes
        } catch {
            known.forget()
            let known = MusterError(error, path: path)
            // What the register's own rules refuse is a fault of the row; what the disk refuses is not.
            if error is MusterError || known.isRefusal { throw RowFault(error: known) }
            throw error
        }
    }

    private func indexNames() throws {
        rows += 1
        let batch = transaction.officialNames == nil ? Self.batch : Self.largeBatch
        if rows % batch == 0, transaction.madeRevision != nil { try SearchIndex(db: db).addNewNames() }
    }

    private func interpret(_ cells: ImportCells) throws {
        if let fault = cells.misplaced { throw fault }
        if cells.has(.look(.region), .look(.date), .look(.place)) { return try takeLook(cells) }
        let evidence = try evidence(cells)
        if cells.has(.field(.event, .of), .field(.event, .value)) { return try takeEvent(cells, evidence) }
        if cells.has(.field(.citation, .of), .field(.citation, .field)) { return try takeCitation(cells, evidence) }
        if cells.has(.field(.official, .name), .field(.enrollment, .group), .field(.unit, .name), .field(.unit, .kind))
        {
            return try takePeople(cells, evidence)
        }
        if let content = cells.layout.columns.compactMap(\.?.content).first(where: { !$0.isOfSource && cells.has($0) })
        {
            let column = ImportColumn.named(content).name
            throw RowFault(
                column: column, value: cells.text(content),
                error: .refused(
                    rule:
                        "the row has a \(column.spaced), and neither an official, a group, a unit nor a record that it belongs to"
                ))
        }
    }

    /// Takes a row about people or a unit, once for each of its sources.
    private func takePeople(_ cells: ImportCells, _ evidence: [Evidence]) throws {
        guard !evidence.isEmpty else { throw Self.missingSource }
        for one in evidence {
            let unit = try unit(cells, one)
            if cells.has(.field(.enrollment, .group)) {
                try takeGroup(cells, unit, one)
            } else if cells.has(.field(.official, .name)) {
                let official = try official(cells, one)
                if let unit { try takeEnrollment(cells, of: official, in: unit, one) }
            }
        }
        try takeDeath(cells, evidence)
    }

    /// Refuses a row with a cell that none of its records takes: what is dropped without a word is lost.
    private func refuseUnread(_ cells: ImportCells) throws {
        if let text = cells.nameless {
            throw RowFault(
                value: text, error: .refused(rule: "it stands below an empty heading", fix: "give the column a heading")
            )
        }
        guard let content = cells.unread else { return }
        let column = ImportColumn.named(content).name
        throw RowFault(
            column: column, value: cells.text(content),
            error: .refused(
                rule: "the row has a \(column.spaced), and no record that takes one",
                fix: "empty the cell, or fill the columns of the record that it belongs to"))
    }

    static var missingSource: RowFault {
        RowFault(
            column: ImportColumn.named(.field(.source, .title)).name,
            error: .missing(what: "the source", fix: .give(.source)))
    }
}

extension ImportColumn.Content {
    /// True for what only describes the row's source, or is a verdict on the row.
    fileprivate var isOfSource: Bool {
        switch self {
        case .field(.source, _), .remark, .sameAs, .new: true
        default: false
        }
    }
}
