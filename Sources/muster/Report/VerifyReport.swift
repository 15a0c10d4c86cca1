import ArgumentParser
import MusterCore
import MusterEditions
import MusterSheets
import MusterValues

struct VerifyReport: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify", abstract: "Make a report again, and say whether the file is what the registry gives.",
        discussion: """
            The edition that the file names is made again from the registry as it was at that revision, and compared letter by \
            letter. The exit code is 0 if they are equal, and 1 if anything differs. Of a workbook the cells that differ are named.

            Example: muster report verify kaliningrad.html
            """)

    @Argument(help: ArgumentHelp("The file of a report.", valueName: "file")) var file: String
    @OptionGroup var store: StoreOptions

    func run() throws {
        let bytes = try EditionFile.read(file)
        let registry = try store.present()
        let book = WorkbookFile(bytes)
        let told = try EditionFile(bytes, named: file, workbook: book?.edition)
        let edition = try told.made(from: registry)
        let (comparison, text) = try compare(bytes, book, told.format, edition)
        try Output.write(comparison.text(of: file.printable, edition.header))
        if comparison.isEqual { return }
        if told.layout != Edition.layout {
            Output.printNote(
                "the file has layout \(told.layout), and this version of muster writes layout \(Edition.layout): it can differ without having been edited"
            )
        }
        if comparison.isOnlyOfEnds {
            Output.printNote("only the ends of its lines differ; another program saved the file again")
        } else if comparison.differences.isEmpty {
            Output.printNote("every cell is equal; another program saved the file again")
        }
        if let head = edition.header.head, !text.contains(head.prefix(8)) {
            Output.printNote("the file has another head of the history: it is of another registry, or was edited")
        }
        if let redaction = try registry.redaction(
            from: .revision(edition.header.revision), to: .revision(registry.newestRevision()))
        {
            Output.printNote("revision \(redaction) redacted records since; what it took away is in no report any more")
        }
        throw ExitCode(1)
    }

    /// Holds the file against the edition; the file's text is returned too, in which its head of the history stands.
    private func compare(
        _ bytes: [UInt8], _ book: WorkbookFile?, _ format: EditionFormat, _ edition: Edition
    ) throws -> (EditionComparison, String) {
        guard format == .xlsx, let book else {
            let made = Array(try edition.text(as: format).utf8)
            return (EditionComparison(file: bytes, made: made), String(decoding: bytes, as: UTF8.self))
        }
        let made = try edition.workbook()
        let differences = WorkbookFile(made).map(book.differences) ?? []
        let text = book.sheets.first?.cells.values.joined(separator: " ") ?? ""
        return (EditionComparison(isEqual: bytes == made, differences), text)
    }
}

extension EditionComparison {
    /// What the user reads: equal, or the first lines that differ.
    fileprivate func text(of file: String, _ header: EditionHeader) -> String {
        if isEqual {
            return "\(file): equal to edition \(header.id), made again from the registry\n"
        }
        let head = "\(file): differs from edition \(header.id) as the registry gives it"
        if differences.isEmpty { return head + "\n" }
        let lines = differences.flatMap { difference in
            // A page has lines of thousands of letters.
            let (file, made) = difference.excerpts(240)
            let (place, nothing) =
                switch difference.place {
                case .line(let number): ("line \(number)", "ends here")
                case .cell(let sheet, let reference): ("sheet \(sheet.printable), cell \(reference.printable)", "empty")
                }
            return [
                place, "  the file: \(file?.printable ?? nothing)", "  registry: \(made?.printable ?? nothing)",
            ]
        }
        let more = isCut ? ["and more"] : []
        return ([head] + lines + more).joined(separator: "\n") + "\n"
    }
}
