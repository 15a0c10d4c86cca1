import ArgumentParser
import MusterCore
import MusterValues

struct MergeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "merge",
        abstract: "Make one of two records that are the same.",
        discussion: """
            The second is merged into the first: its posts, enrollments, events, citations and names become the first's, and its \
            short id leads there. Posts of one title and region, and enrollments in one unit, become one. A group takes the \
            greater least and the smaller most, and keeps both wordings. Nothing is lost: \
            'muster unmerge' undoes it, also later.

            Example: muster merge O1 O7 --dry-run
            """)

    @Argument(help: "The official, unit, source or group that stays.") var kept: RecordReference
    @Argument(help: "The one that is the same, and is merged into it.") var gone: RecordReference
    @Flag(help: "Merge them although they were told apart, by --new or 'muster distinct'.") var overrule = false
    @OptionGroup var write: WriteOptions

    func run() throws {
        try write.run { try $0.merge(kept, with: gone, by: $1, overruling: overrule) }
    }
}
