import ArgumentParser
import MusterCore
import MusterValues

struct ReviewCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "review",
        abstract: "Accept or reject all that a revision brought and that still waits.",
        discussion: """
            What a contributor records through the service needs work until somebody has judged it. An enrollment comes with its \
            official, post, events and citations in one revision, and all of them are judged at once; what was judged since \
            stays as it is. To reject them asks for --note. 'muster due' lists what needs work, and 'muster log ID' the revision \
            that added a record.

            Examples:
            muster review 12 accepted
            muster review 12 rejected --note "a hoax"
            """)

    @Argument(help: "The revision's number; 'muster log' lists them.") var revision: String
    @Argument(help: "accepted or rejected.") var standing: String
    @Option(help: ArgumentHelp("Why the standing is what it is.", valueName: "text")) var note: String?
    @OptionGroup var write: WriteOptions

    func run() throws {
        let number = try Int64(revision: revision)
        // The other standings are none that all of a revision can get.
        guard let standing = Standing(word: standing) else {
            throw MusterError.notInList(list: "verdict", value: standing, allowed: ["accepted", "rejected"])
        }
        try write.run { try $0.review(number, as: standing, note: note, by: $1) }
    }
}
