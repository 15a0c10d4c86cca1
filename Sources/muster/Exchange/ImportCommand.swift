import ArgumentParser
import MusterCore
import MusterValues

struct ImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Import records from CSV files or a data package: all rows, or none.",
        discussion: """
            A row can hold an enrollment with its official, post, unit and source, or a source, unit, official, event, \
            citation or look by itself. What the registry does not have is added; what it has is cited once more. The same \
            file a second time changes nothing. --columns lists the columns; the headings may be English or Russian.

            Commas, semicolons and tabs are told apart, and so are UTF-8, UTF-16 and Windows-1251. Dates are EDTF, or in the \
            order that --dates gives: --dates dmy for all columns, --dates state_date=dmy for one.

            A row that looks like a record on the registry is not taken: write that record's id in the column same_as, or yes \
            in the column new.

            Example: muster import list.csv --source S1 --dry-run
            """)

    @Argument(
        help: ArgumentHelp("CSV files, the folder of a data package, or - for standard input.", valueName: "file"))
    var files: [String] = []
    @Flag(help: "List the columns that a file can have.") var columns = false
    @Option(help: ArgumentHelp("The source of rows that name none; or MUSTER_SOURCE.", valueName: "source"))
    var source: RecordReference?
    @Option(help: ArgumentHelp("The encoding: utf-8, windows-1251, utf-16le or utf-16be.", valueName: "name"))
    var encoding: TextEncoding?
    @Option(help: ArgumentHelp("The order of dates: dmy, mdy or ymd; or column=order.", valueName: "order"))
    var dates: [String] = []
    @Option(
        help: ArgumentHelp("Take the good rows, and write the others to this file, to be mended.", valueName: "file"))
    var keepGood: String?
    @OptionGroup var output: OutputOptions
    @OptionGroup var write: WriteOptions

    func run() throws {
        if columns { return try output.write(ImportColumn.all, noneMessage: "") }
        if files.isEmpty { throw MusterError.usage("name a file to import; --columns lists what one can hold") }
        if files.count == 1, RecordPackage.isPackage(files[0]) {
            let package = try RecordPackage(files[0])
            if package.isOfRegistry {
                if source != nil || encoding != nil || !dates.isEmpty || keepGood != nil {
                    throw MusterError.usage(
                        "a registry's data package is taken whole and as it is: leave out --source, --encoding, --dates and --keep-good"
                    )
                }
                return try take(package)
            }
            return try take(package.tables.map(\.file))
        }
        try take(files.map { try TableFile($0, encoding: encoding) })
    }

    /// Imports what another registry exported.
    private func take(_ package: RecordPackage) throws {
        let progress = Progress()
        let result = try write.writing().importPackage(package, by: write.authorship) { progress.show(nil) }
        progress.end()
        for line in result.lines { Output.printNote(line) }
    }

    private func take(_ tables: [TableFile]) throws {
        let progress = Progress()
        if keepGood != nil, tables.count > 1 {
            throw MusterError.usage("--keep-good writes the rows of one file; import the files one by one")
        }
        let registry = try write.writing()
        tables.forEach(describe)
        let rest = try write.dryRun ? nil : keepGood.map { try ImportRest($0, of: tables[0]) }
        var printer = RowPrinter<ImportedRow>(output.format)
        var remedies: [String] = []
        let result = try registry.importRecords(
            of: tables, try options(), by: write.authorship,
            progress: { progress.show($0) }
        ) { row in
            if let fault = row.fault {
                let remedy = fault.error.fix?.words(forRowThatIs: row.sameAs)
                try rest?.add(row, remedy: remedy)
                if rest == nil, remedies.count < Self.mostRemedies, let remedy {
                    remedies.append("line \(row.line): \(remedy)")
                }
            }
            if write.dryRun || (row.fault != nil && rest == nil) { try printer.add(row) }
        }
        progress.end()
        try rest?.place()
        try report(result, rest, remedies, &printer)
    }

    /// The most rows of which what to do is told after the table.
    private static let mostRemedies = 20

    private func options() throws -> ImportOptions {
        var options = ImportOptions()
        options.source = source ?? environment("MUSTER_SOURCE").map { RecordReference($0) }
        options.keepsGood = keepGood != nil
        for text in dates {
            let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
            guard let order = DateOrder(rawValue: parts.last?.lowercased() ?? "") else {
                throw MusterError.usage(
                    "\(quoted(text)) is no order of dates; give dmy, mdy or ymd, or a column and one of them, as state_date=dmy"
                )
            }
            options.dates[parts.count == 2 ? parts[0] : ""] = order
        }
        return options
    }

    /// Says how a file is read; a dry run shows its first records, too.
    private func describe(_ file: TableFile) {
        let separator = ["\t": "tab", ",": "comma", ";": "semicolon"][file.separator] ?? "\(file.separator)"
        let guessed = file.isEncodingGuessed ? " (recognised by its letters; --encoding says otherwise)" : ""
        if !write.dryRun, !file.isEncodingGuessed { return }
        Output.printNote(
            "\(quoted(file.path)): \(file.encoding.rawValue)\(guessed), separator \(separator), \(file.heading.count) columns"
        )
        if !write.dryRun { return }
        let first = file.firstRecords(3)
        for (index, heading) in file.heading.enumerated() where !heading.isEmpty {
            let column = ImportColumn.named(heading)?.name ?? "no column"
            let values = first.map { $0[index].isEmpty ? "-" : quoted($0[index]) }.joined(separator: ", ")
            Output.printNote("  \(heading.printableInLine) (\(column)): \(values)")
        }
    }

    private func report(
        _ result: ImportResult, _ rest: ImportRest?, _ remedies: [String], _ printer: inout RowPrinter<ImportedRow>
    ) throws {
        let faulty = result.rows[.review, default: 0] + result.rows[.refused, default: 0]
        let isListed = result.isRehearsal || (faulty > 0 && rest == nil)
        if isListed {
            do { try printer.end(none: "no rows") } catch let error as MusterError {
                guard let revision = result.revision else { throw error }
                try Output.tell(of: Output.written(revision)) { () throws(MusterError) in throw error }
            }
        }
        for remedy in remedies { Output.printNote(remedy) }
        for line in result.lines { Output.printNote(line) }
        if result.isRehearsal, faulty > 0, keepGood == nil {
            let rows = faulty == 1 ? "1 row stops" : "\(faulty) rows stop"
            Output.printNote("but \(rows) the file: without --keep-good nothing of it would be taken")
        }
        if let rest, rest.count > 0 {
            let others = rest.count == 1 ? "the other row is" : "the other \(rest.count) rows are"
            Output.printNote("\(others) in \(quoted(keepGood ?? ""))")
        }
        if result.isStopped {
            throw MusterError.badFile(
                path: files.joined(separator: "', '"),
                rule: "\(faulty) of its rows cannot be taken, so nothing was changed",
                fix: "mend them, or take the others with --keep-good FILE, which writes these to FILE")
        }
    }
}

