import MusterCore
import MusterDemo
import MusterValues

/// The demo's questions, with the registry's answers.
struct DemoAnswers {
    let registry: Registry
    let terminal: Terminal

    func all() throws -> [(question: String, answer: String)] {
        let report = try registry.report(region: nil)
        return [
            ("Which units are there, by region?  muster units", units(report)),
            ("Who joined?  muster enrollments", enrollments(report)),
            ("Who says so?  muster show E1, E2 …", try statements(report)),
            ("What is in dispute?", disputes(report)),
            ("What is missing?", missing(report)),
            ("What does the dispatch say that is not recorded, and why?", try commentary()),
        ]
    }

    private func table(_ columns: [String], _ rows: [[String?]]) -> String {
        Table(columns: columns, rows: rows).text(for: terminal)
    }

    private func units(_ report: Report) -> String {
        table(
            ["region", "name", "unit", "form", "status", "on record"],
            report.units.map {
                [
                    $0.region?.code, $0.region?.name, $0.name, Value.alternatives($0.forms)?.words,
                    Value.alternatives($0.statuses)?.words, $0.headcount.words,
                ]
            })
    }

    private func enrollments(_ report: Report) -> String {
        table(
            ["id", "who", "post", "unit", "state", "date", "people"],
            report.enrollments.map {
                [
                    $0.id.description, $0.who, $0.office?.words, $0.unit.name, Value.alternatives($0.states)?.words,
                    $0.date?.edtf ?? "not stated", $0.people.words,
                ]
            }) + "\npeople on record: \(report.headcount.words)\n"
    }

    private func statements(_ report: Report) throws -> String {
        let rows = try report.enrollments.flatMap { enrollment in
            try registry.show(RecordReference(enrollment.id)).events.flatMap { event in
                event.fields.flatMap { $0.supporting + $0.disputing }.map { statement in
                    [enrollment.id.description, event.value.words, statement.stated, statement.attribution]
                }
            }
        }
        return table(["id", "event", "as stated", "by"], rows)
    }

    private func disputes(_ report: Report) -> String {
        report.disputes.map { dispute in
            guard let field = dispute.field else {
                return "\(dispute.record) \(dispute.title): \(dispute.note ?? "")\n"
            }
            let lines = Dossier.lines(of: field, of: dispute.record.kind, told: field.value?.words, terminal)
                .joined(separator: "\n")
            return "\(dispute.record) \(dispute.title), \(lines)\n"
        }.joined(separator: "\n")
    }

    private func missing(_ report: Report) -> String {
        let claims = report.ordinals.map { "\($0.words)\n" }
        return (claims + report.gaps.map { "\($0.what.words): \($0.words)\n" }).joined()
    }

    private func commentary() throws -> String {
        table(["id", "why"], try SampleDispatch().commentary.map { [$0.assertion, $0.why] })
    }
}
