import ArgumentParser
import MusterCore
import MusterValues

struct DuplicatesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "duplicates",
        abstract: "List pairs of officials, units, sources and groups that may be the same.",
        discussion: """
            The likeliest come first, each with what speaks for it and against. The score, from 1 to 99, orders them and is no \
            probability. Make two one with 'muster merge', or take the pair off the list with 'muster distinct'.

            Example: muster duplicates --kind official --least 70
            """)

    /// The kinds of record that can be compared.
    enum Kind: String, CaseIterable, ExpressibleByArgument {
        case official, unit, source, group

        var recordKind: RecordKind {
            switch self {
            case .official: .official
            case .unit: .unit
            case .source: .source
            case .group: .enrollment
            }
        }
    }

    @Option(help: "Only officials, units, sources or groups.") var kind: Kind?
    @Option(help: ArgumentHelp("The least score, from 1 to 99.", valueName: "score")) var least = 50
    @Option(help: ArgumentHelp("The most rows.", valueName: "number")) var limit: Int?
    @OptionGroup var output: OutputOptions
    @OptionGroup var past: ReadOptions

    /// The number of rows shown if no number is given.
    private static let maxShown = 100

    func run() throws {
        let found = try past.reading().duplicates(
            of: kind?.recordKind, least: least, limit: (limit ?? Self.maxShown).andOneMore)
        let shown = found.prefix(limit ?? Self.maxShown)
        try output.write(Array(shown), noneMessage: "no two records look alike")
        if shown.count < found.count { Output.printNote("there are more; give a higher --limit or --least") }
    }
}
