import MusterCore
package import MusterValues

extension PageContent {
    /// A page without blocks, for a form.
    package init(titled title: Words) { self.init(title, []) }
}

extension PageMaker {
    /// Two records side by side: each field of both, and whether they agree.
    ///
    /// - Parameters:
    ///   - one: the first record.
    ///   - other: the second.
    ///   - title: the head of the page.
    /// - Returns: what the page tells.
    /// - Throws: `MusterError` for a record that is unknown.
    package func comparison(_ one: RecordReference, _ other: RecordReference, titled title: Words) throws(MusterError)
        -> PageContent
    {
        let (first, second) = (try registry.show(one), try registry.show(other))
        let maker = try maker(naming: [first.id, second.id])
        let fields = (first.fields + second.fields).map(\.field).reduce(into: [FieldName]()) { all, field in
            if !all.contains(field) { all.append(field) }
        }
        let rows = fields.map { field -> EditionTable.Row in
            let both = [first, second].map { dossier in
                dossier.fields.first { $0.field == field }.map {
                    maker.value($0, dossier.concluded($0), of: dossier.id.kind)
                }
            }
            let verdict: Words =
                both[0] == nil || both[1] == nil
                ? .quiet(.say(.oneSideOnly)) : both[0] == both[1] ? .say(.agree) : .say(.differ)
            return EditionTable.Row(cells: [
                EditionTable.Cell(words: .field(field, of: first.id.kind)), Self.cell(both[0], first.id),
                EditionTable.Cell(words: verdict), Self.cell(both[1], second.id),
            ])
        }
        let names = { (dossier: Dossier) in Words.joined(dossier.names.map { .name($0.text) }, .semicolon) }
        let events = { (dossier: Dossier) in
            Words.joined(
                dossier.events.map { .joined([.state($0.value), .date($0.date, .cell)], .space) }, .semicolon)
        }
        var more: [(Words, (Dossier) -> Words)] = [(.say(.namesAndFields), names), (.say(.events), events)]
        let kinds = (first.related + second.related).map(\.id.kind).reduce(into: [RecordKind]()) { all, kind in
            if !all.contains(kind) { all.append(kind) }
        }
        // What belongs to either goes with it if they are one.
        more += kinds.map { kind in
            let belonging = { (dossier: Dossier) in
                let all = dossier.related.filter { $0.id.kind == kind }
                let told = all.prefix(20).map { other -> Words in
                    .record(other.id, .joined([.text(other.name ?? ""), .code("\(other.id)")], .space))
                }
                let more: [Words] = all.count > told.count ? [.say(.andMore, .number(all.count - told.count))] : []
                return Words.joined(told + more, .semicolon)
            }
            return (.list(kind), belonging)
        }
        let belongings = more.map { head, words in
            EditionTable.Row(cells: [
                EditionTable.Cell(words: head), Self.cell(words(first), first.id), EditionTable.Cell(),
                Self.cell(words(second), second.id),
            ])
        }
        let heads = [first, second].map {
            Words.joined([maker.nameAlone(NamedRecord(id: $0.id, name: $0.title)), .code($0.id.description)], .space)
        }
        let table = EditionTable(
            name: "compared", caption: title,
            columns: [
                EditionTable.Column(key: "field", title: .say(.fieldHead)),
                EditionTable.Column(key: "one", title: heads[0]),
                EditionTable.Column(key: "verdict", title: .say(.what)),
                EditionTable.Column(key: "other", title: heads[1]),
            ], rows: rows + belongings)
        return PageContent(title, [.table(table)])
    }

    /// A value of one of the two. On a phone the heads of columns are not seen, so that each value says whose it is.
    private static func cell(_ words: Words?, _ id: RecordID) -> EditionTable.Cell {
        EditionTable.Cell(words: words, second: words == nil ? nil : .quiet(.code("\(id)")))
    }
}
