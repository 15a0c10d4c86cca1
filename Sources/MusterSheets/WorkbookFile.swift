import Foundation
package import MusterEditions

/// The cells of a workbook that is read back.
package struct WorkbookFile {
    /// The sheets in their order, each with the texts of its cells by reference, such as B4.
    package let sheets: [(name: String, cells: [String: String])]

    /// Reads a workbook that muster wrote, or that a spreadsheet saved again; nil if it is none, or cannot be unpacked.
    ///
    /// - Parameter bytes: the file's contents.
    package init?(_ bytes: [UInt8]) {
        guard let archive = ZIPArchive(bytes), let book = archive.text("xl/workbook.xml") else { return nil }
        let shared = archive.text("xl/sharedStrings.xml").map { text in
            text.components(separatedBy: "<si>").dropFirst().map(Self.texts)
        }
        let names = book.components(separatedBy: "<sheet ").dropFirst().compactMap { $0.attribute("name") }
        var sheets: [(String, [String: String])] = []
        for (index, name) in names.enumerated() {
            guard let sheet = archive.text("xl/worksheets/sheet\(index + 1).xml") else { return nil }
            sheets.append((name, Self.cells(sheet, shared ?? [])))
        }
        self.sheets = sheets
    }

    /// The edition and its layout, which stand under their heads on the first sheet; nil for a workbook of another kind.
    package var edition: (edition: String, layout: Int?)? {
        guard let first = sheets.first, first.name == "edition", let id = first.cells["A2"] else { return nil }
        return (id, first.cells["B1"] == "layout" ? first.cells["B2"].flatMap { Int($0) } : nil)
    }

    /// The cells that are not the same in another workbook.
    ///
    /// - Parameter made: the workbook as the registry gives it.
    /// - Returns: the differences, sheet by sheet and row by row.
    package func differences(from made: WorkbookFile) -> [EditionComparison.Difference] {
        let names =
            made.sheets.map(\.name) + sheets.map(\.name).filter { name in !made.sheets.contains { $0.name == name } }
        return names.flatMap { name -> [EditionComparison.Difference] in
            let sides = [self, made].map { book in book.sheets.first { $0.name == name }?.cells ?? [:] }
            let references = Set(sides[0].keys).union(sides[1].keys).filter { sides[0][$0] != sides[1][$0] }
            return references.sorted { Self.place($0) < Self.place($1) }.map { reference in
                EditionComparison.Difference(
                    place: .cell(sheet: name, reference: reference), file: sides[0][reference],
                    made: sides[1][reference])
            }
        }
    }

    /// The row and the column of a reference; AA comes after Z.
    private static func place(_ reference: String) -> (Int, Int, String) {
        let column = reference.prefix { $0.isLetter }
        return (Int(reference.dropFirst(column.count)) ?? 0, column.count, String(column))
    }

    private static func cells(_ sheet: String, _ shared: [String]) -> [String: String] {
        var cells: [String: String] = [:]
        for piece in sheet.components(separatedBy: "<c ").dropFirst() {
            guard let reference = piece.attribute("r"), let end = piece.range(of: "</c>") else { continue }
            let inside = String(piece[..<end.lowerBound])
            if inside.attribute("t") == "s" {
                let number = inside.between("<v>", "</v>").flatMap { Int($0) }
                cells[reference] = number.flatMap { shared.indices.contains($0) ? shared[$0] : nil }
            } else {
                cells[reference] = inside.contains("<t") ? texts(inside) : inside.between("<v>", "</v>")
            }
        }
        return cells
    }

    /// The text of an element, of which each run of letters has a piece of its own.
    private static func texts(_ element: String) -> String {
        element.components(separatedBy: "<t").dropFirst().compactMap { piece in
            guard piece.first == ">" || piece.first == " ", let start = piece.firstIndex(of: ">"),
                let end = piece.range(of: "</t>")
            else { return nil }
            return String(piece[piece.index(after: start)..<end.lowerBound]).unescaped
        }.joined()
    }
}

extension String {
    fileprivate func between(_ start: String, _ end: String) -> String? {
        guard let first = range(of: start), let last = self[first.upperBound...].range(of: end) else { return nil }
        return String(self[first.upperBound..<last.lowerBound]).unescaped
    }

    /// The value of an attribute of the tag that the text begins within.
    fileprivate func attribute(_ name: String) -> String? {
        let tag = String(prefix { $0 != ">" })
        return (" " + tag).between(" \(name)=\"", "\"")
    }

    fileprivate var unescaped: String {
        [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&apos;", "'"), ("&amp;", "&")].reduce(self) {
            $0.replacing($1.0, with: $1.1)
        }
    }
}
