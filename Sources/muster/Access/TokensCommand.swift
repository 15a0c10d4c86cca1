import ArgumentParser
import MusterCore
import MusterValues

struct TokensCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tokens", abstract: "List the tokens of the service, also those that are over.",
        discussion: "Example: muster tokens --format json")

    @OptionGroup var output: OutputOptions
    @OptionGroup var store: StoreOptions

    func run() throws {
        try output.write(try AccessFile(beside: store.path).tokens(), noneMessage: "there are no tokens")
    }
}
