import ArgumentParser
import MusterCore
import MusterValues

struct DisputesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "disputes", abstract: "List what contradicts itself on the register, with who says what.",
        discussion: """
            Values that cannot be one, events that exclude each other, events after a death or the end of a unit, or later than \
            their sources, officials in two units on a day, one place claimed twice. Settle a value with 'muster edit', and two \
            events by the standing of one: disputed keeps them among the settled, and rejected ends the dispute.

            Examples:
            muster disputes BARS
            muster disputes RU-KGD --settled
            """)

    @Argument(help: "A record, with all that belongs to it; otherwise the whole register.") var record: RecordReference?
    @Flag(help: "Those that somebody settled, instead of the open ones.") var settled = false
    @OptionGroup var output: OutputOptions
    @OptionGroup var past: ReadOptions

    func run() throws {
        let registry = try past.reading()
        let disputes = try registry.disputes(of: record, settled: settled)
        let none = settled ? "nothing was settled" : "nothing contradicts itself"
        guard output.format == .table, !disputes.isEmpty else { return try output.write(disputes, noneMessage: none) }
        let sources = Set(disputes.flatMap(\.sides).flatMap(\.citations).map(\.source.id))
        try Output.write(
            disputes.map { $0.text(for: .standard) }.joined(separator: "\n")
                + SourceLegend.text(sources, in: registry, for: .standard))
    }
}
