import MusterCore
import MusterValues

extension Dispute {
    /// The dispute for a person: what contradicts itself, and under it each side with who says so.
    func text(for terminal: Terminal) -> String {
        let held = field.map { "\($0.words), \(value.map { "on record: \($0.words)" } ?? "nothing concluded")" }
        let head = ["\(record.id)  \(record.name ?? "without a name")", held ?? kind.label.english]
            .joined(separator: " · ")
        var lines = terminal.wrapped(head + (isSettled ? " · settled" : "")).map(terminal.bold)
        if let settlement {
            let (revision, day) = (settlement.revision, settlement.at.prefix(10))
            lines += terminal.wrapped(
                "  settled in revision \(revision) of \(day) by \(settlement.author): \(settlement.reason)")
        }
        if let reason { lines += terminal.wrapped("  note: \(reason)") }
        for side in sides {
            let said = side.attributions.joined(separator: "; ")
            lines += terminal.wrapped("  " + (said.isEmpty ? side.name : "\(side.name) — \(said)"))
        }
        return lines.joined(separator: "\n") + "\n"
    }
}
