import ArgumentParser
import MusterCore
import MusterValues

struct BackupCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup",
        abstract: "Copy the registry to a new file, also while others write it, and prove the copy.",
        discussion: """
            A file that is there is never written over. Into a device or a FIFO, or with - to standard output, the proven copy is \
            written byte by byte, and what it says goes to standard error.

            Example: muster backup copies/bars-2026-11-24.db
            """)

    @Argument(help: "The file to make.") var file: String
    @OptionGroup var store: StoreOptions

    func run() throws {
        Output.outliveReaders()
        let place = try OutputPlace(file)
        let proof = try store.present().backUp(to: file)
        let text = "\(file.printable): \(proof.words)\n" + (proof.head.map { "head: \($0)\n" } ?? "")
        guard case .file = place else { return Output.printNote(String(text.dropLast())) }
        try Output.tell(of: "the copy \(quoted(file)) is made and proven") { () throws(MusterError) in
            try Output.write(text)
        }
    }
}
