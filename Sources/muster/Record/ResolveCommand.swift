import ArgumentParser
import MusterCore
import MusterValues

struct ResolveCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "resolve",
        abstract: "Name officials of an unnamed group.",
        discussion: """
            Each is enrolled in the group's unit, where not enrolled there already, and gets what happened to the group so far. \
            The group then stands for the others only: nobody is counted twice. --post makes officials who are not on the register.

            Example: muster resolve E7 --to "Anna Example" --to "Boris Example" --post "Deputy governor" --post-region RU-KGD \
            --source S2
            """)

    @Argument(help: "The group's enrollment, by its short id.") var group: RecordReference
    @Option(
        name: .customLong("to"),
        help: ArgumentHelp("An official of the group; may be given again.", valueName: "official"))
    var officials: [RecordReference] = []
    @Option(help: ArgumentHelp("A post of each; adds those who are missing.", valueName: "title")) var post: String?
    @OptionGroup var postOptions: PostOptions
    @Flag(name: .customLong("new"), help: "They are other people than those of like names on the register.")
    var isNew = false
    @Option(
        help: ArgumentHelp("\(EnrollmentState.allCases.map(\.words).joined(separator: ", ")).", valueName: "state"))
    var state: String?
    @Option(help: ArgumentHelp("When that came about, EDTF.", valueName: "date")) var on: String?
    @OptionGroup var evidence: EvidenceOptions
    @OptionGroup var write: WriteOptions

    func run() throws {
        var resolution = GroupResolution(
            group: group, officials: officials, post: try postOptions.post(post), evidence: try evidence.one())
        resolution.isNew = isNew
        resolution.state = try state.map { try EnrollmentState(typed: $0) }
        resolution.stateWord = EnrollmentState.synonym(typed: state)
        resolution.date = try on.map { try EDTF(typed: $0) }
        try write.run { try $0.resolve(resolution, by: $1) }
    }
}
