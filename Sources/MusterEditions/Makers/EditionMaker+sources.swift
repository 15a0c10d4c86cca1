import MusterCore
import MusterValues

extension EditionMaker {
    /// The sources: those that speak for themselves, and under each those that repeat it.
    var sourceList: [Block] {
        if sources.isEmpty { return [] }
        let tree = SourceTree(sources)
        let repeating = sources.count { !$0.derivedFrom.isEmpty }
        let drawing: [Block] =
            repeating == 0
            ? []
            : [
                .drawing(
                    Drawing(
                        name: "voices", sentence: .say(.voicesDrawing, .count(repeating, .source)),
                        kind: .voices(tree.lines.map(voiceLine))))
            ]
        let columns: [EditionTable.Column] = [
            EditionTable.Column(key: "source", title: .say(.idHead)),
            EditionTable.Column(key: "title", title: .say(.titleAndAddress)),
            EditionTable.Column(key: "url", title: .say(.address), isForPrograms: true),
            EditionTable.Column(key: "archive", title: .say(.archive), isForPrograms: true),
            EditionTable.Column(key: "kind", title: .say(.kind), isForPrograms: true),
            EditionTable.Column(key: "publisher", title: .say(.publisher)),
            EditionTable.Column(key: "published", title: .say(.published)),
            EditionTable.Column(key: "captured", title: .say(.captured), isForPrograms: true),
            EditionTable.Column(key: "origin", title: .say(.origin)),
            EditionTable.Column(key: "cited_for", title: .say(.citedFor)),
        ]
        return [
            .section(Section(name: "sources", title: .say(.sources), count: .number(sources.count))),
            .paragraph(.say(.sourcesAbout), .about),
        ] + drawing + [
            .table(
                EditionTable(
                    name: "sources", caption: .say(.sources), columns: columns,
                    rows: tree.lines.filter { !$0.isShownBefore }.map { row($0.source, depth: $0.depth) }))
        ]
    }

    private func voiceLine(_ line: SourceTree.Line) -> VoiceLine {
        let source = line.source
        let title: Words = .joined([.text(source.title)] + (source.publisher.map { [.name($0)] } ?? []), .comma)
        let relation = source.derivedFrom.first { $0.id == line.above }.map { Words.list($0.relation) }
        return VoiceLine(
            source: source.id, title: title, depth: line.depth, relation: relation, isShownBefore: line.isShownBefore)
    }

    func row(_ source: ReportedSource, depth: Int) -> EditionTable.Row {
        let origins = source.derivedFrom.map { Words.joined([.list($0.relation), .id($0.id)], .space) }
        let ties = source.ties.map { Words.say(.oneVoiceWith, .id($0.source), .list($0.reason)) }
        let aside = source.setAside.map { [Words.say(.setAside, .text($0))] } ?? []
        let origin = origins + ties + aside
        let cited = source.citedFor.prefix(10).map(Words.id)
        let more = source.citedFor.count - cited.count
        let address: [Words] = [
            source.url.map { .address($0) } ?? .say(.noAddress), source.archive.map { .say(.archivedAt, .address($0)) },
            source.captured.map { .say(.capturedOn, .date(Self.date($0), .cell)) },
            source.note.map { .say(.note, .text($0)) },
        ].compactMap(\.self)
        return EditionTable.Row(
            place: source.id,
            cells: [
                EditionTable.Cell(words: .id(source.id)),
                EditionTable.Cell(
                    words: .text(source.title), second: .joined([.list(source.kind)] + address, .semicolon),
                    raw: source.title),
                EditionTable.Cell(raw: source.url ?? ""), EditionTable.Cell(raw: source.archive ?? ""),
                EditionTable.Cell(words: .list(source.kind)),
                EditionTable.Cell(
                    words: source.publisher.map { .name($0) } ?? .quiet(.say(.notStated)), raw: source.publisher ?? ""),
                EditionTable.Cell(
                    words: .published(source.published), raw: source.published?.edtf ?? ""
                ),
                EditionTable.Cell(raw: source.captured ?? ""),
                EditionTable.Cell(words: origin.isEmpty ? .say(.ownOrigin) : .joined(origin, .semicolon)),
                EditionTable.Cell(
                    words: .joined(cited + (more > 0 ? [.say(.andMore, .number(more))] : []), .comma),
                    raw: source.citedFor.map(\.description).joined(separator: "; ")),
            ], depth: depth)
    }

    private static func date(_ day: String) -> StatedDate? { Day(day).map { StatedDate($0) } }
}

/// The sources in the order of who repeats whom. A source that repeats several stands under the first of them, and is named again
/// under each other one.
struct SourceTree {
    /// A source in the tree.
    struct Line {
        let source: ReportedSource
        /// The source above it; nil for one that speaks for itself.
        let above: RecordID?
        let depth: Int
        /// True if its place is under another source.
        let isShownBefore: Bool
    }

    let lines: [Line]

    init(_ sources: [ReportedSource]) {
        let ids = Set(sources.map(\.id))
        var repeating: [RecordID?: [ReportedSource]] = [:]
        for source in sources {
            let others = source.derivedFrom.map(\.id).filter(ids.contains)
            for other in others.isEmpty ? [nil] : others.map(Optional.some) {
                repeating[other, default: []].append(source)
            }
        }
        var lines: [Line] = []
        var waiting = (repeating[nil] ?? []).reversed().map { ($0, nil as RecordID?, 0) }
        // A loop and not a recursion: a chain of sources can be of any length.
        while let (source, above, depth) = waiting.popLast() {
            let isElsewhere = above != nil && source.derivedFrom.map(\.id).first(where: ids.contains) != above
            lines.append(Line(source: source, above: above, depth: depth, isShownBefore: isElsewhere))
            if isElsewhere { continue }
            waiting += (repeating[source.id] ?? []).reversed().map { ($0, source.id, depth + 1) }
        }
        self.lines = lines
    }
}
