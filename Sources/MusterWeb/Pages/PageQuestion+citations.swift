import MusterCore
import MusterEditions
import MusterValues

extension PageQuestion {
    /// The most citations that a page of changes tells of.
    private static let mostSayings = 20

    /// What the citations say that were changed themselves, as by a judgement: a table of changes names their ids and not their words.
    ///
    /// - Parameter blocks: what the page tells of changes.
    /// - Returns: a line for each of the first citations; nothing if none was changed.
    func sayings(in blocks: [Block]) -> [Block] {
        var changed: [RecordID] = []
        for case .table(let table) in blocks {
            for row in table.rows {
                guard case .id(let id)? = row.cells.first?.words, id.kind == .citation, !changed.contains(id) else {
                    continue
                }
                changed.append(id)
            }
        }
        // One that was redacted, or undone since, says nothing any more.
        let lines = changed.prefix(Self.mostSayings).compactMap { try? saying($0) }
        return lines.isEmpty ? [] : [.paragraph(.strong(.say(.citationsSay)), .plain), .list(lines)]
    }

    /// A citation in a line: its words, who says them, and the place in the source.
    private func saying(_ id: RecordID) throws -> Words {
        let fields = try registry.show(RecordReference(id)).fields
        let value = { (name: FieldName) in fields.first { $0.field == name }?.value }
        let stated = value(.stated).map { Words.say(.statesIt, .text($0.words)) }
        let quote = value(.quote).map { Words.quote($0.words) }
        let speaker = value(.speaker).map { Words.name($0.words) }
        var source: Words?
        if case .record(let record)? = value(.source) {
            let title = Words.record(record.id, .name(try registry.title(of: record.id)))
            source = .joined([title, .place(record.id, locator: value(.locator)?.words)], .space)
        }
        return .joined([.id(id), .joined([stated, quote, speaker, source].compactMap(\.self), .semicolon)], .space)
    }
}
