import MusterCore
package import MusterValues

extension PageContent {
    /// The columns that a file to import can have, under a form.
    ///
    /// - Parameters:
    ///   - title: the head of the page.
    ///   - language: the language of the headings.
    /// - Returns: the page.
    package static func columns(titled title: Words, in language: Language) -> PageContent {
        let rows = ImportColumn.all.map { column in
            EditionTable.Row(cells: [
                EditionTable.Cell(words: .code(column.name)),
                EditionTable.Cell(words: language == .russian ? .listed(column.name, column.heading) : nil),
                EditionTable.Cell(words: .listed(column.name, column.help)),
            ])
        }
        let all: [(String, Phrase)] = [("name", .columnHead), ("heading", .nameHead), ("what", .holds)]
        let shown = language == .russian ? all : [all[0], all[2]]
        let cells = language == .russian ? rows : rows.map { EditionTable.Row(cells: [$0.cells[0], $0.cells[2]]) }
        return PageContent(
            title,
            [
                .section(Section(name: "columns", title: .say(.columnsTitle), count: .number(rows.count))),
                .table(PageMaker.table("columns", .columnsTitle, cells, shown)),
            ])
    }
}
