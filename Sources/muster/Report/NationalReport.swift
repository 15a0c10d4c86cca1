import ArgumentParser
import MusterCore
import MusterValues

struct NationalReport: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "national", abstract: "The report of all regions.",
        discussion: "Example: muster report national --format csv --output registry.csv")

    @OptionGroup var options: ReportOptions
    @OptionGroup var past: ReadOptions

    func run() throws { try options.write(region: nil, of: past) }
}