extension ImportResult {
    /// What was done, in sentences.
    fileprivate var lines: [String] {
        let kinds =
            RecordKind.allCases.compactMap { kind in
                added[kind].map { "\($0) \(kind.name)\($0 == 1 ? "" : "s")" }
            }
            + [(looks, "look"), (names, "name")].compactMap { count, word in
                count == 0 ? nil : "\(count) \(word)\(count == 1 ? "" : "s")"
            }
        let all = kinds.isEmpty ? "nothing" : kinds.joined(separator: ", ")
        var lines: [String] = []
        if let revision { lines.append("revision \(revision): \(all) added") }
        if isRehearsal { lines.append("nothing was changed: \(all) would be added") }
        let known = rows[.known, default: 0]
        if revision == nil, !isRehearsal, !isStopped {
            lines.append(
                "nothing was changed: \(rows[.review] == nil && rows[.refused] == nil ? "the registry has all of it" : "no row that could be taken was new")"
            )
        }
        if known > 0, revision != nil || isRehearsal {
            lines.append("\(known) \(known == 1 ? "row" : "rows") held nothing new")
        }
        if blank > 0 { lines.append("\(blank) blank \(blank == 1 ? "row" : "rows") passed over") }
        if let remark { lines.append(remark) }
        return lines
    }
}
