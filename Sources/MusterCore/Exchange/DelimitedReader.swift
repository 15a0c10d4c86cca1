import MusterValues

/// One record of a file of separated values.
struct DelimitedRecord: Sendable {
    /// The line on which it begins; the first is 1.
    let line: Int
    /// The cells, as written but without their quotes.
    let cells: [String]
    /// True if the line has nothing on it, not even quotes.
    var isEmptyLine = false
    /// The reason why the cells may not stand in their columns; nil if they are as many as the headings.
    var misfit: Misfit?

    /// A record that had another number of cells than the heading. Missing cells were added as empty ones at its end.
    struct Misfit: Sendable {
        /// The rule, such as "the record has 3 cells where the heading has 2".
        let rule: String
        /// The cells beyond the last heading.
        let beyond: [String]
    }
}

/// Reads the records of a file of separated values, as RFC 4180 defines them, with any separator and any line end.
///
/// It holds one piece of the file and one record.
struct DelimitedReader {
    /// The reason why a file cannot be read: the line and the cell of the fault, each from 1, and the rule.
    struct Fault: Error {
        let line: Int
        let cell: Int
        let rule: String
        var isEncoding = false
    }

    /// The most bytes in one cell. A quote that is never closed must not bring a whole file into memory.
    static let mostInCell = 1_000_000
    /// The most bytes in one record.
    static let mostInRecord = 4_000_000
    /// The most cells in one record.
    static let mostCells = 1_000

    private let separator: UInt8
    private var next: () throws -> [UInt8]?
    private var piece: [UInt8] = []
    private var position = 0
    private var line = 1
    private var isAtEnd = false

    /// Reads from pieces of UTF-8.
    ///
    /// - Parameters:
    ///   - separator: the byte between two cells.
    ///   - next: the next piece, which is not empty; nil at the end.
    init(separator: UInt8, next: @escaping () throws -> [UInt8]?) {
        self.separator = separator
        self.next = next
    }

    private mutating func byte() throws -> UInt8? {
        if position == piece.count {
            if isAtEnd { return nil }
            guard let more = try next() else {
                isAtEnd = true
                return nil
            }
            (piece, position) = (more, 0)
        }
        return piece[position]
    }

    /// The next record; nil at the end. An empty line is a record of one empty cell.
    ///
    /// - Throws: `Fault` for a quote that is not closed, text behind a closing quote, bytes that are not of the encoding,
    ///   a NUL, or a cell or record that is too long; an error of reading the file.
    mutating func record() throws -> DelimitedRecord? {
        guard let first = try byte() else { return nil }
        let begin = line
        let isEmptyLine = first == 0x0A || first == 0x0D
        var cells: [String] = []
        var size = 0
        while true {
            let (cell, isLast) = try cell(number: cells.count + 1)
            cells.append(cell)
            size += cell.utf8.count
            if size > Self.mostInRecord {
                throw Fault(line: begin, cell: cells.count, rule: "the record has more than \(Self.mostInRecord) bytes")
            }
            if isLast { return DelimitedRecord(line: begin, cells: cells, isEmptyLine: isEmptyLine) }
            if cells.count == Self.mostCells {
                throw Fault(line: begin, cell: cells.count, rule: "the record has more than \(Self.mostCells) cells")
            }
        }
    }

    private mutating func cell(number: Int) throws -> (text: String, isLast: Bool) {
        var bytes: [UInt8] = []
        let openedAt = line
        let isQuoted = try byte() == UInt8(ascii: "\"")
        if isQuoted {
            position += 1
            try readQuoted(&bytes, openedAt: openedAt, number: number)
        }
        while let byte = try byte() {
            position += 1
            if byte == separator { return (try text(bytes, openedAt, number), false) }
            if byte == 0x0A || byte == 0x0D {
                if byte == 0x0D, try self.byte() == 0x0A { position += 1 }
                line += 1
                return (try text(bytes, openedAt, number), true)
            }
            if isQuoted {
                throw Fault(line: line, cell: number, rule: "there is text behind a closing quote")
            }
            try append(byte, to: &bytes, openedAt, number)
        }
        return (try text(bytes, openedAt, number), true)
    }

    private mutating func readQuoted(_ bytes: inout [UInt8], openedAt: Int, number: Int) throws {
        while let byte = try byte() {
            position += 1
            if byte == UInt8(ascii: "\"") {
                guard try self.byte() == byte else { return }
                position += 1
            }
            if byte == 0x0A || byte == 0x0D {
                line += 1
                if byte == 0x0D, try self.byte() == 0x0A {
                    position += 1
                    try append(byte, to: &bytes, openedAt, number)
                    try append(0x0A, to: &bytes, openedAt, number)
                    continue
                }
            }
            try append(byte, to: &bytes, openedAt, number)
        }
        throw Fault(line: openedAt, cell: number, rule: "a quote is not closed")
    }

    private func append(_ byte: UInt8, to bytes: inout [UInt8], _ line: Int, _ number: Int) throws(Fault) {
        if byte == 0 {
            throw Fault(line: line, cell: number, rule: "it holds a byte of zero, which no text has")
        }
        if bytes.count == Self.mostInCell {
            throw Fault(
                line: line, cell: number,
                rule: "the cell has more than \(Self.mostInCell) bytes; a quote may not be closed")
        }
        bytes.append(byte)
    }

    private func text(_ bytes: [UInt8], _ line: Int, _ number: Int) throws(Fault) -> String {
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw Fault(line: line, cell: number, rule: "the cell is not in the encoding of the file", isEncoding: true)
        }
        return text
    }
}
