import ArgumentParser
import MusterCore
import MusterValues

struct SetAsideCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "set-aside",
        abstract: "Set a source aside, with all that rests on it alone.",
        discussion: """
            Its citations speak neither for nor against, and what no other source says counts no more. Both stay visible, with \
            the reason. 'muster bring-back' undoes it.

            Example: muster set-aside S3 --note "a satirical page"
            """)

    @Argument(help: "The source.") var source: RecordReference
    @Option(help: ArgumentHelp("Why, at most 1500 characters.", valueName: "text")) var note: String
    @OptionGroup var write: WriteOptions

    func run() throws { try write.run { try $0.setAside(source, because: note, by: $1) } }
}
