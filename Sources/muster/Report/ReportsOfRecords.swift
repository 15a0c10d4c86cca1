import ArgumentParser
import MusterCore
import MusterEditions
import MusterValues

struct RegionReport: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "region",
        abstract: "Everything about a region: its units, who joined, posts, disputes and sources.",
        discussion: "Example: muster report region RU-KGD --format md --output kaliningrad.md")

    @Argument(help: "The region, by code or name.") var region: RecordReference
    @OptionGroup var options: ReportOptions
    @OptionGroup var past: ReadOptions

    func run() throws { try options.write(.region, of: region, past) }
}

struct UnitReport: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "unit", abstract: "Everything about a unit, with those inside of it and those that it came from.",
        discussion: "Example: muster report unit BARS-Kursk --output kursk.html")

    @Argument(help: "The unit, by name or short id.") var unit: RecordReference
    @OptionGroup var options: ReportOptions
    @OptionGroup var past: ReadOptions

    func run() throws { try options.write(.unit, of: unit, past) }
}

struct OfficialReport: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "official", abstract: "Everything about an official: posts, enrollments, and by whose word.",
        discussion: "Example: muster report official O1 --language ru --output O1.html")

    @Argument(help: "The official, by name or short id.") var official: RecordReference
    @OptionGroup var options: ReportOptions
    @OptionGroup var past: ReadOptions

    func run() throws { try options.write(.official, of: official, past) }
}

struct TimelineReport: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "timeline",
        abstract: "One dated line for everything that happened to a region, a unit or an official.",
        discussion: "Example: muster report timeline BARS-Kaliningrad --output timeline.html")

    @Argument(help: "The region, unit or official, by name, code or short id.") var record: RecordReference
    @OptionGroup var options: ReportOptions
    @OptionGroup var past: ReadOptions

    func run() throws { try options.write(.timeline, of: record, past) }
}
