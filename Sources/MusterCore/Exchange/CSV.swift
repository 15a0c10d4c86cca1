import MusterValues

/// Comma-separated values, as RFC 4180 defines them.
public enum CSV {
    /// One record as a line that ends with CRLF; a nil value is an empty field.
    ///
    /// A field that holds a comma, a quote or a line break is quoted (RFC 4180 §2.6, §2.7).
    public static func line(_ values: [String?]) -> String {
        values.map { field($0 ?? "") }.joined(separator: ",") + "\r\n"
    }

    /// The same for a spreadsheet: an apostrophe stands before a cell that it would run as a formula, and every field is quoted, because
    /// some take a semicolon for the end of a field.
    static func guardedLine(_ values: [String?]) -> String {
        values.map { value in
            guard let value, let first = value.unicodeScalars.first else { return "" }
            let isFormula = ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"].contains(first)
            return quotedField(isFormula ? "'" + value : value)
        }.joined(separator: ",") + "\r\n"
    }

    private static func field(_ text: String) -> String {
        guard text.utf8.contains(where: { [0x22, 0x2C, 0x0A, 0x0D].contains($0) }) else { return text }
        return quotedField(text)
    }

    private static func quotedField(_ text: String) -> String {
        // Bytes, not Characters: a quote followed by a combining mark is one Character, which does not equal a quote.
        let quote = UInt8(ascii: "\"")
        let doubled = text.utf8.flatMap { $0 == quote ? [quote, quote] : [$0] }
        return "\"" + String(decoding: doubled, as: UTF8.self) + "\""
    }

    /// The reason why a text is not CSV: the line of the fault, from 1, and the rule that it breaks.
    struct Fault: Error {
        let line: Int
        let rule: String
    }

    /// The records of a text, each as the values of its fields; empty lines are skipped.
    ///
    /// - Throws: `Fault` for a quote that is not closed, or text after a closing quote.
    static func records(_ text: String) throws(Fault) -> [[String]] {
        var records: [[String]] = []
        var record: [String] = []
        var field: [UInt8] = []
        var line = 1
        var openedAt = 1
        var isQuoted = false
        var wasQuoted = false
        var bytes = Array(text.utf8)[...]
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes = bytes.dropFirst(3) }

        func endField() {
            record.append(String(decoding: field, as: UTF8.self))
            field = []
            wasQuoted = false
        }
        func endRecord() {
            if record.isEmpty && field.isEmpty && !wasQuoted { return }
            endField()
            records.append(record)
            record = []
        }
        while let byte = bytes.popFirst() {
            switch byte {
            case UInt8(ascii: "\"") where isQuoted:
                if bytes.first == byte {
                    field.append(bytes.removeFirst())
                } else {
                    isQuoted = false
                }
            case _ where isQuoted:
                if byte == 0x0A { line += 1 }
                field.append(byte)
            case UInt8(ascii: ","): endField()
            case 0x0D where bytes.first == 0x0A: continue
            case 0x0A:
                endRecord()
                line += 1
            case UInt8(ascii: "\"") where field.isEmpty && !wasQuoted:
                isQuoted = true
                wasQuoted = true
                openedAt = line
            default:
                if wasQuoted { throw Fault(line: line, rule: "there is text behind a closing quote") }
                field.append(byte)
            }
        }
        if isQuoted { throw Fault(line: openedAt, rule: "a quote is not closed") }
        endRecord()
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
            throw .badFile(path: path, rule: "line \(error.line): \(error.rule)")
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
