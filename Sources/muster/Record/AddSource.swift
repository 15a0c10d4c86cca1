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

            A source that repeats another: --derived-from S1 --relation rewrites
            """)

    @Argument(help: "Its title.") var title: String
    @Option(help: ArgumentHelp("\(SourceKind.allCases.map(\.words).joined(separator: ", ")).", valueName: "kind"))
    var kind: String
    @Option(help: ArgumentHelp("Its publisher, where one is printed.", valueName: "name")) var publisher: String?
    @Option(help: ArgumentHelp("Its address.", valueName: "url")) var url: String?
    @Option(help: ArgumentHelp("Its language, as en or ru.", valueName: "code")) var language: String?
    @Option(help: ArgumentHelp("When it was published, EDTF.", valueName: "date")) var published: String?
    @Option(help: ArgumentHelp("The day its text was captured, YYYY-MM-DD.", valueName: "day")) var captured: String?
    @Option(help: ArgumentHelp("The SHA-256 of the captured text.", valueName: "digest")) var sha256: String?
    @Option(help: ArgumentHelp("The source that it repeats.", valueName: "source")) var derivedFrom: String?
    @Option(help: ArgumentHelp("\(SourceRelation.allCases.map(\.words).joined(separator: ", ")).", valueName: "how"))
    var relation: String?
    @Option(help: ArgumentHelp("Anything else about it.", valueName: "text")) var note: String?
    @OptionGroup var write: WriteOptions

    func run() throws {
        var new = NewSource(kind: try SourceKind(typed: kind), title: title)
        new.publisher = publisher
        new.url = url
        new.language = language
        new.published = published
        new.captured = captured
        new.sha256 = sha256
        new.derivedFrom = derivedFrom
        new.relation = try relation.map { try SourceRelation(typed: $0) }
        new.note = note
        try write.run { try $0.add(new, by: $1) }
    }
}
