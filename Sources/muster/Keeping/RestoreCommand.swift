import ArgumentParser
import MusterCore
import MusterValues

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
        Output.outliveReaders()
        let (proof, replaced, unredacted) = try Registry.restore(from: file, to: store.path, replacing: force)
        let text = "\(store.path.printable): \(proof.words)\n" + (proof.head.map { "head: \($0)\n" } ?? "")
        try Output.tell(of: "the copy is in its place at \(quoted(store.path))") { () throws(MusterError) in
            try Output.write(text)
        }
        if let replaced, replaced > proof.revisions {
            Output.printNote("the registry that was replaced had at least \(replaced) revisions")
        }
        let back = unredacted.records.map(\.description) + unredacted.reasons.map { "the reason of revision \($0)" }
        if !back.isEmpty {
            Output.printNote(
                "redacted since the copy was made, and back now: \(back.joined(separator: ", ")); redact them again")
        }
        if !unredacted.isKnown {
            Output.printNote(
                "what was redacted in the registry that was replaced could not be read; redact again what the copy still holds"
            )
        }
    }
}
