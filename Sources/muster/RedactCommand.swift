import ArgumentParser
import MusterCore

struct RedactCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "redact",
        abstract: "Blank a record for good, in every version, and keep the proof of the history.",
        discussion: """
            Takes the text, names, dates and citations of the record out of the register, its history and the file; an \
            official's posts go with it. The record's number stays, people stay counted, and 'muster verify' still passes. The \
            log says that, by whom and why; the reason must not hold what is redacted. Where else the name still stands is \
            listed. This cannot be undone, and reaches no copy made before.

            Example: muster redact O7 --reason "court order 12-345"
            """)

    @Argument(help: "The record: a name or a short id.") var record: String
    @OptionGroup var write: WriteOptions

    func run() throws {
        let written = try write.writing().redact(record, by: write.authorship)
        guard written.revision != nil else {
            return Output.remark("\(record) is redacted already; the file was cleared of deleted text again")
        }
        try Output.tell(written)
    }
}
