import MusterValues

extension Report {
    /// The report in Markdown: CommonMark with tables.
    var markdown: String { ReportMarkdown(report: self).text }
}

/// Writes a report in Markdown. Short ids lead to the place where the record's evidence is, and a source's to its line.
struct ReportMarkdown {
    let report: Report
    /// The lines of the timeline by record.
    let lines: [RecordID: [TimelineLine]]
    /// The fields by record.
    let fields: [RecordID: [ReportedField]]
    /// The records that have a place in the part on evidence.
    let told: Set<RecordID>
    /// The records that have a place anywhere.
    private let places: Set<RecordID>
    /// The names of the records that can lack something.
    private let names: [RecordID: String]
    /// The fields of records that stand in a dispute.
    let disputed: [RecordID: Set<FieldName>]

    init(report: Report) {
        self.report = report
        lines = Dictionary(grouping: report.timeline, by: \.record.id)
        fields = Dictionary(grouping: report.fields, by: \.record.id)
        disputed = Dictionary(grouping: report.disputes, by: \.record).mapValues {
            Set($0.compactMap(\.field?.field))
        }
        let units = report.units.map { ($0.id, $0.name ?? "unnamed unit") }
        let all = units + report.enrollments.map { ($0.id, $0.who) } + report.sources.map { ($0.id, $0.title) }
        names = Dictionary(all) { first, _ in first }
        told = Set(lines.keys).union(fields.keys)
        let shown = report.units.map(\.id) + report.enrollments.map(\.id) + report.uncounted.map(\.id)
        places = told.union(shown).union(report.posts.map(\.id)).union(report.sources.map(\.id))
    }

    var text: String {
        var parts = opening
        parts += section("On record by state", report.peopleByState.map { "\($0.state.words): \($0.people.words)" })
        parts += claims
        parts += table(
            "Regions", ["Region", "Name", report.day == nil ? "Units on record" : "Units", counted],
            report.region == nil
                ? report.regions.map { ["\($0.code)", "\($0.name)", "\($0.units.words)", "\($0.headcount.words)"] } : []
        )
        let looks = report.coverage.looks.map { "\($0.region.code) \($0.region.name): \($0.look.words)" as Markdown }
        parts += section("Coverage", ["Regions: \(report.coverage.words)"] + looks)
        parts += units + enrollments
        parts += section("Not counted", report.uncounted.map { "\(mark($0.id)) \($0.words): \($0.why.words)" })
        parts += posts + evidence + disputes
        parts += section("Claimed order", report.ordinals.map(ordinal))
        parts += suspects
        parts += section("Missing", report.gaps.map(gap))
        parts += sources
        return parts.map(\.written).joined(separator: "\n\n") + "\n"
    }

    private var opening: [Markdown] {
        let (title, day, people) = (report.title, report.day, report.headcount)
        let asked =
            day.map { "On \($0): what was there and who was in a unit, each with the grade of the answer." }
            ?? "The newest state on record; states joined by \"or\" may each be the newest."
        let counted: Markdown =
            day == nil
            ? "**On record: \(people.words)**, of whom \(people.namedWords) named; those who left since and those who are only announced are among them. A unit's strength is what sources say of it."
            : people == .none
                ? "**People on that day: none on record.**"
                : "**People on that day: \(people.certain < people.least ? "presumably " : "")\(people.words)**, of whom \(people.namedWords) named; definitely \(people.certain)."
        let opening: [Markdown] = [
            "# \(title)",
            "Registry report, as of \(report.asOf ?? "no day") (revision \(String(report.revision))). \(asked)",
            counted,
        ]
        guard let head = report.head else { return opening }
        let on = day.map { " on \($0)" } ?? ""
        return opening + [
            "Head of the history: \(head)",
            "Cite as: muster registry report, \(title)\(on), as of \(report.asOf ?? ""), revision \(String(report.revision)), head \(String(head.prefix(12))).",
        ]
    }

    /// The heading of the people whom the report counts.
    var counted: String { report.day == nil ? "On record" : "People" }
    /// The heading of the grades.
    var grades: String { report.day.map { "On \($0)" } ?? "" }

    private func ordinal(_ claim: OrdinalClaim) -> Markdown {
        "\(claim.claimed)\(claim.citation.map { " (\(attribution($0)))" as Markdown } ?? ""); \(claim.compared)"
    }

    private func gap(_ gap: Report.Gap) -> Markdown {
        let first = gap.records.prefix(10).map { id in
            names[id].map { "\(link(id)) \($0)" as Markdown } ?? link(id)
        }
        let rest: Markdown = gap.records.count > 10 ? " and \(gap.records.count - 10) more" : ""
        return "\(gap.what.words): \(.joined(first, by: "; "))\(rest)"
    }

    /// A link to a record, if the report has a place for it; otherwise its short id.
    func link(_ id: RecordID) -> Markdown { places.contains(id) ? .link(to: id) : "\(id)" }

    /// The short id of a record in a list: a link to the evidence, or the place itself if there is none in the report.
    func mark(_ id: RecordID) -> Markdown { told.contains(id) ? .link(to: id) : "\(.place(of: id))\(id)" }

    func section(_ title: Markdown, _ lines: [Markdown]) -> [Markdown] {
        lines.isEmpty ? [] : ["## \(title)", .joined(lines.map { "- \($0)" }, by: "\n")]
    }

    func table(_ title: Markdown, _ header: [String], _ rows: [[Markdown?]]) -> [Markdown] {
        rows.isEmpty ? [] : ["## \(title)", Self.table(header, rows)]
    }

    /// A table; a column that is empty in every row is left out.
    static func table(_ header: [String], _ rows: [[Markdown?]]) -> Markdown {
        let kept = header.indices.filter { column in rows.contains { $0[column] != nil } }
        let line = { (cells: [Markdown]) -> Markdown in "| \(.joined(cells, by: " | ")) |" }
        let lines =
            [line(kept.map { "\(header[$0])" }), line(kept.map { _ in "---" })]
            + rows.map { row in line(kept.map { row[$0] ?? "" }) }
        return .joined(lines, by: "\n")
    }
}

extension Markdown {
    /// A text, escaped; nil for nil.
    static func text(_ text: String?) -> Markdown? { text.map { Markdown($0) } }
}
