import ArgumentParser
import MusterCore
import MusterValues

struct DoctorCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor",
        abstract: "Check the registry's file, references, rules, search and history, and say what to do or mend it.",
        discussion: """
            Nothing is changed. The exit code is 0 where all is well, otherwise 65.

            With --mend what follows from the history is made anew where it does not fit: the index of the search. The file is \
            written anew if a redaction was cut short before it did so. No record and no hash is touched; what is damaged besides \
            is left to 'muster restore'.

            Example: muster doctor --mend --db bars.db
            """)

    @Flag(help: "Make anew what follows from the history and does not fit it.") var mend = false
    @OptionGroup var store: StoreOptions

    func run() throws {
        if mend {
            let done = try Registry.mend(at: store.path)
            try Output.write((done.isEmpty ? ["nothing to mend"] : done).map { "\($0)\n" }.joined() + "\n")
        }
        let checkup = try Registry.checkUp(at: store.path)
        let rows = checkup.findings.map {
            [$0.check, $0.isFine ? $0.advice == nil ? "fine" : "note" : "wrong", $0.found]
        }
        let table = Table(columns: ["check", "result", "found"], rows: rows)
        var lines = table.text(for: .standard)
        // Print the same advice once only: a single damage can fail several checks.
        var told: Set<String> = []
        for advice in checkup.findings.compactMap(\.advice?.words) where told.insert(advice).inserted {
            lines += "\n\(advice)\n"
        }
        if let head = checkup.proof?.head { lines += "\nhead: \(head)\n" }
        try Output.write(lines)
        if !checkup.isFine { throw ExitCode(65) }
    }
}
