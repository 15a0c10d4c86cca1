/// The blocks of an edition by section, and those of a section by part.
struct EditionOutline {
    /// What comes before the first section.
    let opening: [Block]
    let sections: [OutlinedSection]

    struct OutlinedSection {
        let head: Section
        /// What comes before its first part.
        let opening: [Block]
        let parts: [OutlinedPart]

        /// True if it needs the width of the page, so that nothing stands beside it.
        var isWide: Bool {
            (opening + parts.flatMap(\.blocks)).contains { block in
                switch block {
                case .dispute: true
                case .drawing(let drawing): drawing.isWide
                case .table(let table): table.columns.count { !$0.isForPrograms } > 5
                case .section, .part, .paragraph, .figures, .list: false
                }
            }
        }
    }

    struct OutlinedPart {
        let head: Part
        let blocks: [Block]
    }

    init(_ blocks: [Block]) {
        let isHead = { (block: Block) in
            if case .section = block { true } else { false }
        }
        let isPart = { (block: Block) in
            if case .part = block { true } else { false }
        }
        opening = Array(blocks.prefix { !isHead($0) })
        sections = Self.pieces(blocks, from: isHead).compactMap { piece in
            guard case .section(let head)? = piece.first else { return nil }
            let parts = Self.pieces(piece.dropFirst(), from: isPart).compactMap { piece -> OutlinedPart? in
                guard case .part(let head)? = piece.first else { return nil }
                return OutlinedPart(head: head, blocks: Array(piece.dropFirst()))
            }
            return OutlinedSection(head: head, opening: Array(piece.dropFirst().prefix { !isPart($0) }), parts: parts)
        }
    }

    /// Each run of blocks that begins with a head.
    private static func pieces(_ blocks: some Sequence<Block>, from isHead: (Block) -> Bool) -> [ArraySlice<Block>] {
        let all = Array(blocks)
        let starts = all.indices.filter { isHead(all[$0]) }
        return zip(starts, starts.dropFirst() + [all.count]).map { all[$0..<$1] }
    }
}

extension Drawing {
    fileprivate var isWide: Bool {
        switch kind {
        case .tiles, .lives: true
        case .strengths, .voices: false
        }
    }
}
