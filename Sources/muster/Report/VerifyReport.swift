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
            letter. The exit code is 0 if they are equal, and 1 if anything differs.

            Example: muster report verify kaliningrad.html
            """)

    @Argument(help: ArgumentHelp("The file of a report.", valueName: "file")) var file: String
    @Option(
        help: ArgumentHelp(
            "The edition, if the file does not tell: a workbook has it on its first sheet.", valueName: "edition"))
    var edition: String?
    @OptionGroup var store: StoreOptions

    func run() throws {
        let bytes = try EditionFile.read(file)
        let registry = try store.present()
        let told = try EditionFile(bytes, named: file, edition: edition)
        let made = try told.made(from: registry)
        let again = told.format == .xlsx ? try made.workbook() : Array(try made.text(as: told.format).utf8)
        let comparison = EditionComparison(file: bytes, made: again, isText: told.format != .xlsx)
        try Output.write(comparison.text(of: file.printable, made.header))
        let header = made.header
        if !comparison.isEqual, told.format != .xlsx {
            let text = String(decoding: bytes, as: UTF8.self)
            if let head = header.head, !text.contains(head.prefix(8)) {
                Output.printNote("the file has another head of the history: it is of another registry, or was edited")
            }
            if let redaction = try registry.redaction(
                from: .revision(header.revision), to: .revision(registry.newestRevision()))
            {
                Output.printNote(
                    "revision \(redaction) redacted records since; what it took away is in no report any more")
            }
        }
        if !comparison.isEqual { throw ExitCode(1) }
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
            [
                "line \(difference.line)", "  the file: \(difference.file?.printable ?? "ends here")",
                "  registry: \(difference.made?.printable ?? "ends here")",
            ]
        }
        let more = isCut ? ["and more"] : []
        return ([head] + lines + more).joined(separator: "\n") + "\n"
    }
}
