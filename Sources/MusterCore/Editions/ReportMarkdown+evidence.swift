import MusterValues

extension ReportMarkdown {
    /// Who claims and who administers the territories of the report, as sources have it.
    var claims: [Markdown] {
        let claims = report.fields.filter(\.isClaim)
        if claims.isEmpty { return [] }
        let lines = claims.flatMap { own in
            stated(of: own.field, on: report.day.flatMap { Day($0) }).map {
                "- \(link(own.record.id)) \(own.record.name ?? ""), \(own.field.field.words) \($0)" as Markdown
            }
        }
        if lines.isEmpty { return [] }
        return [
            "## Claims on the territory", "The registry settles no border. Each claim is its source's.",
            .joined(lines, by: "\n"),
        ]
    }

    /// The evidence by record: programmes, regions, units, officials with their posts and enrollments, and groups.
    var evidence: [Markdown] {
        let parts = heads(.programme) + heads(.region) + heads(.unit) + officials + groups
        if parts.isEmpty { return [] }
        return [
            "## Evidence",
            "What sources say of each record, the oldest first; values that no longer hold are among them. A source's own words stand in quotation marks.",
        ] + parts
    }

    /// The records of a kind, in the order of the report, each under a heading of its own.
    private func heads(_ kind: RecordKind) -> [Markdown] {
        named(kind).flatMap { heading($0, facts(of: $0.id)) }
    }

    /// The records of a kind of which there is evidence, in the order of the report.
    private func named(_ kind: RecordKind) -> [NamedRecord] {
        var seen: Set<RecordID> = []
        return (report.fields.lazy.map(\.record) + report.timeline.lazy.map(\.record)).filter {
            $0.id.kind == kind && seen.insert($0.id).inserted
        }
    }

    private func heading(_ record: NamedRecord, _ facts: [Markdown]) -> [Markdown] {
        ["### \(.place(of: record.id))\(record.name ?? "") (\(record.id))"]
            + (facts.isEmpty ? [] : [.joined(facts, by: "\n")])
    }

    /// The groups that enrolled, each under a heading of its own.
    private var groups: [Markdown] {
        let named = Set(enrolled.filter { $0.official != nil }.map(\.id))
        return self.named(.enrollment).filter { !named.contains($0.id) }.flatMap { heading($0, facts(of: $0.id)) }
    }

    /// The enrollments, those that count first.
    private var enrolled: [(id: RecordID, official: NamedRecord?, unit: NamedRecord)] {
        report.enrollments.map { ($0.id, $0.official, $0.unit) }
            + report.uncounted.map { ($0.id, $0.official, $0.unit) }
    }

    /// The officials, each with the names, the posts and the enrollments.
    private var officials: [Markdown] {
        var owned: [RecordID: [NamedRecord]] = [:]
        let uncounted = Dictionary(report.uncounted.map { ($0.id, $0.why.words) }) { first, _ in first }
        for post in report.posts {
            let judged = post.standing == .rejected ? " (rejected)" : ""
            let title = post.title + (post.region.map { ", \($0.code)" } ?? "") + judged
            owned[post.official.id, default: []].append(NamedRecord(id: post.id, name: title))
        }
        for case (let id, let official?, let unit) in enrolled {
            let why = uncounted[id].map { " (\($0))" } ?? ""
            owned[official.id, default: []].append(NamedRecord(id: id, name: "in \(unit.name ?? "unnamed unit")\(why)"))
        }
        return named(.official).flatMap { official in
            let own = (owned[official.id] ?? []).filter { told.contains($0.id) }
            return heading(official, facts(of: official.id) + own.flatMap(item))
        }
    }
}
