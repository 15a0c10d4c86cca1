import ArgumentParser
import MusterCore
import MusterValues

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
