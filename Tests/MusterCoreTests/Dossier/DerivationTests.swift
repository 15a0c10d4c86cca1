import Foundation
import MusterValues
import Testing

@testable import MusterCore
@testable import MusterEditions

/// A source that repeats several others: how it is added, changed, shown and compared.
final class DerivationTests {
    let fresh: Fresh
    var registry: Registry { fresh.registry }

    /// S1 to S4 of their own word, and S5 that quotes S1 and S3; revision 12 is the last.
    init() throws {
        fresh = try Fresh(.populated)
        for title in ["Agency", "Channel", "Paper"] { try fresh.addSource(title) }
        try add("Portal", from: "S1", "S3")
    }

    private func add(_ title: String, from origins: RecordReference..., relation: SourceRelation? = .quotes) throws {
        var source = NewSource(kind: .rewrite, title: title)
        (source.derivedFrom, source.relation) = (origins, relation)
        _ = try registry.add(source, by: Fresh.clerk)
    }

    /// What a source repeats, as "quotes S1, copies S3".
    private func origins(_ id: String = "S5") throws -> String {
        let row = try #require(registry.sources().first { $0.id.description == id })
        return row.derivedFrom.map { "\($0.relation.words) \($0.id)" }.joined(separator: ", ")
    }

    private func refuse(_ message: String, exit: Int32 = 69, _ change: (Registry) throws -> WriteResult) throws {
        try fresh.expectRefusal(nil, message, exit: exit, change)
    }

    @Test func `a source is not derived from itself, by however many steps, nor twice from another`() throws {
        let twice = "S1 is given twice; a source is derived from another only once"
        var source = NewSource(kind: .rewrite, title: "Twice")
        (source.derivedFrom, source.relation) = (["S1", "Dispatch"], .quotes)
        try refuse(twice, exit: 64) { try $0.add(source, by: Fresh.clerk) }
        try refuse(twice, exit: 64) { _ in try self.fresh.edit("S4", ["derived_from": "S1,s1", "relation": "quotes"]) }
        try fresh.edit("S4", ["derived_from": "S2,S5", "relation": "copies"])
        for (id, from) in [("S1", "S1"), ("S1", "S2,S5"), ("S3", "S4"), ("S3", "S2,S4")] {
            try refuse("\(id) would be derived from itself; no source is its own origin") { _ in
                try self.fresh.edit(RecordReference(id), ["derived_from": from, "relation": "quotes"])
            }
        }
    }

    @Test func `a relation goes with what is repeated`() throws {
        let rule = "a source says how it is derived exactly when it says from what"
        try refuse(rule) { _ in try self.fresh.edit("S4", ["relation": "copies"]) }
        try refuse(rule) { _ in try self.fresh.edit("S5", ["derived_from": "S1,S3", "relation": ""]) }
        let error = #expect(throws: MusterError.self) { try self.fresh.edit("S4", ["derived_from": "S1,S3"]) }
        #expect(error == .missing(what: "how the source is derived", fix: .give(.relation)))
        #expect(throws: MusterError.self) { try self.add("No relation", from: "S1", "S3", relation: nil) }
    }

    @Test func `an edit gives the whole list, and the relation of what is new`() throws {
        #expect(try origins() == "quotes S1, quotes S3")
        try fresh.edit("S5", ["derived_from": "S3, S4"])
        #expect(try origins() == "quotes S3, quotes S4")
        try fresh.edit("S5", ["derived_from": "S3,S1,S4", "relation": "copies"])
        #expect(try origins() == "copies S1, quotes S3, quotes S4")
        try fresh.edit("S5", ["derived_from": "S1"])
        #expect(try origins() == "copies S1")
        try fresh.edit("S5", ["derived_from": "S1,S2"])
        try fresh.edit("S5", ["relation": "follows"])
        #expect(try origins() == "follows S1, follows S2")
        try fresh.edit("S5", ["derived_from": "Channel"])
        #expect(try origins() == "follows S3")
        try fresh.edit("S5", ["derived_from": ""])
        #expect(try origins() == "")
        try fresh.edit("S5", ["derived_from": "S4,S2", "relation": "copies"])
        #expect(try origins() == "copies S2, copies S4")
        let again = try fresh.edit("S5", ["derived_from": "S2,S4", "relation": "copies"])
        #expect(again.revision == nil)
        _ = try registry.verify()
    }

