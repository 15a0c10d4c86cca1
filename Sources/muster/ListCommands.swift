import ArgumentParser
import MusterCore

struct RegionsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "regions", abstract: "List regions.",
        discussion:
            "Example, the regions with a BARS unit that border a NATO member: muster regions --programme BARS --borders NATO"
    )

    @OptionGroup var filter: FilterOptions
    @OptionGroup var output: OutputOptions
    @OptionGroup var past: ReadOptions

    func run() throws {
        try output.write(try past.reading().regions(filter.filter()), noneMessage: "no regions match")
    }
}

struct UnitsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "units", abstract: "List units, with the people on record in each.",
        discussion: "Example: muster units --region RU-KGD --format json")

    @OptionGroup var filter: StateOptions
    @OptionGroup var output: OutputOptions
    @OptionGroup var past: ReadOptions

    func run() throws {
        try output.write(try past.reading().units(filter.filter()), noneMessage: "no units match")
    }
}

struct OfficialsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "officials", abstract: "List officials with their posts and units.",
        discussion: "Example: muster officials --region RU-KRS --state left")

    @OptionGroup var filter: StateOptions
    @OptionGroup var output: OutputOptions
    @OptionGroup var past: ReadOptions

    func run() throws {
        try output.write(try past.reading().officials(filter.filter()), noneMessage: "no officials match")
    }
}

struct EnrollmentsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "enrollments", abstract: "List enrollments.",
        discussion: """
            With --on a day, those that definitely or possibly held on it.

            Example: muster enrollments --unit BARS-Kursk --on 2025-06-01
            """)

    @OptionGroup var filter: StateOptions
    @OptionGroup var output: OutputOptions
    @OptionGroup var past: ReadOptions

    func run() throws {
        try output.write(try past.reading().enrollments(filter.filter()), noneMessage: "no enrollments match")
    }
}

struct SourcesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sources", abstract: "List sources.", discussion: "Example: muster sources --unit BARS-Kaliningrad"
    )

    @OptionGroup var filter: FilterOptions
    @OptionGroup var output: OutputOptions
    @OptionGroup var past: ReadOptions

    func run() throws {
        try output.write(try past.reading().sources(filter.filter()), noneMessage: "no sources match")
    }
}

struct ShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show a record with its citations, side by side where they disagree.",
        discussion: "Example: muster show BARS-Kaliningrad")

    @Argument(help: "The record: a name, a region's code or a short id.") var record: String
    @OptionGroup var output: OutputOptions
    @OptionGroup var past: ReadOptions

    func run() throws {
        let dossier = try past.reading().show(record)
        switch output.format {
        case .table: try Output.write(dossier.text(for: .standard))
        case .json: try Output.write(try JSON.text(dossier))
        case .csv: try output.write(dossier.lines, noneMessage: "")
        }
    }
}
