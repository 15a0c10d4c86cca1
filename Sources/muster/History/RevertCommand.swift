import ArgumentParser
import MusterCore

struct RevertCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "revert",
        abstract: "Undo a revision in a new one.",
        discussion: """
            What the revision added goes, what it changed gets its earlier value back. Both stay in the history, and the new \
            revision can be undone itself. Where later revisions build on it they are named and nothing is changed: undo them \
            first, the latest before the others.

            Example: muster revert 12 --reason "wrong Novikov"
            """)

    @Argument(help: "The revision's number; 'muster log' lists them.") var revision: String
    @OptionGroup var write: WriteOptions

    func run() throws {
        let number = try Int64(revision: revision)
        try write.run { try $0.revert(number, by: $1) }
    }
}
