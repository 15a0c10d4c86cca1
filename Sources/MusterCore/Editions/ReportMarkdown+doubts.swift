import MusterValues

extension ReportMarkdown {
    /// The fields on which sources disagree, and the records whose standing is disputed.
    var disputes: [Markdown] {
        let others = report.contradictions.filter { !$0.isOfDate }.map { "- \(contradiction($0))" as Markdown }
        if report.disputes.isEmpty, others.isEmpty { return [] }
        return ["## In dispute"]
            + (others.isEmpty ? [] : [.joined(others, by: "\n")])
            + report.disputes.flatMap { dispute -> [Markdown] in
                guard let field = dispute.field else {
                    return ["- \(link(dispute.record)) \(dispute.title): \(dispute.note ?? "")"]
                }
                let count = max(field.supporting.count, field.disputing.count)
                let rows = (0..<count).map { index in
                    [field.supporting, field.disputing].map { index < $0.count ? words(of: $0[index]) : nil }
                }
                return [
                    "### \(dispute.title) (\(link(dispute.record))): \(field.field.words)\(dispute.held)",
                    Self.table(field.value == nil ? ["Some say", "Others say"] : ["For", "Against"], rows),
                ]
            }
    }

    private func words(of statement: CitedStatement) -> Markdown {
        let quote = statement.quote.map { ": “\($0)”" } ?? ""
        return "\(statement.stated) — \(attribution(statement))\(quote)"
    }

    /// The values that no source states, and the dates that cannot be.
    var suspects: [Markdown] {
        let inferences = report.suspects.map { suspect in
            let stated = suspect.field.notRejected.filter { $0.standing == .accepted }
            let instead = stated.map { "\($0.stated) (\(attribution($0)))" as Markdown }
            let rest: Markdown = instead.isEmpty ? "" : "; cited instead: \(.joined(instead, by: "; "))"
            return "\(link(suspect.record.id)) \(suspect.record.name ?? ""), \(suspect.words)\(rest)" as Markdown
        }
        return section("Suspect", inferences + report.contradictions.filter(\.isOfDate).map(contradiction))
    }

    private func contradiction(_ dispute: Dispute) -> Markdown {
        let sides = dispute.sides.map { side -> Markdown in
            let name: Markdown = side.record.map { "\(link($0)) \(side.words)" } ?? "\(side.words)"
            let said = side.citations.map(attribution)
            return said.isEmpty ? name : "\(name) (\(.joined(said, by: "; ")))"
        }
        let record = dispute.record
        return "\(link(record.id)) \(record.name ?? ""), \(dispute.kind.label.english): \(.joined(sides, by: "; "))"
    }

    /// The sources. Those that repeat others stand under the first of these, and under each other one as a link.
    var sources: [Markdown] {
        if report.sources.isEmpty { return [] }
        let ids = Set(report.sources.map(\.id))
        var repeating: [RecordID?: [ReportedSource]] = [:]
        for source in report.sources {
            let others = source.derivedFrom.map(\.id).filter(ids.contains)
            for other in others.isEmpty ? [nil] : others.map(Optional.some) {
                repeating[other, default: []].append(source)
            }
        }
        var items: [Markdown] = []
        var waiting = (repeating[nil] ?? []).reversed().map { ($0, nil as RecordID?, 0) }
        // A loop and not a recursion: a chain of sources can be of any length.
        while let (source, above, depth) = waiting.popLast() {
            let step = Markdown(stringLiteral: String(repeating: "  ", count: min(depth, Self.deepest)) + "- ")
            if let above, source.derivedFrom.map(\.id).first(where: ids.contains) != above {
                items.append("\(step)\(link(source.id)) \(source.title), too")
                continue
            }
            items.append("\(step)\(self.source(source))")
            waiting += (repeating[source.id] ?? []).reversed().map { ($0, source.id, depth + 1) }
        }
        return ["## Sources", .joined(items, by: "\n")]
    }

    /// The deepest indent of a source: renderers refuse lists that are nested without end.
    private static let deepest = 6

    private func source(_ source: ReportedSource) -> Markdown {
        let origins = source.derivedFrom.map { "\($0.relation.words) \(link($0.id))" as Markdown }
        let ties = source.ties.map { "one voice with \(link($0.source)), \($0.reason.words)" as Markdown }
        let about: [Markdown?] =
            [
                "\(source.kind.words)", .text(source.publisher), .text(source.published?.edtf ?? "no date"),
                .text(source.captured.map { "captured \($0)" }),
            ] + origins + ties
        let address = source.url.map { ". \(.address($0))" as Markdown } ?? ""
        let archive = source.archive.map { ". Archived at \(.address($0))" as Markdown } ?? ""
        let aside = source.setAside.map { ". Set aside: \($0)" } ?? ""
        let note = source.note.map { ". Note: \($0)" } ?? ""
        let cited = source.citedFor.prefix(10).map(link)
        let more: Markdown = source.citedFor.count > 10 ? " and \(source.citedFor.count - 10) more" : ""
        let purpose: Markdown = cited.isEmpty ? "" : ". Cited for \(.joined(cited, by: ", "))\(more)"
        return
            "\(.place(of: source.id))**\(source.id)** \(source.title) (\(.joined(about.compactMap(\.self), by: ", ")))\(address)\(archive)\(aside)\(note)\(purpose)"
    }
}
