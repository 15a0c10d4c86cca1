import MusterCore
import MusterValues

extension Difference {
    /// Differences record by record, each field on its own line, with the sources' words for it below.
    static func text(_ differences: [Difference], for terminal: Terminal) -> String {
        var lines: [String] = []
        var last: String?
        for difference in differences {
            if difference.name != last {
                if last != nil { lines.append("") }
                let title = difference.title == difference.name ? "" : "  \(difference.title)"
                lines.append(terminal.bold("\(difference.name)\(title)") + ": \(difference.change.rawValue)")
                last = difference.name
            }
            lines += difference.fieldLines(for: terminal)
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private func fieldLines(for terminal: Terminal) -> [String] {
        let value =
            switch (before?.words, after?.words) {
            case (nil, let after?): after
            case (let before?, nil): "\(before) → nothing"
            case (let before?, let after?): before == after ? after : "\(before) → \(after)"
            case (nil, nil): "nothing concluded"
            }
        let source = cited ?? (before == after ? nil : "no source cited")
        // A new record's uncited fields are the registry's own judgement, so "no source cited" is said only of changes.
        let isSourced = isCitable && change == .changed
        return ["  \(field.words): \(value)"] + (source.map { isSourced || cited != nil ? ["    \($0)"] : [] } ?? [])
    }
}
