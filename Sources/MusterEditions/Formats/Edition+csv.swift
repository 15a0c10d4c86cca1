import MusterCore

extension Edition {
    /// The edition as one table: a row for each row of its tables, and a column for each of their columns. A cell that a spreadsheet
    /// could run as a formula begins with an apostrophe, because an edition is read by people; JSON and the exports have the exact text.
    func writeCSV(to sink: (String) throws -> Void) throws {
        let tables = dataTables
        var columns = ["part"]
        var places: [String: Int] = [:]
        for column in tables.flatMap(\.columns) where places[column] == nil {
            places[column] = columns.count
            columns.append(column)
        }
        try sink(CSV.line(columns))
        for table in tables {
            let own = table.columns.map { places[$0]! }
            for row in table.rows {
                var line = [String?](repeating: nil, count: columns.count)
                line[0] = table.name
                for (place, value) in zip(own, row) where !value.isEmpty { line[place] = value }
                try sink(CSV.line(line.map { $0.map(CSV.guarded) }))
            }
        }
    }
}
