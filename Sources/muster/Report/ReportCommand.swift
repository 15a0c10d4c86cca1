import ArgumentParser
import MusterCore
import MusterValues

struct ReportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract: "Write a registry report of one region, or of all.",
        subcommands: [RegionReport.self, NationalReport.self])
}