    @Test func `JSON takes one source or several`() throws {
        for (number, (origins, count)) in [("\"S1\"", 1), ("[\"S1\", \"S3\"]", 2), ("null", 0), ("[]", 0)].enumerated()
        {
            let relation = count == 0 ? "null" : "\"copies\""
            let text = """
                {"kind": "rewrite", "title": "Copy \(number)", "derivedFrom": \(origins), "relation": \(relation)}
                """
            let source = try JSONDecoder().decode(NewSource.self, from: Data(text.utf8))
            #expect(source.derivedFrom.count == count)
            #expect(try registry.add(source, by: Fresh.clerk).revision != nil)
        }
        let text = #"{"kind": "rewrite", "title": "Copy"}"#
        #expect(try JSONDecoder().decode(NewSource.self, from: Data(text.utf8)).derivedFrom == [])
    }

    @Test func `show, the listing and its CSV name all of them`() throws {
        let fields = try registry.show("S5").fields
        #expect(fields.first { $0.field == .derivedFrom }?.value?.words == "S1 Dispatch; S3 Channel")
        #expect(fields.first { $0.field == .relation }?.value?.words == "quotes")
        let cell = ListedSource.columns.first { $0.name == "derived_from" }
        let row = try #require(try registry.sources().last)
        #expect(cell?.value(row)?.raw == "S1; S3")
        #expect(try registry.show("S3").related.map(\.id.description) == ["S5"])
        #expect(try registry.show("S1").related.filter { $0.id.kind == .source }.map(\.id.description) == ["S5"])
        let json = try JSON.text(registry.sources())
        #expect(json.contains(#""relation" : "quotes""#))
    }

    @Test func `relations that differ are shown in the order of the sources`() throws {
        try fresh.edit("S5", ["derived_from": "S1,S2,S3", "relation": "copies"])
        let fields = try registry.show("S5").fields
        #expect(fields.first { $0.field == .derivedFrom }?.value?.words == "S1 Dispatch; S2 Agency; S3 Channel")
        #expect(fields.first { $0.field == .relation }?.value?.words == "quotes; copies; quotes")
        let error = #expect(throws: MusterError.self) { try self.fresh.edit("S5", ["derived_from": "S1,S2,S4"]) }
        #expect(error == .missing(what: "how the source is derived", fix: .give(.relation)))
    }

    @Test func `a report names each, and puts the source under the first with a link under the others`() throws {
        try fresh.cite("U1", "role", "guard", in: "S5")
        let report = try registry.report(region: "RU-KGD")
        #expect(report.sources.map(\.id.description) == ["S1", "S3", "S5"])
        #expect(report.sources.last?.derivedFrom.map(\.id.description) == ["S1", "S3"])
        let rows = try fresh.markdown().rows("Sources")
        #expect(rows.map { $0["Id"] } == ["S1", "└ S5", "S3"])
        #expect(rows[1]["Origin"] == "quotes S1; quotes S3")
        // A drawing shows it under the second one, too; it is one voice with both.
        let edition = try registry.edition(EditionRequest(.region, of: "RU-KGD"))
        let drawn = edition.blocks.compactMap { block -> [String]? in
            guard case .drawing(let drawing) = block, case .voices(let lines) = drawing.kind else { return nil }
            return lines.map { "\($0.depth) \($0.source)\($0.isShownBefore ? " again" : "")" }
        }
        #expect(drawn == [["0 S1", "1 S5", "0 S3", "1 S5 again"]])
        #expect(try registry.text(of: "RU-KGD", as: .csv).contains("quotes S1; quotes S3"))
    }

    @Test func `a comparison and the log name them before and after`() throws {
        let written = try #require(try fresh.edit("S5", ["derived_from": "S3,S4"]).revision)
        let change = try #require(try registry.differences(from: nil, to: .revision(written)).first)
        #expect(change.field == .field(.derivedFrom) && change.name == "S5")
        #expect(change.before?.words == "S1 Dispatch; S3 Channel")
        #expect(change.after?.words == "S3 Channel; S4 Paper")
        let log = try registry.log(of: "S5").map(\.what)
        #expect(log.count == 2)
        #expect(log[0] == "derived from: S1 Dispatch; S3 Channel → S3 Channel; S4 Paper")
        try fresh.edit("S4", ["title": "Journal"])
        #expect(try registry.log(of: "S5").count == 2)
        #expect(try registry.differences(from: nil, to: .revision(written + 1)).map(\.name) == ["S4"])
    }

    @Test func `a source is no duplicate of any that it derives from`() throws {
        let digest = String(repeating: "ab", count: 32)
        for id: RecordReference in ["S1", "S3", "S5"] { try fresh.edit(id, ["sha256": digest]) }
        let pairs = try registry.duplicates(of: .source).map { "\($0.one.id) \($0.other.id)" }
        #expect(pairs == ["S1 S3"])
    }
}
