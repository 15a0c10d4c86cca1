import ArgumentParser
import MusterValues

extension Arguments {
    /// What other programs call a command of this one, or what takes its place here.
    private static let elsewhere = [
        "delete": revert, "remove": revert, "rm": revert, "undo": revert,
        "list": "'muster units' and the like list records",
        "ls": "'muster units' and the like list records", "find": "'muster search' finds records by name",
        "history": "'muster log' lists the revisions, and 'muster timeline' what happened to a record",
        "new": "'muster init' makes a registry",
        "update": "'muster edit' changes a record",
    ]
    private static let revert =
        "nothing is deleted: 'muster revert' undoes a revision, and 'muster edit' takes standing=rejected with a --note"

    /// The refusal of a word that is no command, with the nearest ones; nil if all are commands.
    ///
    /// - Parameter typed: the arguments without the program's name.
    /// - Returns: the refusal.
    static func unknownCommand(in typed: [String]) -> MusterError? {
        var command: any ParsableCommand.Type = Muster.self
        var path = "muster"
        for word in typed.prefix(while: { !$0.hasPrefix("-") }) where word != "help" {
            let below = command.configuration.subcommands
            if below.isEmpty { return nil }
            if let next = below.first(where: { $0.configuration.commandName == word }) {
                command = next
                path += " \(word)"
                continue
            }
            if path == "muster", let advice = elsewhere[word.lowercased()] {
                return .usage("\(quoted(word)) is no command here; \(advice)")
            }
            let nearest = Text.nearest(to: word, among: below.compactMap { $0.configuration.commandName })
            let near = nearest.isEmpty ? "" : " (near it: \(nearest.joined(separator: ", ")))"
            let parent = path == "muster" ? "muster help" : "muster help \(path.dropFirst("muster ".count))"
            return .usage("\(quoted(word)) is no command of '\(path)'\(near); '\(parent)' lists them")
        }
        return nil
    }
}
