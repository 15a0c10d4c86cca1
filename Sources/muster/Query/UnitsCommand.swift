import ArgumentParser
import MusterCore
import MusterValues

struct UnitsCommand: ListingCommand {
    static let configuration = CommandConfiguration(
        commandName: "units", abstract: "List units, with the people on record in each.",
        discussion: """
            Examples:
            muster units --region RU-KGD --format json
            muster units --form battalion --status forming --sort "-on record"
            """)

    @OptionGroup var filter: FilterOptions<Listed.Units>
    @OptionGroup var state: StateOptions<Listed.Units>
    @Option(help: .condition(.status)) var status: [String] = []
    @Option(help: .condition(.form)) var form: [String] = []
    @OptionGroup var output: OutputOptions
    @OptionGroup var page: PageOptions
    @OptionGroup var past: ReadOptions

    func run() throws {
        var narrowed = try state.narrowed(filter)
        narrowed.statuses = try status.map { try UnitStatus(typed: $0) }
        narrowed.forms = try form.map { try UnitForm(typed: $0) }
        try print(.units, narrowed)
    }
}
