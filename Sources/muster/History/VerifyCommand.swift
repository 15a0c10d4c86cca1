import ArgumentParser
import MusterCore
import MusterValues

struct VerifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Prove that nobody rewrote the history.",
        discussion: """
            Recomputes the hash of every version of every record and of every revision, and holds the register against its \
            newest versions. The first revision and record that do not fit are named, and the exit code is 65.

            The head is the hash of the newest revision; reports print it. With --head the hash that an old report printed is \
            looked up: it shows that the history the report was made from is still in this registry, unchanged.

            Example: muster verify --head 64-hexadecimal-digits-of-an-old-report
            """)

    @Option(help: ArgumentHelp("The hash that a report printed.", valueName: "hash")) var head: String?
    @OptionGroup var store: StoreOptions

    func run() throws {
        let proof = try store.present().verify(head: head)
        var lines = [proof.words]
        if let head = proof.head { lines.append("head: \(head)") }
        if let found = proof.found { lines.append("the hash asked for is that of revision \(found)") }
        try Output.write(lines.map { $0 + "\n" }.joined())
    }
}
