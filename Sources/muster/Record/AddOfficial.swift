import ArgumentParser
import MusterCore
import MusterValues

struct AddOfficial: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "official",
        abstract: "Add an official with a post.",
        discussion: """
            Example: muster add official "Dmitry Novikov" --post "Head of district" --post-kind head-of-municipality \
            --post-region RU-KRS --tenure left --source S1 --locator "paragraph 11"

            --stated, --quote and --speaker are cited on the tenure, if one is given, and otherwise on the title.
            """)

    @Argument(help: "The name as written.") var name: String
    @Option(help: ArgumentHelp("A post the official holds or held.", valueName: "title")) var post: String?
    @OptionGroup var postOptions: PostOptions
    @Flag(name: .customLong("new"), help: "This is another person than the one of that name on the register.")
    var isNew = false
    @OptionGroup var evidence: EvidenceOptions
    @OptionGroup var write: WriteOptions

    func run() throws {
        let new = NewOfficial(
            name: name, post: try postOptions.post(post), isNew: isNew, evidence: try evidence.one())
        try write.run { try $0.add(new, by: $1) }
    }
}
