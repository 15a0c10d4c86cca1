import ArgumentParser
import MusterCore
import MusterValues

struct EditCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "edit",
        abstract: "Change fields of a record.",
        discussion: """
            Examples:
            muster edit BARS-Kursk programme=BARS --source S2
            muster edit E3 standing=disputed --note "two sources name another unit"
            muster edit BARS launched=2021-08 --inferred "the decree of 2015 is about another force"
            muster edit U2 ordinal=
            muster edit BARS-Kursk region=RU-BRY --on 2025-03/.. --source S9

            An empty value takes the field's value away. A standing of disputed, needs work or rejected asks for --note. A new \
            value that no accepted citation states asks for --source, which is cited, or for --inferred with the reason, which \
            is shown wherever the value stands. Where sources disagree, giving a value settles it: also the one on record. With --on the source says since when, or from \
            when to when, it is so, and answers about an earlier day keep the earlier value.
            """)

    @Argument(help: "The record.") var record: RecordReference
    @Argument(help: "field=value, one or more.") var changes: [String] = []
    @Option(help: ArgumentHelp("Why the standing is what it is.", valueName: "text")) var note: String?
    @Option(help: ArgumentHelp("Why the value is concluded, where no source states it.", valueName: "why"))
    var inferred: String?
    @Option(help: .capture) var capture: String?
    @Option(help: .field(.held, of: .citation, "date")) var on: String?
    @OptionGroup var evidence: EvidenceOptions
    @OptionGroup var write: WriteOptions

    func run() throws {
        var values = Dictionary(uniqueKeysWithValues: try TypedChange.all(changes).map { ($0.field, $0.value) })
        if let note { values["note"] = note }
        var edit = Edit(record: record, values: values, evidence: try evidence.optional(), inferred: inferred)
        edit.capture = capture
        edit.held = try on.map { try EDTF(typed: $0) }
        do {
            try write.run { try $0.edit(edit, by: $1) }
        } catch MusterError.missing(_, .giveEither(.source, _)) where environment("MUSTER_SOURCE") != nil {
            // Only some changes need a source, so the usual one is taken only if one is missing.
            edit.evidence = try evidence.one()
            try write.run { try $0.edit(edit, by: $1) }
        }
    }
}
