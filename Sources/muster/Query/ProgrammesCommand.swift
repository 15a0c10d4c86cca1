import ArgumentParser
import MusterCore
import MusterValues

struct ProgrammesCommand: ListingCommand {
    static let configuration = CommandConfiguration(
        commandName: "programmes", abstract: "List programmes, with their units on record.",
        discussion: """
            Examples:
            muster programmes --region RU-KGD
            muster programmes --standing "needs work"
            """)

    @OptionGroup var filter: FilterOptions<Listed.Programmes>
    @OptionGroup var state: StateOptions<Listed.Programmes>
    @OptionGroup var output: OutputOptions
    @OptionGroup var page: PageOptions
    @OptionGroup var past: ReadOptions

    func run() throws { try print(.programmes, state.narrowed(filter)) }
}
