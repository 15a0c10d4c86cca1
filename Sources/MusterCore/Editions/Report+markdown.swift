import MusterValues

extension Report {
    /// The report in Markdown (CommonMark with tables).
    var markdown: String {
        let asked = day.map { "On \($0): who was in a unit, definitely or possibly." } ?? "The newest state on record."
        var parts = [
            "# \(Self.escaped(title))", "Registry report, from revision \(revision). \(asked)",
            day == nil
                ? "**People on record as having joined: \(people.words)**, of whom \(people.namedWords) named; those who left "
                    + "since are among them."
                : "**People: \(people.words)**, of whom \(people.namedWords) named.",
        ]
        if let head { parts.append("Head of the history: \(head)") }
        parts += section("People by state", peopleByState.map { "\($0.state.words): \($0.people.words)" })
        parts += table(
            "Regions", ["Region", "Name", "Units", "People"],
            region == nil ? regions.map { [$0.code, $0.name, "\($0.units)", $0.people.words] } : [])
        parts += table(
            "Units", ["Id", "Unit", "Region", "Programme", "Form", "Status", "Strength", "People", "Standing"],
            units.map {
                [
                    $0.id.description, $0.designation ?? "unnamed unit", $0.region, $0.programme, $0.form?.spaced,
                    $0.status?.spaced, $0.strength, $0.people.words, $0.standing.words,
                ]
            })
        parts += table(
            "Enrollments",
            [
                "Id", "Who", "Posts", "Unit", "State", "Date", "Between", day ?? "", "People", "By whose word",
                "Standing",
            ],
            enrollments.map {
                [
                    $0.id.description, $0.who, $0.posts, $0.designation, $0.state?.spaced, $0.date,
                    Self.days($0.date, $0.earliest, $0.latest), $0.certainty?.rawValue, $0.people.words,
                    $0.cited, $0.standing.words,
                ]
            })
        parts += section("Not counted", uncounted.map { "\($0.id) \($0.words): \($0.reason)" })
        parts += table(
            "Posts and what became of them",
            ["Id", "Official", "Post", "Region", "Tenure", "Date", "Cause", "Said", "Standing", "Note"],
            posts.map {
                [
                    $0.id.description, $0.name, $0.title, $0.region, $0.tenure?.spaced, $0.date, $0.cause,
                    $0.speech?.words, $0.standing.words, $0.note,
                ]
            })
        parts += disputeParts
        parts += section("Claimed order", ordinals.map(\.words))
        parts += section("Missing", gaps.map { "\($0.what): \($0.words)" })
        parts += table(
            "Sources", ["Id", "Kind", "Title", "Publisher", "Published", "Address", "Derived from"],
            sources.map {
                [
                    $0.id.description, $0.kind.words, $0.title, $0.publisher, $0.published, $0.url,
                    $0.derivedFrom?.description,
                ]
            })
        return parts.joined(separator: "\n\n") + "\n"
    }

    private var disputeParts: [String] {
        if disputes.isEmpty { return [] }
        return ["## In dispute"]
            + disputes.flatMap { dispute -> [String] in
                guard let field = dispute.field else {
                    return ["- \(dispute.record) \(Self.escaped(dispute.words)): \(Self.escaped(dispute.note ?? ""))"]
                }
                let held = field.value.map { ", on record: \(Self.escaped($0.words))" } ?? ""
                let count = max(field.supporting.count, field.disputing.count)
                let rows = (0..<count).map { index in
                    [field.supporting, field.disputing].map { index < $0.count ? Self.words(of: $0[index]) : nil }
                }
                return ["### \(Self.escaped(dispute.words)) (\(dispute.record)): \(field.field.words)\(held)"]
                    + Self.table(["For", "Against"], rows)
            }
    }

    private static func words(of voice: CitedStatement) -> String { "\(voice.stated) — \(voice.attribution)" }

    private func section(_ title: String, _ lines: [String]) -> [String] {
        lines.isEmpty ? [] : ["## \(title)", lines.map { "- \(Self.escaped($0))" }.joined(separator: "\n")]
    }

    private func table(_ title: String, _ header: [String], _ rows: [[String?]]) -> [String] {
        rows.isEmpty ? [] : ["## \(title)"] + Self.table(header, rows)
    }

    /// A table without the columns that are empty in every row.
    private static func table(_ header: [String], _ rows: [[String?]]) -> [String] {
        let kept = header.indices.filter { column in rows.contains { $0[column] != nil } }
        let line = { (cells: [String]) in "| " + cells.joined(separator: " | ") + " |" }
        let lines =
            [line(kept.map { header[$0] }), line(kept.map { _ in "---" })]
            + rows.map { row in line(kept.map { escaped(row[$0] ?? "") }) }
        return [lines.joined(separator: "\n")]
    }

    /// Text that stands for itself in a Markdown table: what a source or a clerk wrote must not become markup.
    private static func escaped(_ text: String) -> String {
        var safe = String.UnicodeScalarView()
        // By scalars: a sign with a combining mark behind it is one Character, and CommonMark still sees the sign.
        for scalar in text.unicodeScalars {
            if "\\|*_`[]<>#&~".unicodeScalars.contains(scalar) { safe.append("\\") }
            safe.append(scalar.properties.generalCategory == .control ? " " : scalar)
        }
        return String(safe)
    }

    private static func days(_ date: String?, _ earliest: String?, _ latest: String?) -> String? {
        if (earliest == nil && latest == nil) || (earliest == date && latest == date) { return nil }
        return "\(earliest ?? "open") to \(latest ?? "open")"
    }
}

extension Report.Gap {
    /// The records, the first ten by id, and how many more there are.
    public var words: String {
        let first = records.prefix(10).map(\.description).joined(separator: ", ")
        return records.count > 10 ? "\(first) and \(records.count - 10) more" : first
    }
}
