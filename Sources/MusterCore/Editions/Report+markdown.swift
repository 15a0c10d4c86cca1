import MusterValues

extension Report {
    /// The report in Markdown: CommonMark with tables.
    var markdown: String {
        let asked =
            day.map { "On \($0): what was there and who was in a unit, each with the grade of the answer." }
            ?? "The newest state on record; states joined by \"or\" may each be the newest."
        var parts = [
            "# \(Self.escaped(title))", "Registry report, as of \(asOf ?? "no day") (revision \(revision)). \(asked)",
            day == nil
                ? "**On record as having joined: \(headcount.words)**, of whom \(headcount.namedWords) named; those who left "
                    + "since are among them. A unit's strength is what sources say of it."
                : "**People on that day: \(headcount.words)**, of whom \(headcount.namedWords) named; definitely "
                    + "\(headcount.certain).",
        ]
        if let head {
            parts.append("Head of the history: \(head)")
            parts.append(
                "Cite as: muster registry report, \(Self.escaped(title)), as of \(asOf ?? ""), revision \(revision), head \(head.prefix(12))."
            )
        }
        parts += section("On record by state", peopleByState.map { "\($0.state.words): \($0.people.words)" })
        parts += table(
            "Regions", ["Region", "Name", "Units", counted],
            region == nil ? regions.map { [$0.code, $0.name, "\($0.units)", $0.headcount.words] } : [])
        parts += table(
            "Units",
            [
                "Id", "Unit", "Region", "Programme", "Form", "Status", "Strength", "Last heard", "Planned", grades,
                counted,
                "Standing",
            ],
            units.map {
                [
                    $0.id.description, $0.name ?? "unnamed unit", $0.region?.code, $0.programme?.name,
                    Value.alternatives($0.forms)?.words, Value.alternatives($0.statuses)?.words, $0.strength?.words,
                    $0.lastHeard, Plan.cell($0.plans)?.words, $0.grade?.words, $0.headcount.words, $0.standing.words,
                ]
            })
        parts += table(
            "Enrollments",
            [
                "Id", "Who", "Posts", "Unit", "State", "Date", "Between", "Last heard", "Planned", grades, counted,
                "By whose word",
                "Standing",
            ],
            enrollments.map {
                [
                    $0.id.description, $0.who, $0.office?.words, $0.designation, Value.alternatives($0.states)?.words,
                    $0.date?.edtf, $0.date.flatMap(Self.days), $0.lastHeard, Plan.cell($0.plans)?.words,
                    $0.grade?.words,
                    $0.peopleCell.words, $0.cited,
                    $0.standing.words,
                ]
            })
        parts += section("Not counted", uncounted.map { "\($0.id) \($0.words): \($0.why.words)" })
        parts += table(
            "Posts and what became of them",
            [
                "Id", "Official", "Post", "Region", "Tenure", "Date", "Last heard", "Planned", grades, "Cause", "Said",
                "Standing", "Note",
            ],
            posts.map {
                [
                    $0.id.description, $0.official.name, $0.title, $0.region?.code,
                    $0.tenureCell?.words,
                    $0.date?.edtf, $0.lastHeard, Plan.cell($0.plans)?.words, $0.grade?.words, $0.cause, $0.said?.words,
                    $0.standing.words, $0.note,
                ]
            })
        parts += disputeParts
        parts += section("Claimed order", ordinals.map(\.words))
        parts += section("Missing", gaps.map { "\($0.what.words): \($0.words)" })
        parts += table(
            "Sources", ["Id", "Kind", "Title", "Publisher", "Published", "Address", "Derived from"],
            sources.map {
                [
                    $0.id.description, $0.kind.words, $0.title, $0.publisher, $0.published?.edtf, $0.url,
                    ($0.derivedFrom?.id).map(\.description),
                ]
            })
        return parts.joined(separator: "\n\n") + "\n"
    }

    /// The heading of the people whom the report counts.
    private var counted: String { day == nil ? "On record" : "People" }
    /// The heading of the grades.
    private var grades: String { day.map { "On \($0)" } ?? "" }

    private var disputeParts: [String] {
        if disputes.isEmpty { return [] }
        return ["## In dispute"]
            + disputes.flatMap { dispute -> [String] in
                guard let field = dispute.field else {
                    return ["- \(dispute.record) \(Self.escaped(dispute.title)): \(Self.escaped(dispute.note ?? ""))"]
                }
                let count = max(field.supporting.count, field.disputing.count)
                let rows = (0..<count).map { index in
                    [field.supporting, field.disputing].map { index < $0.count ? Self.words(of: $0[index]) : nil }
                }
                return [
                    "### \(Self.escaped(dispute.title)) (\(dispute.record)): \(field.field.words)\(Self.escaped(dispute.held))"
                ]
                    + Self.table(["For", "Against"], rows)
            }
    }

    private static func words(of statement: CitedStatement) -> String {
        "\(statement.stated) — \(statement.attribution)"
    }

    private func section(_ title: String, _ lines: [String]) -> [String] {
        lines.isEmpty ? [] : ["## \(title)", lines.map { "- \(Self.escaped($0))" }.joined(separator: "\n")]
    }

    private func table(_ title: String, _ header: [String], _ rows: [[String?]]) -> [String] {
        rows.isEmpty ? [] : ["## \(title)"] + Self.table(header, rows)
    }

    /// A table; a column that is empty in every row is left out.
    private static func table(_ header: [String], _ rows: [[String?]]) -> [String] {
        let kept = header.indices.filter { column in rows.contains { $0[column] != nil } }
        let line = { (cells: [String]) in "| " + cells.joined(separator: " | ") + " |" }
        let lines =
            [line(kept.map { header[$0] }), line(kept.map { _ in "---" })]
            + rows.map { row in line(kept.map { escaped(row[$0] ?? "") }) }
        return [lines.joined(separator: "\n")]
    }

    /// Text escaped for a Markdown table, because the words of a source or a clerk must not become markup.
    private static func escaped(_ text: String) -> String {
        var safe = String.UnicodeScalarView()
        // Scalars, not Characters: `|` with a combining mark is one Character, but CommonMark still sees the `|`.
        for scalar in text.unicodeScalars {
            if "\\|*_`[]<>#&~".unicodeScalars.contains(scalar) { safe.append("\\") }
            safe.append(scalar.properties.generalCategory == .control ? " " : scalar)
        }
        return String(safe)
    }

    private static func days(_ date: StatedDate) -> String? {
        let (earliest, latest) = (date.earliest, date.latest)
        if (earliest == nil && latest == nil) || (earliest == date.edtf && latest == date.edtf) { return nil }
        return "\(earliest ?? "open") to \(latest ?? "open")"
    }
}
