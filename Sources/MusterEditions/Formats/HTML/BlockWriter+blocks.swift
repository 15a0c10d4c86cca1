import MusterHTML
import MusterValues

extension BlockWriter {
    func section(_ section: EditionOutline.OutlinedSection) throws {
        try html.element(.section, [.id(section.head.name)]) {
            html.line()
            try line(.h2, [], section.head.title)
            try blocks(section.opening, under: section.head.title)
            for part in section.parts { try self.part(part) }
        }
        html.line()
    }

    /// Blocks in their order. Disputes that follow one another stand in pairs.
    ///
    /// - Parameters:
    ///   - blocks: the blocks, without heads of sections and parts.
    ///   - title: the head that they stand under, which no caption repeats; nil for none.
    /// - Throws: what the writer throws.
    package func blocks(_ blocks: [Block], under title: Words? = nil) throws {
        var rest = blocks[...]
        var isAfterDrawing = false
        while let block = rest.first {
            let disputes = rest.prefix { $0.disputed != nil }.compactMap(\.disputed)
            if !disputes.isEmpty {
                try pairs(disputes)
                rest = rest.dropFirst(disputes.count)
                continue
            }
            try self.block(block, isAfterDrawing: isAfterDrawing, under: title)
            isAfterDrawing = block.isDrawing
            rest = rest.dropFirst()
        }
    }

    private func block(_ block: Block, isAfterDrawing: Bool, under title: Words?) throws {
        switch block {
        case .paragraph(let words, let tone): try line(.p, [.class(tone.style)], words)
        case .figures(let figures): try self.figures(figures)
        case .table(let table): try self.table(table, isCaptionSeen: isAfterDrawing && table.caption != title)
        case .list(let lines):
            try html.element(.ul) {
                html.line()
                for words in lines { try line(.li, [], words) }
            }
            html.line()
        case .drawing(let drawing): try self.drawing(drawing)
        // The outline holds heads apart, and disputes were taken before.
        case .section, .part, .dispute: break
        }
    }

    /// A part of a section. The people in it stand at its side.
    private func part(_ part: EditionOutline.OutlinedPart) throws {
        let head = part.head
        let place = head.place.map { [HTMLAttribute.id($0.description)] } ?? []
        try html.element(.div, [.class(head.people == nil ? "part" : "part counted")] + place) {
            html.line()
            try html.element(.h3) {
                try say(head.title, linking: head.place == nil)
                if let id = head.place { try html.element(.span, [.class("id")], id.description) }
                for mark in head.marks { try html.tag(mark.kind.tag) { try say(mark.words) } }
            }
            html.line()
            try blocks(part.blocks)
            if let people = head.people { try side(people) }
        }
        html.line()
    }

    private func side(_ range: LabelledRange) throws {
        try html.element(.div, [.class("side")]) {
            html.line()
            try line(.p, [], range.label)
            try value(.range(least: range.people.least, most: range.people.most, nil), nil)
            try strip(range.people, range.sentence, columns: 12)
            try line(.p, [], range.sentence)
        }
        html.line()
    }
}

extension Block {
    fileprivate var disputed: DisputedValue? {
        if case .dispute(let value) = self { value } else { nil }
    }

    fileprivate var isDrawing: Bool {
        if case .drawing = self { true } else { false }
    }
}

extension Block.Tone {
    fileprivate var style: String {
        switch self {
        case .about: "about"
        case .plain: "plain"
        case .warning: "warning"
        }
    }
}

extension Part.Mark.Kind {
    fileprivate var tag: TagKind {
        switch self {
        case .against: .against
        case .warn: .warn
        case .plain: .plain
        case .rejected: .rejected
        }
    }
}
