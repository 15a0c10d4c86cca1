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
        try Output.printDone(text, in: proof.revisions)
        if let replaced, replaced > proof.revisions {
            Output.printNote("the registry that was replaced had at least \(replaced) revisions")
        }
        if !unredacted.isEmpty {
            Output.printNote(
                "redacted since the copy was made, and back now: \(unredacted.map(\.description).joined(separator: ", ")); "
                    + "redact them again")
        }
    }
}
