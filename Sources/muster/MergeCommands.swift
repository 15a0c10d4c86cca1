import ArgumentParser
import MusterCore

struct DuplicatesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "duplicates",
        abstract: "List pairs of officials, units and sources that may be the same.",
        discussion: """
            The likeliest come first, each with what speaks for it and against. The score, from 1 to 99, orders them and is no \
            probability. Make two one with 'muster merge', or take the pair off the list with 'muster distinct'.

            Example: muster duplicates --kind official --least 70
            """)

    /// What is compared.
    enum Kind: String, CaseIterable, ExpressibleByArgument {
        case official, unit, source

        var recordKind: RecordKind {
            switch self {
            case .official: .official
            case .unit: .unit
            case .source: .source
            }
        }
    }

    @Option(help: "Only officials, units or sources.") var kind: Kind?
    @Option(help: ArgumentHelp("The least score, from 1 to 99.", valueName: "score")) var least = 50
    @Option(help: ArgumentHelp("The most rows.", valueName: "number")) var limit: Int?
    @OptionGroup var output: OutputOptions
    @OptionGroup var past: ReadOptions

    /// So many rows are shown where no number is given.
    private static let most = 100

    func run() throws {
        let found = try past.reading().duplicates(of: kind?.recordKind, least: least, limit: limit ?? Self.most + 1)
        let shown = found.prefix(limit ?? Self.most)
        try output.write(Array(shown), noneMessage: "no two records look alike")
        if shown.count < found.count { Output.remark("there are more; give --limit, or a higher --least") }
    }
}

struct MergeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "merge",
        abstract: "Make one of two records that are the same.",
        discussion: """
            The second is merged into the first: its posts, enrollments, events, citations and names become the first's, and its \
            short id leads there. Posts of one title and region, and enrollments in one unit, become one. Nothing is lost: \
            'muster unmerge' undoes it, also later.

            Example: muster merge O1 O7 --dry-run
            """)

    @Argument(help: "The official, unit or source that stays.") var kept: String
    @Argument(help: "The one that is the same, and is merged into it.") var gone: String
    @Flag(help: "Merge them although they were told apart, by --new or 'muster distinct'.") var overrule = false
    @Flag(help: "Tell what would be done, and do nothing.") var dryRun = false
    @OptionGroup var write: WriteOptions

    func run() throws {
        try write.run { try $0.merge(kept, with: gone, by: $1, overruling: overrule, rehearsing: dryRun) }
    }
}

struct UnmergeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "unmerge",
        abstract: "Undo a merge, also where the records were changed since.",
        discussion: """
            The record comes back with what was its own. What was recorded since the merge stays where it is and is listed: it \
            may be of either.

            Example: muster unmerge O7
            """)

    @Argument(help: "The record that was merged into another, by its short id.") var record: String
    @OptionGroup var write: WriteOptions

    func run() throws { try write.run { try $0.unmerge(record, by: $1) } }
}

struct DistinctCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "distinct",
        abstract: "Record that two records which look alike are not the same.",
        discussion: """
            They are then no longer offered as duplicates, and are not merged. Who finds that they are one after all merges them with --overrule.

            Example: muster distinct O1 O7 --reason "born in different years, by S4"
            """)

    @Argument(help: "An official, a unit or a source.") var one: String
    @Argument(help: "Another of the same kind.") var other: String
    @OptionGroup var write: WriteOptions

    func run() throws { try write.run { try $0.distinguish(one, from: other, by: $1) } }
}
