import ArgumentParser
import MusterCore
import MusterValues

struct BackupCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup",
        abstract: "Copy the registry to a new file, also while others write it, and prove the copy.",
        discussion: "Example: muster backup copies/bars-2026-11-24.db")

    @Argument(help: "The file to make.") var file: String
    @OptionGroup var store: StoreOptions

    func run() throws {
        let proof = try store.reading().backUp(to: file)
        try Output.write("\(file.printable): \(proof.words)\n" + (proof.head.map { "head: \($0)\n" } ?? ""))
    }
}
