import ArgumentParser
import MusterCore
import MusterValues

struct TimelineCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "timeline", abstract: "List what happened to a record, by day, with the sources.",
        discussion: """
            An official's timeline has the events of all posts and enrollments, a unit's those of its enrollments too, a \
            region's and a programme's those of their units. Dates stand as stated. Events without a date come last, and \
            then an official's or a unit's names. What is judged wrong is marked in the column 'rejected'.

            Example: muster timeline "Dmitry Novikov"
            """)

    @Argument(help: "A region, programme, unit, official, post or enrollment: a name, a code or a short id.")
    var record: RecordReference
    @OptionGroup var output: OutputOptions
    @OptionGroup var past: ReadOptions

    func run() throws {
        var printer = RowPrinter<TimelineLine>(output.format)
        let registry = try past.reading()
        var sources: Set<RecordID> = []
        try registry.timeline(of: record) { line in
            if output.format == .table { sources.formUnion(line.sources.map(\.source.id)) }
            try printer.add(line)
        }
        try printer.end(none: "nothing is on record as having happened to it")
        try Output.write(SourceLegend.text(sources, in: registry, for: .standard))
    }
}
