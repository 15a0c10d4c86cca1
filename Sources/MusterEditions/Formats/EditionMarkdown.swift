import MusterCore
import MusterValues

/// Writes an edition in Markdown: CommonMark with tables.
struct EditionMarkdown {
    let edition: Edition
    let speaker: Speaker
    /// The records that have a place in the edition.
    private let places: EditionPlaces

    init(_ edition: Edition) {
        self.edition = edition
        speaker = Speaker(language: edition.header.language)
        places = EditionPlaces(edition)
    }

    func write(to sink: (String) throws -> Void) throws {
        for part in opening { try sink(part.written + "\n\n") }
        for (index, block) in edition.blocks.enumerated() where !isLegend(index) {
            for part in parts(of: block) { try sink(part.written + "\n\n") }
        }
        for (index, part) in closing.enumerated() {
            try sink(part.written + (index == closing.count - 1 ? "\n" : "\n\n"))
        }
    }

    /// True for the paragraph that explains the bars of lives, which Markdown does not draw.
    private func isLegend(_ index: Int) -> Bool {
        guard case .paragraph(_, .about) = edition.blocks[index], index + 1 < edition.blocks.count,
            case .drawing(let drawing) = edition.blocks[index + 1], case .lives = drawing.kind
        else { return false }
        return true
    }

    private func parts(of block: Block) -> [Markdown] {
        switch block {
        case .section(let section): ["## \(said(section.title))"]
        case .part(let part): head(part)
        case .paragraph(let words, .warning): ["**\(said(words))**"]
        case .paragraph(let words, _): [said(words)]
        case .figures(let figures): [.joined(figures.map { "- \(figure($0))" }, by: "\n")]
        case .table(let table): [self.table(table)]
        case .list(let lines): [.joined(lines.map { "- \(said($0))" }, by: "\n")]
        case .dispute(let dispute): self.dispute(dispute)
        // The table after a drawing has the same; only the map says more than its table.
        case .drawing(let drawing): if case .tiles = drawing.kind { [said(drawing.sentence)] } else { [] }
        }
    }

    private func head(_ part: Part) -> [Markdown] {
        let id = part.place.map { " (\($0))" as Markdown } ?? ""
        let place = part.place.map(Markdown.place) ?? ""
        let marks = part.marks.isEmpty ? "" : " — \(.joined(part.marks.map { said($0.words) }, by: ", "))" as Markdown
        let people = part.people.map { range -> [Markdown] in
            ["\(said(range.label)): **\(said(.people(range.people)))**. \(said(range.sentence))"]
        }
        return ["### \(place)\(said(part.title))\(id)\(marks)"] + (people ?? [])
    }

    private func figure(_ figure: KeyFigure) -> Markdown {
        let remark = figure.remark.map { " \(said($0))" as Markdown } ?? ""
        let sentence = figure.sentence.map { " — \(said($0))" as Markdown } ?? ""
        return "\(said(figure.label)): **\(said(figure.value))**\(remark)\(sentence)"
    }

    /// A table; a column that is empty in every row is left out. What sources say of a row is its last cell.
    private func table(_ table: EditionTable) -> Markdown {
        let shown = table.columns.indices.filter { column in
            !table.columns[column].isForPrograms && table.rows.contains { $0.cells[column].words != nil }
        }
        let hasEvidence = table.rows.contains { !$0.evidence.isEmpty }
        let heads =
            shown.map { said(table.columns[$0].title) } + (hasEvidence ? [said(.say(.byWhoseWord))] : [])
        let rules =
            shown.map { (table.columns[$0].isNumber ? "--:" : "---") as Markdown } + (hasEvidence ? ["---"] : [])
        let rows = table.rows.map { row -> Markdown in
            var cells = shown.map { cell(row.cells[$0]) }
            if hasEvidence { cells.append(.joined(row.evidence.map { said($0) }, by: "<br>")) }
            let step = Markdown(stringLiteral: String(repeating: "└ ", count: min(row.depth, 1)))
            // The place of a record that the first cell links to is this row.
            let place = row.place.map(Markdown.place) ?? ""
            if !cells.isEmpty { cells[0] = "\(place)\(step)\(cells[0])" }
            return line(cells)
        }
        return .joined([line(heads), line(rules)] + rows, by: "\n")
    }

    private func line(_ cells: [Markdown]) -> Markdown { "| \(.joined(cells, by: " | ")) |" }

    private func cell(_ cell: EditionTable.Cell) -> Markdown {
        let parts = [cell.words, cell.second].compactMap(\.self).map { said($0) }.filter { !$0.written.isEmpty }
        return .joined(parts, by: "<br>")
    }

    private func dispute(_ dispute: DisputedValue) -> [Markdown] {
        let sides = [dispute.supporting, dispute.against]
        let rows = (0..<max(sides[0].count, sides[1].count)).map { index in
            line(sides.map { index < $0.count ? side($0[index]) : "" })
        }
        let isConcluded = dispute.isConcluded
        let heads: [Phrase] = isConcluded ? [.forHead, .againstHead] : [.someSay, .othersSay]
        let table = Markdown.joined([line(heads.map { said(.say($0)) }), line(["---", "---"])] + rows, by: "\n")
        let settled = dispute.settled.map { [said($0)] } ?? []
        return ["### \(said(dispute.title)) (\(link(dispute.record))), \(said(dispute.concluded))"]
            + (rows.isEmpty ? [] : [table]) + settled
    }

    private func side(_ side: DisputedValue.Side) -> Markdown {
        .joined([said(side.value)] + side.voices.map { said($0) }, by: "<br>")
    }

    private var opening: [Markdown] {
        let lead = edition.header.lead.map { [said($0)] } ?? []
        let place = places.isHeadAPlace ? edition.header.record.map(Markdown.place) ?? "" : ""
        return ["# \(place)\(said(edition.header.title))"] + lead + [said(edition.header.answered)]
    }

    private var closing: [Markdown] {
        let header = edition.header
        let head = header.head.map { ["\(said(.say(.headIs, .code($0))))" as Markdown] } ?? []
        return ["---", "\(said(.say(.editionLine, .code(header.id), .number(Edition.layout))))"] + head + [
            said(.say(.citeLine, header.citation))
        ]
    }

    /// The words as Markdown.
    func said(_ words: Words) -> Markdown { written(speaker.say(words)) }

    private func written(_ line: [Inline]) -> Markdown { .joined(line.map(written), by: "") }

    private func written(_ inline: Inline) -> Markdown {
        switch inline {
        case .text(let text), .foreign(let text), .name(let text), .code(let text): "\(text)"
        case .quote: "\(inline.plain)"
        case .record(let id, let inside): places.records.contains(id) ? .link(written(inside), to: id) : written(inside)
        case .id(let id): link(id)
        case .place(let id, let short, _): places.records.contains(id) ? .link("\(short)", to: id) : "\(short)"
        case .address(let address): .address(address)
        case .strong(let inside): "**\(written(inside))**"
        case .quiet(let inside), .link(_, let inside): written(inside)
        }
    }

    private func link(_ id: RecordID) -> Markdown { places.records.contains(id) ? .link(to: id) : "\(id)" }
}
