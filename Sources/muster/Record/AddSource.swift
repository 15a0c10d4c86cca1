import ArgumentParser
import MusterCore
import MusterValues

struct AddSource: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "source",
        abstract: "Add a publication or a post that says something.",
        discussion: """
            Example: muster add source "Governor joins BARS" --kind regional-media --publisher "Kaliningrad Today" \
            --url https://example.org/1 --published 2025-05-31 --language en

            A source that repeats others: --derived-from S1 --derived-from S3 --relation rewrites
            """)

    @Argument(help: .field(.title, of: .source))
    var title: String
    @Option(help: .field(.kind, of: .source, "kind"))
    var kind: String
    @Option(help: .field(.publisher, of: .source, "name"))
    var publisher: String?
    @Option(help: .field(.url, of: .source, "url"))
    var url: String?
    @Option(help: .field(.archive, of: .source, "url"))
    var archive: String?
    @Option(help: .field(.language, of: .source, "code"))
    var language: String?
    @Option(help: .field(.published, of: .source, "date"))
    var published: String?
    @Option(help: .field(.captured, of: .source, "day"))
    var captured: String?
    @Option(help: .field(.sha256, of: .source, "digest"))
    var sha256: String?
    @Option(help: .capture)
    var capture: String?
    @Option(help: .field(.derivedFrom, of: .source, "source"))
    var derivedFrom: [RecordReference] = []
    @Option(help: .field(.relation, of: .source, "how"))
    var relation: String?
    @Option(help: .field(.note, of: .source, "text"))
    var note: String?
    @OptionGroup var write: WriteOptions

    func run() throws {
        var new = NewSource(kind: try SourceKind(typed: kind), title: title)
        new.publisher = publisher
        new.url = url
        new.archive = archive
        new.language = language
        new.sha256 = sha256
        new.derivedFrom = derivedFrom
        new.relation = try relation.map { try SourceRelation(typed: $0) }
        new.note = note
        new.published = try published.map { try EDTF(typed: $0) }
        new.captured = try captured.map { try Day(typed: $0) }
        new.capture = capture
        try write.run { try $0.add(new, by: $1) }
    }
}
