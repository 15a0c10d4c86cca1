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
            muster cite BARS participation=mandatory aim="a network of battalions" --source S1 --locator "paragraph 15"
            muster cite E1 --source S2
            muster cite O1 --field name --source S2 --stated "Дмитрий Новиков" --variant transliteration

            field=value is --field with --stated, and can be given for several fields at once. Without a field the source says what stands on record: of an enrollment the unit, the person and the newest state, of a \
            unit its newest form, status and strength. A name or an expansion that is cited becomes a variant by which the record is found, unless the source disputes it.
            """)

    @Argument(help: "The record.") var record: RecordReference
    @Argument(help: "field=value, as the source states it; several, if it states several.") var stated: [String] = []
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
    @Flag(help: "The stated value is in your words, not in the source's.") var notQuoted = false
    @OptionGroup var evidence: EvidenceOptions
    @OptionGroup var write: WriteOptions

    func run() throws {
        if !stated.isEmpty { return try citeEach() }
        guard let field else {
            if evidence.stated ?? evidence.quote ?? variant ?? on != nil || disputes || notQuoted {
                throw MusterError.usage(
                    "--stated, --quote, --variant, --on, --not-quoted and --disputes are of one field; give --field too"
                )
            }
            return try write.run { try $0.corroborate(record, evidence: evidence.one(), by: $1) }
        }
        let new = try citation(of: field, evidence.one())
        try write.run { try $0.cite([new], by: $1) }
    }

    private func citeEach() throws {
        if field != nil || evidence.stated != nil {
            throw MusterError.usage("field=value says both; leave out --field and --stated")
        }
        let one = try evidence.one()
        let all = try TypedChange.all(stated).map { change in
            var own = one
            own.stated = change.value
            return try citation(of: change.field.replacing("_", with: " "), own)
        }
        try write.run { try $0.cite(all, by: $1) }
    }

    private func citation(of field: String, _ evidence: Evidence) throws -> NewCitation {
        var new = NewCitation(
            record: record, field: field, evidence: evidence, stance: disputes ? .disputes : nil,
            nature: try variant.map { try NameNature(typed: $0) })
        new.held = try on.map { try EDTF(typed: $0) }
        new.wording = notQuoted ? .notQuoted : nil
        return new
    }
}
