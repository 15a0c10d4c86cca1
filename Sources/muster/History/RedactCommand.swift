import ArgumentParser
import MusterCore
import MusterValues

struct RedactCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "redact",
        abstract: "Blank a record for good, in every version, and keep the proof of the history.",
        discussion: """
            Takes the text, names, dates and citations of the record out of the register, its history, the reasons of \
            revisions and the file. With an official go the posts and what is said of the enrollments, which stay and are \
            counted; an enrollment or an event that is named itself is counted no more. Numbers stay, and 'muster verify' \
            still passes. The log says that, by whom and why; the reason must not hold what is redacted.

            Where else the name may still stand is listed, also in another alphabet or grammatical case; a diminutive and \
            a name of two letters are not found. A revision's number redacts its reason, and the looks that were recorded in \
            it. This cannot be undone, and reaches no copy made before.

            Examples:
            muster redact O7 --reason "court order 12-345"
            muster redact 42 --reason "its reason named a person"
            """)

    @Argument(help: "The record, by name or short id; or a revision's number.") var record: RecordReference
    @OptionGroup var write: WriteOptions

    func run() throws {
        let written = try write.writing().redact(record, by: write.authorship)
        guard written.revision != nil || written.isRehearsal else {
            return Output.printNote("\(record) is redacted already; the file was cleared of deleted text again")
        }
        try Output.printResult(written)
        if !written.heldReasons.isEmpty {
            let revisions = written.heldReasons.map(String.init).joined(separator: ", ")
            Output.printNote(
                "may still hold it: what was said in revisions \(revisions); 'muster log' shows it, 'muster redact REVISION' blanks it"
            )
        }
        if written.isRehearsal { return }
        Output.printNote("copies of the file and reports made before still hold it")
        if !written.reasons.isEmpty {
            Output.printNote(
                "redacted too: the \(written.reasons.count == 1 ? "reason of revision" : "reasons of revisions") "
                    + written.reasons.map(String.init).joined(separator: ", "))
        }
    }
}
