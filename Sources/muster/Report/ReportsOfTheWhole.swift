import ArgumentParser
import MusterCore
import MusterEditions
import MusterValues

struct NationalReport: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "national",
        abstract: "All regions in summary: a map, the units, what is in dispute and what is missing.",
        discussion: """
            Who joined stands in the reports of the regions; 'muster export csv' writes everybody.

            Example: muster report national --format csv --output registry.csv
            """)

    @OptionGroup var options: ReportOptions
    @OptionGroup var past: ReadOptions

    func run() throws { try options.write(.national, of: nil, past) }
}

struct CoverageReport: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "coverage",
        abstract: "What the registry lacks: where nobody looked, and what is old, undated or of one origin.",
        discussion: "Example: muster report coverage --output coverage.html")

    @OptionGroup var options: ReportOptions
    @OptionGroup var past: ReadOptions

    func run() throws { try options.write(.coverage, of: nil, past) }
}

struct ChangesReport: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "changes",
        abstract: "What changed between two moments: each number that moved, and by which citation.",
        discussion: """
            A moment is a revision (12), the end of a day (2026-11-24) or a time (2026-11-24T09:30Z).

            Example: muster report changes 12 41 --output changes.html
            """)

    @Argument(help: "The earlier moment.") var first: String
    @Argument(help: "The later moment; otherwise now.") var second: String?
    @OptionGroup var options: FileOptions
    @OptionGroup var store: StoreOptions

    func run() throws {
        let registry = try store.present()
        let earlier = try registry.known(at: Moment(typed: first)).newestRevision()
        let later = try second.map { second throws(MusterError) in try registry.known(at: Moment(typed: second)) }
        try options.write(
            EditionRequest(.changes, in: options.language ?? .english, from: earlier), of: later ?? registry)
    }
}
