import MusterEditions
import MusterHTML
import MusterValues

extension FormView {
    /// The most rows of a file that a page lists.
    private static let mostRows = 200

    /// Writes what the rows of a file would do, or why they were not taken.
    func rows(_ done: WriteDone) throws {
        try html.element(.div, [.class("will"), .reachable, .autofocus]) {
            let isStopped = state.problem != nil
            try view.blocks.line(.h2, [], isStopped ? .rowsOfFile : .willBeRecorded)
            if !isStopped { try view.blocks.line(.p, [], .nothingRecordedYet) }
            // What must be mended comes first: a page does not list all rows of a long file.
            let rows = (done.rows ?? []).filter(\.isFaulty) + (done.rows ?? []).filter { !$0.isFaulty }
            try html.element(.ul) {
                for row in rows.prefix(Self.mostRows) {
                    try html.element(.li) {
                        try view.blocks.say(.say(.rowIs, .number(row.line), outcome(row)))
                        guard let rule = row.rule else { return }
                        let column = row.column.map { "\($0): " } ?? ""
                        html.text("; " + column)
                        try view.blocks.refusal(rule + (row.remedy.map { "; \($0)" } ?? ""), isWhole: false)
                    }
                    html.line()
                }
            }
            let more = rows.count - Self.mostRows
            if more > 0 { try view.blocks.line(.p, [], .say(.andMore, .number(more))) }
        }
        html.line()
    }

    private func outcome(_ row: WriteDone.Row) -> Words {
        let records = Words.joined((row.changes ?? []).map(words), .semicolon)
        switch row.outcome {
        case "added": return .say(.rowAdds, records)
        case "cited": return .say(.rowCites, records)
        case "known": return .say(.rowKnown)
        case "review":
            return .say(
                .rowLooksAlike, .text((row.looksLike ?? []).map { "\($0.id) \($0.name)" }.joined(separator: "; ")))
        default: return .say(.rowRefused)
        }
    }

    /// What a change is of.
    private func words(_ change: WriteDone.Change) -> Words {
        let name = change.subject.map { Words.name($0.name ?? $0.id) }
        // Citations have ids alone; they are told with what they are cited on.
        let about = change.about.filter { RecordReference($0).id == nil }.map(Words.text)
        return .joined([name].compactMap(\.self) + about, .comma)
    }
}

extension WriteDone.Row {
    /// True if the row cannot be taken as it is.
    fileprivate var isFaulty: Bool { ["review", "refused"].contains(outcome) }
}

extension FormKind {
    /// True if what is recorded by the form can move the number of people on record.
    var movesPeople: Bool { ![.source, .look, .citation].contains(self) }
}
