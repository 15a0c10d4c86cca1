import ArgumentParser
import MusterCore
import MusterValues

struct BringBackCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bring-back",
        abstract: "Bring a source back that was set aside, with all that rested on it alone.",
        discussion: "Example: muster bring-back S3")

    @Argument(help: "The source.") var source: RecordReference
    @OptionGroup var write: WriteOptions

    func run() throws { try write.run { try $0.bringBack(source, by: $1) } }
}
