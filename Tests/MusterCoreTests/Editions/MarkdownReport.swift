import Foundation

/// An edition's Markdown, parsed back: the lines of its sections, and their tables by column.
struct MarkdownReport {
    let text: String
    let lines: [String]

    init(_ text: String) {
        self.text = text
        lines = text.components(separatedBy: "\n")
    }

    /// The lines of a section, without blank ones.
    subscript(section: String) -> [String] {
        guard let start = lines.firstIndex(of: "## \(section)") else { return [] }
        return lines[(start + 1)...].prefix { !$0.hasPrefix("## ") && $0 != "---" }.filter { !$0.isEmpty }
    }

    /// The heads of a section's parts as a reader sees them.
    func heads(_ section: String) -> [String] {
        self[section].filter { $0.hasPrefix("### ") }.map { Self.plain(String($0.dropFirst(4))) }
    }

    /// The rows of a section's tables by column, without empty cells.
    ///
    /// - Parameters:
    ///   - section: the head of the section.
    ///   - id: a record; then only the part that is its place is read.
    /// - Returns: the rows.
    func rows(_ section: String, of id: String? = nil) -> [[String: String]] {
        tables(section, of: id).flatMap { table in
            table.dropFirst(2).map { line in
                Dictionary(
                    uniqueKeysWithValues: zip(Self.cells(table[0]), Self.cells(line)).filter { !$0.1.isEmpty })
            }
        }
    }

    /// The same, each row as its cells with bars between them.
    func table(_ section: String, of id: String? = nil) -> [String] {
        tables(section, of: id).flatMap { $0.dropFirst(2).map { Self.cells($0).joined(separator: " | ") } }
    }

    /// The lines of each table.
    private func tables(_ section: String, of id: String?) -> [[String]] {
        var own = self[section][...]
        if let id {
            own = own.drop { !$0.hasPrefix("### <a id=\"\(id)\"></a>") }.dropFirst().prefix { !$0.hasPrefix("### ") }
        }
        return own.split { !$0.hasPrefix("|") }.map(Array.init)
    }

    /// The sources' rows by short id.
    var sources: [String: [String: String]] {
        Dictionary(
            rows("Sources").map { (String($0["Id"]?.split(separator: " ").last ?? ""), $0) }
        ) { first, _ in first }
    }

    /// The cells of a table's line: the texts between unescaped bars.
    static func cells(_ line: String) -> [String] {
        var cells = [""]
        var isEscaped = false
        for scalar in line.unicodeScalars {
            if scalar == "|" && !isEscaped {
                cells.append("")
            } else {
                cells[cells.count - 1].unicodeScalars.append(scalar)
            }
            isEscaped = scalar == "\\" && !isEscaped
        }
        return cells.dropFirst().dropLast().map { plain($0.trimmingCharacters(in: .whitespaces)) }
    }

    /// The text as a reader sees it: without places, with links as their text, with line ends in cells, without the sign that
    /// keeps a paragraph's number beside its sign, and with the escapes removed.
    static func plain(_ text: String) -> String {
        var hidden = ""
        var isEscaped = false
        for scalar in text.unicodeScalars where scalar != "\u{2060}" {
            if scalar == "\\", !isEscaped {
                isEscaped = true
                continue
            }
            // An escaped sign is hidden in a private place, so that it is no markup below.
            hidden.unicodeScalars.append(isEscaped ? Unicode.Scalar(0xE000 + scalar.value)! : scalar)
            isEscaped = false
        }
        let read = unmarked(hidden)
        var plain = ""
        for scalar in read.unicodeScalars {
            let isHidden = (0xE000...0xE07F).contains(scalar.value)
            plain.unicodeScalars.append(isHidden ? Unicode.Scalar(scalar.value - 0xE000)! : scalar)
        }
        return plain
    }

    /// The line without escaped characters and without the edition's own markup.
    static func markup(in line: String) -> String {
        let rest = line.replacing(#/\\[\\|*_`\[\]<>#&~!:.]/#.matchingSemantics(.unicodeScalar), with: "")
        return unmarked(rest.replacing(address, with: "")).replacing(#/^(#+ |- |-{3}$)/#, with: "").replacing(
            "| --: |", with: "| --- |")
    }

    /// The text with the edition's own markup as what it shows. Escaped signs must be gone.
    private static func unmarked(_ text: String) -> String {
        text.replacing(#/<a id="[A-Za-z0-9\/-]+"><\/a>/#, with: "")
            .replacing(#/\[([^\[\]]+)\]\(#[A-Za-z0-9\/-]+\)/#.matchingSemantics(.unicodeScalar)) { $0.1 }
            .replacing("<br>", with: "\n").replacing(address) { $0.1 }
            .replacing(#/\*\*([^*]+)\*\*/#.matchingSemantics(.unicodeScalar)) { $0.1 }
    }

    private nonisolated(unsafe) static let address =
        #/<(https?:\/\/[^ <>|\\`]*)>/#.matchingSemantics(.unicodeScalar)
}
