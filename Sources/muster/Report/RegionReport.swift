import ArgumentParser
import MusterCore
import MusterValues

struct RegionReport: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "region", abstract: "The report of a region.",
        discussion: "Example: muster report region RU-KGD --format md --output kaliningrad.md")

    @Argument(help: "The region, by code or name.") var region: RecordReference
    @OptionGroup var options: ReportOptions
    @OptionGroup var past: ReadOptions

    func run() throws { try options.write(region: region, of: past) }
}
