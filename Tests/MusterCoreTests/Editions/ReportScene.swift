import Foundation
import MusterValues

@testable import MusterCore

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
        MarkdownReport(try registry.report(region: region, on: day.flatMap { Day($0) }).text(as: .md))
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

/// A report's Markdown, parsed back: the lines of its sections, and their tables by column.
struct MarkdownReport {
    let text: String
    let lines: [String]

    init(_ text: String) {
        self.text = text
        lines = text.components(separatedBy: "\n")
    }

    /// The lines of a section, without blank ones.
    subscript(section: String) -> [String] {
        guard let start = lines.firstIndex(of: "## \(section)") else { return [] }
        return lines[(start + 1)...].prefix { !$0.hasPrefix("## ") }.filter { !$0.isEmpty }
    }

    /// The bullets of a section, with the escapes removed.
    func bullets(_ section: String) -> [String] {
        self[section].filter { $0.hasPrefix("- ") }.map { Self.plain(String($0.dropFirst(2))) }
    }

    /// The rows of a section's table by column, without empty cells.
    func rows(_ section: String) -> [[String: String]] { Self.rows(self[section].filter { $0.hasPrefix("|") }) }

    static func rows(_ lines: [String]) -> [[String: String]] {
        guard let header = lines.first.map(cells) else { return [] }
        return lines.dropFirst(2).map { line in
            Dictionary(uniqueKeysWithValues: zip(header, cells(line)).filter { !$0.1.isEmpty })
        }
    }

    /// The cells of a table's line: the texts between unescaped bars.
    static func cells(_ line: String) -> [String] {
        var cells = [""]
        var isEscaped = false
        for scalar in line.unicodeScalars {
            if scalar == "|" && !isEscaped {
                cells.append("")
            } else {
                cells[cells.count - 1].unicodeScalars.append(scalar)
            }
            isEscaped = scalar == "\\" && !isEscaped
        }
        return cells.dropFirst().dropLast().map { plain($0.trimmingCharacters(in: .whitespaces)) }
    }

    /// The text as a reader sees it: without places, with links as their text, and with the escapes removed.
    static func plain(_ text: String) -> String {
        unlinked(text).replacing(address) { $0.1 }.replacing("**", with: "")
            .replacing(#/\\([\\|*_`\[\]<>#&~:.])/#.matchingSemantics(.unicodeScalar)) { $0.1 }
    }

    /// The line without escaped characters and without the report's own markup.
    static func markup(in line: String) -> String {
        unlinked(line).replacing(address, with: "").replacing(
            #/\\[\\|*_`\[\]<>#&~!:.]/#.matchingSemantics(.unicodeScalar), with: ""
        ).replacing(
            #/^(#+ | *- )/#, with: ""
        ).replacing(#/^\*\*(On record|People)[^*]*\*\*|\*\*S\d+\*\*|\(\*\*[a-z ]+\*\*/#, with: "")
    }

    /// The text with the report's links as their texts. Escaped brackets are no links.
    private static func unlinked(_ text: String) -> String {
        text.replacing(#/<a id="[A-Za-z0-9\/-]+"><\/a>/#, with: "")
            .replacing(#/\[([A-Za-z0-9\/-]+)\]\(#[A-Za-z0-9\/-]+\)/#) { $0.1 }
    }

    private nonisolated(unsafe) static let address =
        #/<(https?:\/\/[^ <>|\\`]*)>/#.matchingSemantics(.unicodeScalar)

    /// The sources' lines, each without its indent, by short id.
    var sources: [String: String] {
        let items = self["Sources"].compactMap { line -> (String, String)? in
            let plain = Self.plain(line.trimmingCharacters(in: .whitespaces))
            return plain.firstMatch(of: #/^- (S\d+) (.*)$/#.dotMatchesNewlines()).map { (String($0.1), String($0.2)) }
        }
        return Dictionary(uniqueKeysWithValues: items)
    }

    /// The items of a record in the part on evidence, with those of an official's posts and enrollments.
    func evidence(_ id: String) -> [String] {
        guard let start = lines.firstIndex(where: { $0.hasPrefix("### <a id=\"\(id)\"></a>") }) else { return [] }
        return lines[(start + 1)...].prefix { !$0.hasPrefix("#") }.filter { !$0.isEmpty }.map(Self.plain)
    }
}
