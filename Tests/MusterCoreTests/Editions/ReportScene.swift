import Foundation
import MusterValues

@testable import MusterCore
@testable import MusterEditions

extension Fresh {
    /// Enrolls an official with a post as mayor, and returns the enrollment's short id.
    @discardableResult
    func enroll(
        _ name: RecordReference, in unit: RecordReference = "U1", _ state: EnrollmentState? = nil,
        on date: EDTF? = nil,
        by evidence: Evidence = dispatch
    ) throws -> String {
        let new = NewEnrollment(
            official: name, post: NewPost(title: "Mayor"), unit: unit, state: state, date: date, evidence: evidence)
        return try registry.enroll(new, by: Self.clerk).records.last { $0.id.kind == .enrollment }!.id.description
    }

    @discardableResult
    func edit(_ record: RecordReference, _ values: [String: String], by evidence: Evidence? = nil) throws -> WriteResult
    {
        var edit = Edit(record: record, values: values, evidence: evidence)
        let isSaid = record.id?.kind != .source && values["standing"] == nil
        if evidence == nil, isSaid { edit.inferred = "as it was seen" }
        return try registry.edit(edit, by: Self.clerk)
    }

    func judge(_ record: RecordReference, _ standing: String = "rejected", _ note: String = "misread") throws {
        try edit(record, ["standing": standing, "note": note])
    }

    /// Cites a source on a field and returns the citation's short id.
    @discardableResult
    func cite(
        _ record: RecordReference, _ field: String, _ stated: String, _ stance: Stance = .supports,
        in source: RecordReference = "S1", _ locator: String? = nil, _ speaker: String? = nil
    ) throws -> RecordReference {
        let evidence = Evidence(source: source, locator: locator, stated: stated, speaker: speaker)
        let new = NewCitation(record: record, field: field, evidence: evidence, stance: stance)
        let written = try registry.cite(new, by: Self.clerk)
        return RecordReference(written.records.last { $0.id.kind == .citation }!.id)
    }

    func addSource(_ title: String) throws {
        _ = try registry.add(NewSource(kind: .officialChannel, title: title), by: Self.clerk)
    }

    func markdown(_ region: RecordReference? = "RU-KGD", on day: String? = nil) throws -> MarkdownReport {
        MarkdownReport(try registry.text(of: region, on: day.flatMap { Day($0) }, as: .md))
    }

    /// The rows of one part of an edition's CSV, without empty cells.
    func csv(_ region: RecordReference?, on day: String? = nil, _ part: String) throws -> [[String: String]] {
        let text = try registry.text(of: region, on: day.flatMap { Day($0) }, as: .csv)
        return try CSVFile(text, path: "edition.csv", requiring: ["part"]).rows.filter { $0["part"] == part }
    }

    /// Adds to the populated start: S2, the origin of S1; E3 serving; E4 denied; E5, a group of 3 to 7 in U2; E6 of O1
    /// in U2; a statement against U1's region; U1 as the fifth; P1 reportedly on leave.
    func addScene() throws {
        try addSource("Channel of the governor")
        try edit("S1", ["derived_from": "S2", "relation": "rewrites"])
        try enroll("Ivan Petrov", .serving, on: "2025-05")
        try enroll("Anna Sokolova", .denied)
        let group = NewGroup(who: "heads of municipalities", least: 3, most: 7)
        _ = try registry.enroll(
            NewEnrollment(group: group, unit: "U2", state: .joined, date: "2025-06-01", evidence: Self.dispatch),
            by: Self.clerk)
        try enroll("O1", in: "U2", .training, on: "2025-06/2025-07")
        try cite("U1", "region", "Pskov", .disputes)
        try edit("U1", ["ordinal": "5"], by: Evidence(source: "S1", stated: "the fifth region"))
        let leave = Evidence(source: "S1", locator: "paragraph 9", speech: .reported)
        _ = try registry.add(NewEvent(record: "P1", state: "on leave", evidence: [leave]), by: Self.clerk)
    }
}
