import ArgumentParser
import MusterCore
import MusterValues

struct EnrollCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "enroll",
        abstract: "Enroll an official, or an unnamed group, in a unit.",
        discussion: """
            Examples:
            muster enroll "Dmitry Novikov" --unit BARS-Kursk --state joined --source S1 --locator "paragraph 11"
            muster enroll "Name" --post Governor --post-region RU-KGD --unit BARS-Kaliningrad --state announced \
            --on 2025-05-31 --source S1
            muster enroll --group "members of the regional government" --at-least 2 --unit BARS-Kaliningrad --source S1

            On a terminal, 'muster enroll' alone asks step by step. --stated, --quote and --speaker are of the state; --quote is also \
            cited where the words of another field are in it.

            An official, a post or, with --unit-region, a unit that is missing is made in the same revision. Without --state \
            the state is joined: no step of it stated. Without --at-least a group is at least 2, since a plural is.
            """)

    @Argument(help: "The official, by name or short id.") var official: RecordReference?
    @Option(help: .field(.unit, of: .enrollment, "unit"))
    var unit: RecordReference?
    @Option(help: ArgumentHelp("The unit's region; adds the unit where it is missing.", valueName: "region"))
    var unitRegion: RecordReference?
    @Option(
        help: ArgumentHelp("\(EnrollmentState.allCases.map(\.words).joined(separator: ", ")).", valueName: "state"))
    var state: String?
    @Option(help: ArgumentHelp("When that came about, EDTF.", valueName: "date")) var on: String?
    @Option(
        help: ArgumentHelp(
            "A post of the official; adds the official or the post where it is missing.", valueName: "title"))
    var post: String?
    @OptionGroup var postOptions: PostOptions
    @Flag(name: .customLong("new"), help: "This is another person than the one of that name on the register.")
    var isNew = false
    @Option(help: .field(.group, of: .enrollment, "words"))
    var group: String?
    @Option(help: .field(.least, of: .enrollment, "number"))
    var atLeast: Int?
    @Option(help: .field(.most, of: .enrollment, "number"))
    var atMost: Int?
    @Option(help: .field(.perhapsSameAs, of: .enrollment, "group"))
    var perhapsSameAs: RecordReference?
    @Option(help: .field(.level, of: .enrollment, "level"))
    var groupLevel: String?
    @Option(help: .field(.kind, of: .enrollment, "kind"))
    var groupKind: String?
    @Option(help: .field(.region, of: .enrollment, "region"))
    var groupRegion: RecordReference?
    @Option(help: .field(.contract, of: .enrollment, "kind"))
    var contract: String?
    @Option(help: .field(.concludedBy, of: .enrollment, "who"))
    var concludedBy: String?
    @Option(help: .field(.term, of: .enrollment, "length"))
    var term: String?
    @Option(help: .field(.ends, of: .enrollment, "date"))
    var ends: String?
    @Option(help: .field(.role, of: .enrollment, "text"))
    var role: String?
    @OptionGroup var evidence: EvidenceOptions
    @OptionGroup var write: WriteOptions

    func run() throws {
        if official == nil, group == nil, unit == nil, Prompt.isPossible { return try ask() }
        guard let unit else { throw Self.missingUnit() }
        var new: NewEnrollment
        if let group, official == nil {
            new = NewEnrollment(group: try self.group(group), unit: unit, evidence: try evidence.one())
            if try postOptions.post(post) != nil || isNew {
                throw MusterError.usage("--post and --new go with a named official; for a group give --group-kind")
            }
        } else {
            new = NewEnrollment(
                official: official ?? "", post: try postOptions.post(post), unit: unit, evidence: try evidence.one())
            new.official = official
            new.group = try group.map { try self.group($0) }
            new.isNew = isNew
            if group == nil,
                atLeast ?? atMost != nil || groupLevel ?? groupKind ?? groupRegion?.text ?? perhapsSameAs?.text != nil
            {
                throw MusterError.usage("--at-least, --at-most, --perhaps-same-as and --group-… go with --group")
            }
        }
        new.unitRegion = unitRegion
        new.state = try state.map { try EnrollmentState(typed: $0) }
        new.stateWord = EnrollmentState.synonym(typed: state)
        new.contract = try contract.map { try ContractKind(typed: $0) }
        new.concludedBy = try concludedBy.map { try ContractParty(typed: $0) }
        new.date = try on.map { try EDTF(typed: $0) }
        new.contractWord = ContractKind.synonym(typed: contract)
        new.concludedByWord = ContractParty.synonym(typed: concludedBy)
        new.term = term
        new.ends = try ends.map { try EDTF(typed: $0) }
        new.role = role
        try write.run { try $0.enroll(new, by: $1) }
    }

    /// Says that the unit is missing, as the option parser would: it tells the usage of the whole program of what is thrown later.
    private static func missingUnit() -> ExitCode {
        Output.printNote(
            """
            Error: Missing expected argument '--unit <unit>'
            Usage: \(Muster.usageString(for: Self.self))
              See 'muster enroll --help' for more information.
            """)
        return .validationFailure
    }

    /// Asks for what is missing, tries it, and records it if that is wanted.
    private func ask() throws {
        let given = Array(CommandLine.arguments.dropFirst(2))
        do {
            let asked = given + (try EnrollDialogue(registry: try write.present()).arguments())
            print("In one line: muster enroll \(asked.map(\.shellWord).joined(separator: " "))")
            guard var trial = try Self.parseAsRoot(asked) as? EnrollCommand else { return }
            let isTrial = trial.write.dryRun
            trial.write.dryRun = true
            try trial.run()
            if isTrial { return }
            if try Prompt().line("Record it? y or n", usual: "n").lowercased().hasPrefix("y") {
                trial.write.dryRun = false
                return try trial.run()
            }
        } catch is Prompt.GivenUp {}
        Output.printNote("nothing is recorded")
    }

    private func group(_ who: String) throws -> NewGroup {
        var group = NewGroup(
            who: who, level: try groupLevel.map { try PostLevel(typed: $0) },
            kind: try groupKind.map { try PostKind(typed: $0) }, region: groupRegion, least: atLeast, most: atMost)
        group.perhapsSameAs = perhapsSameAs
        return group
    }
}
