import ArgumentParser
import MusterValues
import Testing

@testable import MusterCore
@testable import muster

/// Tests that every field which an edit can change can also be given when the record is added, or is listed with a
/// reason.
struct FieldOptionTests {
    private static let commands: [RecordKind: any ParsableCommand.Type] = [
        .region: AddRegion.self, .source: AddSource.self, .programme: AddProgramme.self, .unit: AddUnit.self,
        .official: AddOfficial.self, .post: AddPost.self, .enrollment: EnrollCommand.self, .event: EventCommand.self,
        .citation: CiteCommand.self,
    ]

    /// The arguments and options whose name is not the name of their field.
    private static let called: [String: String] = [
        "region.name": "<code-and-name>", "programme.name": "<name>", "unit.name": "<designation>",
        "official.name": "<name>", "post.title": "<title>", "source.title": "<title>", "post.kind": "--post-kind",
        "post.level": "--post-level", "post.body": "--post-body", "post.region": "--post-region",
        "post.official": "<official>",
        "enrollment.level": "--group-level", "enrollment.kind": "--group-kind",
        "enrollment.region": "--group-region", "enrollment.least": "--at-least", "enrollment.most": "--at-most",
        "enrollment.official": "<official>", "enrollment.group_size": "--at-least",
        "event.value": "<state>", "event.date": "--on",
        "citation.held": "--on", "citation.wording": "--not-quoted",
        "event.other_unit": "--other", "event.for_enrollment": "--for", "citation.stance": "--disputes",
    ]

    /// Nobody has judged a new record yet, so it is accepted.
    private static let onlyEdited = Set(
        RecordKind.allCases.filter { ![.region, .source].contains($0) }.flatMap {
            ["\($0.name).standing", "\($0.name).note"]
        })

    @Test(arguments: RecordKind.allCases)
    func `a field that can be edited can be given at once`(kind: RecordKind) throws {
        let help = try #require(Self.commands[kind]).helpMessage(columns: 200)
        for field in kind.fields where field.rules.contains(.edited) {
            let key = "\(kind.name).\(field.name.rawValue)"
            // What only sources say of a record is cited on it, and concluded by an edit.
            if Self.onlyEdited.contains(key) || field.isOnlySaid { continue }
            let option = Self.called[key] ?? "--" + field.name.rawValue.replacing("_", with: "-")
            #expect(help.contains("\(option) ") || help.contains("\(option)\n"), "\(key): \(option)")
        }
    }

    @Test func `the help of an option is the field's own sentence`() {
        let help = AddUnit.helpMessage(columns: 200)
        let field = RecordKind.unit.field(.partOf)
        #expect(field.map { help.contains($0.help.english) } == true)
        #expect(help.contains("How the unit is named: numbered, regional, "))
    }
}
