import MusterCore
import MusterValues

extension Dispute {
    /// The dispute for a person: what contradicts itself, and under it each side with who says so.
    func text(for terminal: Terminal) -> String {
        let held = field.map { "\($0.words), \(value.map { "on record: \($0.words)" } ?? "nothing concluded")" }
        let head = ["\(record.id)  \(record.name ?? "without a name")", held ?? kind.label.english]
            .joined(separator: " · ")
        var lines = Self.wrapped(head + (isSettled ? " · settled" : ""), indent: 0, terminal).map(terminal.bold)
        if let reason { lines += Self.wrapped("note: \(reason)", indent: 2, terminal) }
        for side in sides {
            let said = side.citations.map(\.attribution).joined(separator: "; ")
            let name = side.record.map { "\($0) \(side.words)" } ?? side.words
            lines += Self.wrapped(said.isEmpty ? name : "\(name) — \(said)", indent: 2, terminal)
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func wrapped(_ line: String, indent: Int, _ terminal: Terminal) -> [String] {
        let margin = String(repeating: " ", count: indent)
        guard let width = terminal.width, line.columns > width - indent else { return [margin + line] }
        return line.wrapped(to: width - indent - 2).enumerated().map {
            margin + ($0.offset == 0 ? "" : "  ") + $0.element
        }
    }
}
