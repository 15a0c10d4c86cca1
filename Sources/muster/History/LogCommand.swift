import ArgumentParser
import MusterCore
import MusterValues

struct LogCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "log", abstract: "List the revisions: who changed what, when and why.",
        discussion: """
            The newest comes first. With a record, those that changed it, its names, its citations or its events, with what \
            they changed; a record that was undone is found by its short id.

            Examples:
            muster log --limit 10
            muster log E3 --format csv
            muster log --author Anna --since 2025-06-01 --of enrollment
            """)

    @Argument(help: "The record: a name, a region's code or a short id.") var record: RecordReference?
    @Option(help: ArgumentHelp("By one author.", valueName: "name")) var author: String?
    @Option(help: ArgumentHelp("From a day, month or year on.", valueName: "day")) var since: String?
    @Option(help: ArgumentHelp("Up to a day, month or year, with it.", valueName: "day")) var until: String?
    @Option(
        name: .customLong("of"), help: ArgumentHelp("What changed a kind of record, as enrollment.", valueName: "kind"))
    var kind: String?
    @Option(help: ArgumentHelp("The most rows.", valueName: "number")) var limit: Int?
    @OptionGroup var output: OutputOptions
    @OptionGroup var store: StoreOptions

    func run() throws {
        var filter = LogFilter()
        filter.author = author
        filter.since = try period(since)?.first
        filter.until = try period(until)?.last
        filter.kind = try kind.map { try RecordKind(typed: $0) }
        // One more than shown tells whether there are more.
        let logged = try store.present().log(of: record, filter, limit: limit?.andOneMore)
        try output.write(Array(logged.prefix(limit ?? .max)), noneMessage: "no revision changed it")
        if logged.count > limit ?? .max {
            Output.printNote("there are more, of earlier revisions; give a higher --limit")
        }
    }
}
