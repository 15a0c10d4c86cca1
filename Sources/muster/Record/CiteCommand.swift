import ArgumentParser
import MusterCore
import MusterValues

struct CiteCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "cite",
        abstract: "Record what a source says of a record, or of one field of it.",
        discussion: """
            Examples:
            muster cite BARS --field participation --source S1 --locator "paragraph 15" --stated mandatory --disputes
            muster cite UA-43 --field administered-by --stated Russia --on 2014-03/.. --source S1
            muster cite E1 --source S2
            muster cite O1 --field name --source S2 --stated "Дмитрий Новиков" --variant transliteration

            Without --field the source says what stands on record: of an enrollment the unit, the person and the newest state, of a \
            unit its newest form, status and strength. A name or an expansion that is cited becomes a variant by which the record is found, unless the source disputes it.
            """)

    @Argument(help: "The record.") var record: RecordReference
    @Option(
        help: ArgumentHelp(
            "The field it speaks of, as name, region, launched; see 'muster show RECORD'. Without it the source says what is on record.",
            valueName: "field"))
    var field: String?
    @Flag(help: "The source speaks against what the registry holds.") var disputes = false
    @Option(
        help: ArgumentHelp(
            "What the stated name is: \(NameNature.allCases.dropFirst().map(\.words).joined(separator: ", ")).",
            valueName: "nature"))
    var variant: String?
    @Option(help: .field(.held, of: .citation, "date"))
    var on: String?
    @OptionGroup var evidence: EvidenceOptions
    @OptionGroup var write: WriteOptions

    func run() throws {
        guard let field else {
            if evidence.stated ?? evidence.quote ?? variant ?? on != nil || disputes {
                throw MusterError.usage(
                    "--stated, --quote, --variant, --on and --disputes are of one field; give --field too")
            }
            return try write.run { try $0.corroborate(record, evidence: evidence.one(), by: $1) }
        }
        var new = NewCitation(
            record: record, field: field, evidence: try evidence.one(), stance: disputes ? .disputes : .supports,
            nature: try variant.map { try NameNature(typed: $0) })
        new.held = try on.map { try EDTF(typed: $0) }
        try write.run { [new] in try $0.cite(new, by: $1) }
    }
}
