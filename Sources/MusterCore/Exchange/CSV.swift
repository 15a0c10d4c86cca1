import MusterValues

/// Comma-separated values, as RFC 4180 defines them.
public enum CSV {
    /// One record as a line that ends with CRLF; a nil value is an empty field.
    ///
    /// A field that holds the separator, a quote or a line break is quoted (RFC 4180 §2.6, §2.7).
    public static func line(_ values: [String?], separator: Character = ",") -> String {
        let mark = separator.asciiValue!
        var line: [UInt8] = []
        for (index, value) in values.enumerated() {
            if index > 0 { line.append(mark) }
            guard let value else { continue }
            let isSpecial = value.utf8.contains { $0 == mark || $0 == 0x22 || $0 == 0x0A || $0 == 0x0D }
            if isSpecial { append(quoted: value, to: &line) } else { line.append(contentsOf: value.utf8) }
        }
        line += [0x0D, 0x0A]
        return String(decoding: line, as: UTF8.self)
    }

    /// The same for a spreadsheet: an apostrophe stands before a cell that it would run as a formula, and every field is quoted, because
    /// some take a semicolon for the end of a field.
    static func guardedLine(_ values: [String?]) -> String {
        var line: [UInt8] = []
        for (index, value) in values.enumerated() {
            if index > 0 { line.append(UInt8(ascii: ",")) }
            guard let value, !value.isEmpty else { continue }
            append(quoted: guarded(value), to: &line)
        }
        line += [0x0D, 0x0A]
        return String(decoding: line, as: UTF8.self)
    }

    /// A cell that no spreadsheet runs as a formula: with an apostrophe before it, if it could be one.
    package static func guarded(_ value: String) -> String {
        value.unicodeScalars.first.map(isFormula) == true ? "'" + value : value
    }

    /// True if a spreadsheet runs a cell that begins so.
    static func isFormula(_ first: Unicode.Scalar) -> Bool {
        ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"].contains(first)
    }

    /// Adds a field in quotes, each quote in it doubled (RFC 4180 §2.7).
    ///
    /// Bytes, not Characters: a quote followed by a combining mark is one Character, which does not equal a quote.
    static func append(quoted text: String, to line: inout [UInt8]) {
        let quote = UInt8(ascii: "\"")
        line.append(quote)
        for byte in text.utf8 {
            if byte == quote { line.append(quote) }
            line.append(byte)
        }
        line.append(quote)
    }

    /// The records of a text, each as the values of its fields; empty lines are skipped.
    ///
    /// - Throws: `DelimitedReader.Fault` for a quote that is not closed, or text after a closing quote.
    static func records(_ text: String) throws -> [[String]] {
        var bytes: [UInt8]? = Array(text.utf8)
        if bytes?.starts(with: [0xEF, 0xBB, 0xBF]) == true { bytes?.removeFirst(3) }
        var reader = DelimitedReader(separator: UInt8(ascii: ",")) {
            defer { bytes = nil }
            return bytes?.isEmpty == false ? bytes : nil
        }
        var records: [[String]] = []
        while let record = try reader.record() {
            if !record.isEmptyLine { records.append(record.cells) }
        }
        return records
    }
}

/// A CSV file with a header line, read by column name.
struct CSVFile {
    let path: String
    let header: [String]
    let rows: [[String: String]]

    /// Reads the text of a file; a row has no entry for an empty field.
    ///
    /// - Throws: `MusterError.badFile` if the text is not CSV, a required column is missing, or a row has more or fewer
    ///   fields than the header.
    init(_ text: String, path: String, requiring columns: [String]) throws(MusterError) {
        let records: [[String]]
        do { records = try CSV.records(text) } catch {
            let fault = error as? DelimitedReader.Fault
            throw .badFile(path: path, rule: fault.map { "line \($0.line): \($0.rule)" } ?? "it cannot be read")
        }
        guard let header = records.first else { throw .badFile(path: path, rule: "it is empty") }
        for column in columns where !header.contains(column) {
            throw .badFile(path: path, rule: "its first line has no column \(quoted(column))")
        }
        var rows: [[String: String]] = []
        for (number, record) in records.enumerated().dropFirst() {
            guard record.count == header.count else {
                throw .badFile(
                    path: path,
                    rule: "record \(number) has \(record.count) fields where its first line has \(header.count)")
            }
            let row = zip(header, record).filter { !$0.1.isEmpty }
            rows.append(Dictionary(row, uniquingKeysWith: { first, _ in first }))
        }
        self.path = path
        self.header = header
        self.rows = rows
    }
}
