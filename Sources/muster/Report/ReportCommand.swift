import ArgumentParser
import MusterCore
import MusterEditions
import MusterValues

struct ReportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract: "Write a report that can be printed, cited and made again.",
        discussion: """
            Each report is an edition: the same registry, day and revision give the same bytes. It names its edition, by which \
            'muster report verify' makes it again and says whether the file is what the registry gives.

            Examples:
            muster report region RU-KGD --output kaliningrad.html
            muster report verify kaliningrad.html
            """,
        subcommands: [
            RecordReport<RegionSubject>.self, RecordReport<UnitSubject>.self, RecordReport<OfficialSubject>.self,
            NationalReport.self, RecordReport<TimelineSubject>.self,
            CoverageReport.self, ChangesReport.self, VerifyReport.self,
        ])
}
