public import MusterValues

/// The way in which files are imported.
public struct ImportOptions: Sendable {
    /// The source of rows that name none; nil if each must.
    public var source: RecordReference?
    /// True to take the good rows although others cannot be taken.
    public var keepsGood = false
    /// The order of day, month and year in the dates of a column; the key "" is all columns.
    public var dates: [String: DateOrder] = [:]

    /// Takes all rows or none, each with its own source and dates in EDTF.
    public init() {}
}

/// What an import did, or would do.
public struct ImportResult: Sendable {
    /// The revision that holds it; nil if nothing was changed.
    public let revision: Int64?
    /// The number of rows of each outcome.
    public let rows: [ImportedRow.Outcome: Int]
    /// The number of records added, by kind.
    public let added: [RecordKind: Int]
    /// The number of searches for units that were recorded.
    public let looks: Int
    /// The number of names that were recorded, as spellings of records.
    public let names: Int
    /// The number of blank rows, which were passed over.
    public let blank: Int
    /// True if nothing was taken because some rows could not be.
    public let isStopped: Bool
    /// True if it was only tried.
    public let isRehearsal: Bool
    /// A sentence about the write; nil for none.
    public let remark: String?
}

extension Registry {
    /// Imports the records of files in one revision: all of them or none, unless the options keep the good ones.
    ///
    /// What a row names and the register does not have is added; what it has is cited once more. Each file is read twice: the first
    /// time to see that it can be read whole. No file is held in memory; the names of the officials, units and sources that it has are.
    ///
    /// - Parameters:
    ///   - files: the files, in the order in which they are taken.
    ///   - options: the way in which they are imported.
    ///   - authorship: the person who imports them, and the reason.
    ///   - progress: takes the part of the rows that is done, from 0 to 1, after each row; returns false to stop, after which nothing is
    ///     changed.
    ///   - each: takes what became of each row, in order.
    /// - Returns: what was done.
    /// - Throws: `MusterError.badFile` for a file that cannot be read whole; `MusterError.stopped`; what `each` throws; nothing is
    ///   changed then.
    public func importRecords(
        of files: [TableFile], _ options: ImportOptions = ImportOptions(), by authorship: Authorship,
        progress: (Double) -> Bool = { _ in true }, each: (ImportedRow) throws -> Void = { _ in }
    ) throws(MusterError) -> ImportResult {
        let sheets = try files.map { file throws(MusterError) in try ImportSheet(file, options) }
        var tally = ImportTally()
        var isStopped = false
        do {
            let written = try write(authorship, doing: "import records") { transaction in
                let importer = Importer(transaction, source: options.source, path: path)
                let total = Double(sheets.reduce(0) { $0 + $1.count })
                var done = 0.0
                for sheet in sheets {
                    let read = try sheet.file.read(takingMisfits: true) { record in
                        let cells = sheet.cells(record)
                        let row: ImportedRow
                        do {
                            let changes = try importer.take(cells)
                            row = ImportedRow(record, of: sheet.file.path, changes)
                        } catch let fault as RowFault {
                            row = ImportedRow(record, of: sheet.file.path, fault, sameAs: cells.text(.sameAs))
                        }
                        tally.count(row)
                        try each(row)
                        done += 1
                        if !progress(done / total) { throw MusterError.stopped }
                    }
                    tally.blank += read.blank
                }
                tally.count(transaction.inserted)
                if tally.isFaulty, !options.keepsGood, !isRehearsing {
                    isStopped = true
                    throw MusterError.stopped
                }
            }
            return tally.result(written)
        } catch {
            if isStopped { return tally.result(nil) }
            throw error
        }
    }
}

/// A file to import, with its columns.
struct ImportSheet {
    let file: TableFile
    let layout: ImportLayout
    /// The number of records.
    let count: Int
    private let dates: [Int: DateOrder]

    /// Reads the file once, to see that it can be read whole.
    init(_ file: TableFile, _ options: ImportOptions) throws(MusterError) {
        self.file = file
        layout = try ImportLayout(file)
        dates = try layout.dates(options.dates)
        do { count = try file.read(takingMisfits: true) { _ in }.records } catch {
            throw error as? MusterError ?? .badFile(path: file.path, rule: "it cannot be read")
        }
        if count == 0 { throw .badFile(path: file.path, rule: "it has a heading and no records") }
    }

    func cells(_ record: DelimitedRecord) -> ImportCells { ImportCells(layout: layout, record: record, dates: dates) }
}

/// The counts of an import under way.
private struct ImportTally {
    private var rows: [ImportedRow.Outcome: Int] = [:]
    private var added: [RecordKind: Int] = [:]
    private var (looks, names) = (0, 0)
    var blank = 0

    var isFaulty: Bool { rows[.review, default: 0] + rows[.refused, default: 0] > 0 }

    mutating func count(_ row: ImportedRow) { rows[row.outcome, default: 0] += 1 }

    mutating func count(_ inserted: [String: Int]) {
        for kind in RecordKind.allCases { added[kind] = inserted[kind.name] }
        (looks, names) = (inserted["look", default: 0], inserted["name", default: 0])
    }

    func result(_ written: WriteResult?) -> ImportResult {
        ImportResult(
            revision: written?.revision, rows: rows, added: written == nil ? [:] : added, looks: looks, names: names,
            blank: blank,
            isStopped: written == nil, isRehearsal: written?.isRehearsal ?? false, remark: written?.remark)
    }
}
