import ArgumentParser
import MusterCore
import MusterEditions
import MusterValues

/// A report of one record.
struct RecordReport<Subject: ReportSubject>: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: Subject.kind.rawValue, abstract: Subject.abstract, discussion: "Example: \(Subject.example)")
    }

    @Argument(help: Subject.help) var record: RecordReference
    @OptionGroup var options: ReportOptions
    @OptionGroup var past: ReadOptions

    func run() throws { try options.write(Subject.kind, of: record, past) }
}

/// What a report of one record is of, and the words for it in the help.
protocol ReportSubject {
    static var kind: EditionKind { get }
    static var help: ArgumentHelp { get }
    static var abstract: String { get }
    static var example: String { get }
}

enum RegionSubject: ReportSubject {
    static let kind = EditionKind.region
    static let help = ArgumentHelp("The region, by code or name.", valueName: "region")
    static let abstract = "Everything about a region: its units, who joined, posts, disputes and sources."
    static let example = "muster report region RU-KGD --format md --output kaliningrad.md"
}

enum UnitSubject: ReportSubject {
    static let kind = EditionKind.unit
    static let help = ArgumentHelp("The unit, by name or short id.", valueName: "unit")
    static let abstract = "Everything about a unit, with those inside of it and those that it came from."
    static let example = "muster report unit BARS-Kursk --output kursk.html"
}

enum OfficialSubject: ReportSubject {
    static let kind = EditionKind.official
    static let help = ArgumentHelp("The official, by name or short id.", valueName: "official")
    static let abstract = "Everything about an official: posts, enrollments, and by whose word."
    static let example = "muster report official O1 --language ru --output O1.html"
}

enum TimelineSubject: ReportSubject {
    static let kind = EditionKind.timeline
    static let help = ArgumentHelp(
        "The region, unit or official, by name, code or short id.", valueName: "record")
    static let abstract = "One dated line for everything that happened to a region, a unit or an official."
    static let example = "muster report timeline BARS-Kaliningrad --output timeline.html"
}
