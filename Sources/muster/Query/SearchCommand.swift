import ArgumentParser
import MusterCore
import MusterValues

struct SearchCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "search",
        abstract: "Find records by name, however it is spelt, or by what is written of them.",
        discussion: """
            Any script and romanisation, ё or е, names in either order, with initials, with or without a patronymic, with more \
            words or fewer, in another grammatical case, a name that is only begun, one slip in a word. The surest come first: \
            exact, recorded variant, key (another spelling of the same name), key with initial, surname only, possible. The last \
            three suggest; you decide. No sign in the text has a meaning.

            Examples:
            muster search "Беспрозванных"
            muster search "A. Novikov" --region RU-KRS
            """)

    @Argument(
        help: "A name or its beginning, or words of a post, a group, a member's role, a cause, a quote or a note.")
    var text: String
    @OptionGroup var filter: FilterOptions<Listed.Found>
    @OptionGroup var state: StateOptions<Listed.Found>
    @OptionGroup var output: OutputOptions
    @OptionGroup var past: ReadOptions

    /// The number of rows shown if no number is given.
    private static let most = 20

    func run() throws {
        var filter = try state.narrowed(filter)
        let asked = filter.limit
        // One more than shown, to know if there are more.
        filter.limit = (asked ?? Self.most).andOneMore
        let registry = try past.reading()
        let found = try registry.search(text, filter)
        let shown = found.prefix(asked ?? Self.most)
        let numbered = try registry.unitsOfNumberedRegion(text)
        if !shown.isEmpty || numbered.isEmpty {
            try output.write(Array(shown), noneMessage: "nothing on the register is like it")
        }
        if !numbered.isEmpty {
            Output.printNote("by the number of its region it may name \(numbered.joined(separator: "; "))")
        }
        if shown.count < found.count { Output.printNote("there are more; narrow the search, or give a higher --limit") }
    }
}
