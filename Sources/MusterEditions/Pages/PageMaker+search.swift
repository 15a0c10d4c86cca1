package import MusterCore
package import MusterValues

extension PageMaker {
    /// What a text finds: first what answers to the name, then what only suggests.
    ///
    /// - Parameters:
    ///   - text: the text; nil or empty asks for one.
    ///   - filter: what is looked among, with the most rows.
    /// - Returns: what the page tells.
    /// - Throws: `MusterError` for a filter that a search refuses.
    package func search(_ text: String?, _ filter: Filter) throws(MusterError) -> PageContent {
        guard let text, !text.isEmpty else { return PageContent(.say(.search), lead: .say(.searchAbout), []) }
        let found = try registry.search(text, filter)
        let maker = try maker(naming: found.map(\.id))
        let deciding = found.filter { [.exact, .variant, .key].contains($0.tier) }
        let suggested = found.filter { ![.exact, .variant, .key].contains($0.tier) }
        // A record without a name is found by its short id alone.
        let id = found.isEmpty ? RecordReference(text).id : nil
        let named = id.flatMap { id in (try? registry.title(of: id)).map { NamedRecord(id: id, name: $0) } }
        var blocks =
            part("answers", .answersToName, deciding, maker) + part("suggested", .onlySuggested, suggested, maker)
        if let named {
            blocks = [
                .paragraph(.joined([try self.maker(naming: [named.id]).name(named), .id(named.id)], .space), .plain)
            ]
        } else if found.isEmpty {
            blocks = [.paragraph(.say(.nothingFound, .text(text)), .plain)]
        }
        let ways = [
            offer(.official, [("name", text)], .addOfficial), offer(.unit, [("name", text)], .addUnit),
        ].compactMap(\.self)
        if !ways.isEmpty {
            blocks.append(.paragraph(.joined([.say(.notThere), .joined(ways, .dot)], .space), .plain))
        }
        return PageContent(.say(.searchFor, .text(text)), lead: .say(.searchAbout), blocks)
    }

    private func part(_ name: String, _ title: Phrase, _ found: [FoundRecord], _ maker: EditionMaker) -> [Block] {
        let rows = found.map { found in
            let judged = found.standing.flatMap { $0 == .accepted ? nil : Words.list($0) }
            let about =
                [.list(found.kind), .id(found.id)] + self.about(found.about, maker) + [judged].compactMap(\.self)
            return EditionTable.Row(cells: [
                EditionTable.Cell(
                    words: .record(found.id, maker.nameAlone(NamedRecord(id: found.id, name: found.name))),
                    second: .joined(about, .comma)),
                EditionTable.Cell(
                    words: .strong(.list(found.tier)),
                    second: Words.list(found.why) == .list(found.tier) || found.tier == .surname
                        ? nil : .list(found.why)),
                EditionTable.Cell(words: .name(found.met)),
            ])
        }
        if rows.isEmpty { return [] }
        return [
            .section(Section(name: name, title: .say(title), count: .number(rows.count))),
            .table(Self.table(name, title, rows, [("name", .record), ("why", .why), ("what", .spellingMet)])),
        ]
    }
}
