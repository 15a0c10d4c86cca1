import ArgumentParser
import MusterCore
import MusterValues

struct DoctorCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor",
        abstract: "Check the registry's file, its references, its rules and its history, and say what to do.",
        discussion: """
            Nothing is changed. The exit code is 0 where all is well, otherwise 65.

            Example: muster doctor --db bars.db
            """)

    @OptionGroup var store: StoreOptions

    func run() throws {
        let checkup = try Registry.checkUp(at: store.path)
        let rows = checkup.findings.map { [$0.check, $0.isFine ? "fine" : "wrong", $0.found] }
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
