import MusterValues

extension Report {
    /// A dated value or a name, once for each source that speaks of it.
    func evidenceRows(_ line: TimelineLine) -> [CSVRow] {
        let own = row(
            "evidence", ("id", line.record.id.description), ("name", line.record.name), ("detail", line.what.rawValue),
            ("state", line.value.cell.raw), ("date", line.date?.edtf), ("earliest", line.date?.earliest),
            ("latest", line.date?.latest), ("standing", (line.rejected.isEmpty ? line.standing : .rejected).rawValue),
            ("cause", line.cause), ("note", line.standingNote))
        return rows(own, line.sources)
    }

    /// Another field, once for each source that speaks of it.
    func fieldRows(_ own: ReportedField) -> [CSVRow] {
        let field = own.field
        let start = row(
            "field", ("id", own.record.id.description), ("name", own.record.name), ("detail", field.field.rawValue),
            ("state", field.value?.cell.raw))
        return rows(start, field.sources)
    }

    func suspectRow(_ suspect: Suspect) -> CSVRow {
        row(
            "suspect", ("id", suspect.record.id.description), ("name", suspect.record.name),
            ("detail", suspect.field.field.rawValue), ("state", suspect.field.value?.cell.raw), ("note", suspect.words))
    }

    /// A contradiction, once for each citation of each side; the side is the state.
    func contradictionRows(_ dispute: Dispute) -> [CSVRow] {
        dispute.sides.flatMap { side in
            let words = [side.record?.description, side.words].compactMap(\.self).joined(separator: " ")
            let own = row(
                dispute.isOfDate ? "suspect" : "in dispute", ("id", dispute.record.id.description),
                ("name", dispute.record.name), ("detail", dispute.kind.rawValue), ("state", words))
            return rows(own, side.citations.map { TimelineLine.Source($0, on: dispute.field ?? .value) })
        }
    }

    func rows(_ own: CSVRow, _ sources: [TimelineLine.Source]) -> [CSVRow] {
        if sources.isEmpty { return [own] }
        return sources.map { source in
            own.merging([
                "source": source.source.id.description, "locator": source.locator ?? "",
                "speaker": source.speaker ?? "", "speech": source.speech.rawValue,
                "stance": source.isEarlier ? "earlier" : source.stance.rawValue,
                "stated": source.stated, "wording": source.wording?.rawValue ?? "", "quote": source.quote ?? "",
            ]) { old, _ in old }
        }
    }
}
