import ArgumentParser
import MusterCore
import MusterValues

struct UnmergeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "unmerge",
        abstract: "Undo a merge, also where the records were changed since.",
        discussion: """
            The record comes back with what was its own. What was recorded since the merge stays where it is and is listed: it \
            may be of either.

            Example: muster unmerge O7
            """)

    @Argument(help: "The record that was merged into another, by its short id.") var record: RecordReference
    @OptionGroup var write: WriteOptions

    func run() throws { try write.run { try $0.unmerge(record, by: $1) } }
}
