import ArgumentParser
import MusterCore
import MusterValues

struct CiteCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "cite",
        abstract: "Record what a source says of one field of a record.",
        discussion: """
            Examples:
            muster cite BARS --field participation --source S1 --locator "paragraph 15" --stated mandatory --disputes
            muster cite UA-43 --field administered-by --stated Russia --on 2014-03/.. --source S1
            muster cite O1 --field name --source S2 --stated "Дмитрий Новиков" --variant transliteration

            A name or an expansion that is cited becomes a variant by which the record is found, unless the source disputes it.
            """)

    @Argument(help: "The record.") var record: RecordReference
    @Option(
        help: ArgumentHelp(
            "The field it speaks of, as name, region, launched; see 'muster show RECORD'.", valueName: "field"))
    var field: String
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
        var new = NewCitation(
            record: record, field: field, evidence: try evidence.one(), stance: disputes ? .disputes : .supports,
            nature: try variant.map { try NameNature(typed: $0) })
        new.held = try on.map { try EDTF(typed: $0) }
        try write.run { [new] in try $0.cite(new, by: $1) }
    }
}
