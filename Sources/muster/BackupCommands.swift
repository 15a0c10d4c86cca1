import ArgumentParser
import MusterCore

struct BackupCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup",
        abstract: "Copy the registry to a new file, also while others write it, and prove the copy.",
        discussion: "Example: muster backup copies/bars-2026-11-24.db")

    @Argument(help: "The file to make.") var file: String
    @OptionGroup var store: StoreOptions

    func run() throws {
        let proof = try store.reading().backUp(to: file)
        try Output.write("\(file): \(proof.words)\n" + (proof.head.map { "head: \($0)\n" } ?? ""))
    }
}

struct RestoreCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore",
        abstract: "Put a copy in the registry's place, when it is proven.",
        discussion: """
            The copy must be whole and fit its hashes before anything is replaced. A registry that is there is replaced only \
            with --force, and what was written to it since the copy was made is then gone.

            Example: muster restore copies/bars-2026-11-24.db --db bars.db
            """)

    @Argument(help: "The copy, as 'muster backup' made it.") var file: String
    @Flag(help: "Replace the registry that is there.") var force = false
    @OptionGroup var store: StoreOptions

    func run() throws {
        let (proof, replaced, unredacted) = try Registry.restore(from: file, to: store.path, replacing: force)
        try Output.write("\(store.path): \(proof.words)\n" + (proof.head.map { "head: \($0)\n" } ?? ""))
        if let replaced, replaced > proof.revisions {
            Output.remark("the registry that was replaced had at least \(replaced) revisions")
        }
        if !unredacted.isEmpty {
            Output.remark(
                "redacted since the copy was made, and back now: \(unredacted.map(\.description).joined(separator: ", ")); "
                    + "redact them again")
        }
    }
}

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
        // The same advice once: one damage fails several checks.
        var told: Set<String> = []
        for advice in checkup.findings.compactMap(\.advice) where told.insert(advice).inserted {
            lines += "\n\(advice)\n"
        }
        if let head = checkup.proof?.head { lines += "\nhead: \(head)\n" }
        try Output.write(lines)
        if !checkup.isFine { throw ExitCode(65) }
    }
}
