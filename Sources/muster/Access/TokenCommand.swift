import ArgumentParser
import MusterCore
import MusterValues

struct TokenCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "token",
        abstract: "Give out or revoke a token for the service.",
        discussion: "'muster tokens' lists them.",
        subcommands: [AddToken.self, RevokeToken.self])
}

struct AddToken: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Make a token, and print its secret, which is kept nowhere.",
        discussion: """
            A reader reads. What a contributor adds needs work until an editor has looked at it. An editor changes records too, and an \
            admin redacts and gives out tokens. The name is the author of what is written with the token.

            The tokens are in a file beside the registry, which ends in .access and which no backup or export holds.

            Example: muster token add "Anna Clerk" --role contributor --until 2026-12-31
            """)

    @Argument(help: "Who gets it, at most 200 characters.") var name: String
    @Option(help: ArgumentHelp("\(Role.allCases.map(\.words).joined(separator: ", ")).", valueName: "role"))
    var role: String
    @Option(help: ArgumentHelp("The last day on which it is taken; otherwise it has none.", valueName: "day"))
    var until: String?
    @OptionGroup var store: StoreOptions

    func run() throws {
        Output.outliveReaders()
        let role = try Role(typed: role)
        let until = try until.map { try Day(typed: $0) }
        let access = try AccessFile(beside: store.path)
        let new = try access.add(name: name, role: role, until: until)
        do { try Output.write(new.secret + "\n") } catch {
            // Nobody has its secret.
            _ = try access.revoke(new.token.id)
            throw error
        }
        let last = new.token.until.map { " until \($0)" } ?? ""
        Output.printNote(
            "\(new.token.id) is \(quoted(new.token.name)), \(new.token.role.words)\(last); its secret is shown this once"
        )
    }
}

struct RevokeToken: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "revoke",
        abstract: "Revoke a token for good.",
        discussion: "Example: muster token revoke T1")

    @Argument(help: "The token, as T1.") var token: String
    @OptionGroup var store: StoreOptions

    func run() throws {
        Output.outliveReaders()
        let revoked = try AccessFile(beside: store.path).revoke(token)
        try Output.tell(of: "\(revoked.id) is revoked") { () throws(MusterError) in
            try Output.write("\(revoked.id)\ttoken \(quoted(revoked.name)) revoked\n")
        }
    }
}
