import MusterValues

/// The columns of one file, and where each stands.
struct ImportLayout: Sendable {
    /// The column of each cell of a record, in the order of the file.
    let columns: [ImportColumn?]
    private let places: [ImportColumn.Content: Int]

    /// Reads the heading of a file.
    ///
    /// - Parameter file: the file.
    /// - Throws: `MusterError.badFile` for a heading that names no column, two that name one, or none at all.
    init(_ file: TableFile) throws(MusterError) {
        var places: [ImportColumn.Content: Int] = [:]
        columns = try file.heading.enumerated().map { index, heading throws(MusterError) in
            if heading.isEmpty { return nil }
            guard let column = ImportColumn.named(heading) else {
                let nearest = ImportColumn.nearest(to: heading)
                let near = nearest.isEmpty ? "" : " (near it: \(nearest.joined(separator: ", ")))"
                throw .badFile(
                    path: file.path, rule: "its heading \(quoted(heading)) names no column\(near)", fix: .listColumns)
            }
            if column.content == .remark { return column }
            if let other = places.updateValue(index, forKey: column.content) {
                throw .badFile(
                    path: file.path,
                    rule:
                        "its headings \(quoted(file.heading[other])) and \(quoted(heading)) are the same column \(column.name)",
                    fix: "take one of them out")
            }
            return column
        }
        self.places = places
        if places.isEmpty {
            throw .badFile(path: file.path, rule: "its first line has no headings", fix: .listColumns)
        }
    }

    /// The order of the dates of each column, by its place.
    ///
    /// - Parameter orders: the orders by the name of a column; the name "" is all columns.
    /// - Returns: the orders; columns without one have EDTF alone.
    /// - Throws: `MusterError.badValue` for a name that is no column of the file.
    func dates(_ orders: [String: DateOrder]) throws(MusterError) -> [Int: DateOrder] {
        var dates: [Int: DateOrder] = [:]
        if let all = orders[""] { for index in columns.indices { dates[index] = all } }
        for (name, order) in orders where !name.isEmpty {
            guard let column = ImportColumn.named(name), let place = places[column.content] else {
                throw .badValue(field: "column", value: name, rule: "the file has no such column")
            }
            dates[place] = order
        }
        return dates
    }

    /// The place of a column in a record; nil if the file does not have it.
    func place(_ content: ImportColumn.Content) -> Int? { places[content] }
}

/// The order of day, month and year in the dates of a file.
public enum DateOrder: String, CaseIterable, Sendable {
    /// Day, month, year: 31.05.2025.
    case dmy
    /// Month, day, year: 5/31/2025.
    case mdy
    /// Year, month, day: 2025/05/31.
    case ymd

    /// A date of three numbers in this order, or of a month and a year, as EDTF; any other text as it is.
    func edtf(_ text: String) -> String {
        let parts = text.split(omittingEmptySubsequences: false) { "./-".contains($0) }
        if parts.count == 2, self != .ymd, let month = Int(parts[0]), (1...12).contains(month), parts[0].count <= 2,
            parts[1].count == 4, Int(parts[1]) != nil
        {
            return "\(parts[1])-\(month < 10 ? "0" : "")\(month)"
        }
        guard parts.count == 3, parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { (0x30...0x39).contains($0) } })
        else { return text }
        let (year, month, day) =
            switch self {
            case .dmy: (parts[2], parts[1], parts[0])
            case .mdy: (parts[2], parts[0], parts[1])
            case .ymd: (parts[0], parts[1], parts[2])
            }
        guard year.count == 4, month.count <= 2, day.count <= 2 else { return text }
        return "\(year)-\(month.count == 1 ? "0" : "")\(month)-\(day.count == 1 ? "0" : "")\(day)"
    }
}
