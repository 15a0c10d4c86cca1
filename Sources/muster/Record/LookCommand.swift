import ArgumentParser
import MusterCore
import MusterValues

struct LookCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "look",
        abstract: "Record that units were looked for in a region, and what was found.",
        discussion: """
            'muster regions' and the reports tell the regions where none were found from those that nobody looked at.

            Example: muster look RU-PSK --on 2026-02-01 --in "regional press, governor's channel" --found none
            """)

    @Argument(help: "The region or district.") var region: RecordReference
    @Option(help: ArgumentHelp("When, EDTF.", valueName: "date")) var on: String
    @Option(name: .customLong("in"), help: ArgumentHelp("Where was looked, at most 500 characters.", valueName: "text"))
    var place: String
    @Option(help: ArgumentHelp("What was found, at most 500 characters, or none.", valueName: "text")) var found: String
    @OptionGroup var write: WriteOptions

    func run() throws {
        let isNone = NewLook.isNothing(found)
        let new = NewLook(region: region, date: try EDTF(typed: on), place: place, found: isNone ? nil : found)
        try write.run { try $0.add(new, by: $1) }
    }
}
