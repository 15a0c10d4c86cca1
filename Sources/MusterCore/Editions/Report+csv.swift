import MusterValues

extension Report {
    /// The report as one table: one row for each item, by section, in the order of the Markdown report.
    var csv: String {
        let columns = [
            "section", "id", "name", "region", "programme", "unit", "detail", "state", "date", "earliest", "latest",
            "last_heard", "grade", "units", "least", "most", "named", "strength", "planned_strength", "contract",
            "cause", "standing",
            "note", "cited",
            "source", "locator", "speaker", "speech", "stance", "stated", "wording", "quote", "publisher", "url",
            "derived_from",
            "as_of", "revision", "head",
        ]
        return CSV.line(columns) + rows.map { row in CSV.line(columns.map { row[$0] }) }.joined()
    }

    typealias CSVRow = [String: String]

    private var rows: [CSVRow] {
        var rows: [CSVRow] = [
            [
                "section": "report", "name": title, "region": region?.code ?? "", "date": day ?? "",
                "as_of": asOf ?? "", "revision": "\(revision)", "head": head ?? "",
            ]
        ]
        rows.append(counted(["section": day == nil ? "on record" : "people"], headcount))
        rows += peopleByState.map { counted(["section": "on record by state", "state": $0.state.rawValue], $0.people) }
        rows += regions.map {
            counted(
                ["section": "region", "id": $0.code, "name": $0.name, "units": $0.units.words], $0.headcount)
        }
        rows += units.map { unit in
            counted(
                row(
                    "unit", ("id", unit.id.description), ("name", unit.name), ("region", unit.region?.code),
                    ("detail", Value.alternatives(unit.forms)?.raw), ("state", Value.alternatives(unit.statuses)?.raw),
                    ("strength", unit.strength?.raw),
                    ("planned_strength", unit.plannedStrength?.raw), ("standing", unit.standing.rawValue),
                    ("last_heard", unit.lastHeard?.edtf), ("grade", unit.grade?.rawValue),
                    ("programme", unit.programme?.name)), unit.headcount)
        }
        rows += enrollments.map { enrollment in
            counted(
                row(
                    "enrollment", ("id", enrollment.id.description), ("name", enrollment.who),
                    ("region", enrollment.region?.code), ("unit", enrollment.designation),
                    ("detail", enrollment.office?.raw), ("state", Value.alternatives(enrollment.states)?.raw),
                    ("date", enrollment.date?.edtf), ("earliest", enrollment.date?.earliest),
                    ("latest", enrollment.date?.latest), ("last_heard", enrollment.lastHeard?.edtf),
                    ("grade", enrollment.grade?.rawValue),
                    ("contract", enrollment.contract.rawValue), ("standing", enrollment.standing.rawValue),
                    ("cited", enrollment.cited)),
                enrollment.people)
        }
        rows += uncounted.map {
            row("not counted", ("id", $0.id.description), ("name", $0.words), ("note", $0.why.raw))
        }
        rows += posts.map {
            row(
                "post", ("id", $0.id.description), ("name", $0.official.name), ("region", $0.region?.code),
                ("detail", $0.title), ("state", $0.tenureCell?.raw), ("date", $0.date?.edtf),
                ("last_heard", $0.lastHeard?.edtf), ("grade", $0.grade?.rawValue), ("standing", $0.standing.rawValue),
                ("cause", $0.cause), ("speech", $0.speech?.rawValue), ("note", $0.note),
                ("cited", Value.each($0.citations.places.map { .text($0.place) })?.raw))
        }
        rows += timeline.flatMap(evidenceRows) + fields.flatMap(fieldRows)
        rows += disputes.flatMap(disputeRows)
        rows.append(row("coverage", ("detail", coverage.words)))
        rows += coverage.looks.map {
            row(
                "look", ("region", $0.region.code), ("name", $0.region.name), ("date", $0.look.date.edtf),
                ("detail", $0.look.words))
        }
        rows += ordinals.map {
            row("claimed order", ("id", $0.unit.id.description), ("name", $0.designation), ("note", $0.words))
        }
        rows += contradictions.flatMap(contradictionRows) + suspects.map(suspectRow)
        rows += gaps.flatMap { gap in
            gap.records.map { row("missing", ("id", $0.description), ("detail", gap.what.rawValue)) }
        }
        rows += sources.map {
            row(
                "source", ("id", $0.id.description), ("name", $0.title), ("detail", $0.kind.rawValue),
                ("date", $0.published?.edtf), ("publisher", $0.publisher),
                ("derived_from", Value.each($0.derivedFrom.map { .record($0.id) })?.raw),
                ("url", $0.url))
        }
        return rows
    }

    private func disputeRows(_ dispute: FieldDispute) -> [CSVRow] {
        guard let field = dispute.field else {
            return [
                row("in dispute", ("id", dispute.record.description), ("name", dispute.title), ("note", dispute.note))
            ]
        }
        let own = row(
            "in dispute", ("id", dispute.record.description), ("name", dispute.title), ("detail", field.field.rawValue),
            ("state", field.value?.cell.raw), ("note", dispute.note))
        return rows(own, field.sources.filter { $0.standing != .rejected })
    }

    func row(_ section: String, _ values: (String, String?)...) -> CSVRow {
        var row = ["section": section]
        for (column, value) in values { row[column] = value }
        return row
    }

    private func counted(_ row: CSVRow, _ people: Headcount) -> CSVRow {
        row.merging([
            "least": "\(people.least)", "most": people.most.map(String.init) ?? "", "named": people.namedWords,
        ]) { own, _ in own }
    }
}
