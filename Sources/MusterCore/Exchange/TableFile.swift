import Foundation
public import MusterValues

/// A file of records with a heading line: CSV with any separator, as spreadsheets of any country write it.
///
/// The file is read anew for each pass, piece by piece, so that one of any size takes the same memory.
public struct TableFile: Sendable {
    /// The name as given; "-" is standard input.
    public let path: String
    /// The encoding of its text.
    public let encoding: TextEncoding
    /// True if nothing in the file or the call says the encoding, so that it was recognised by its letters.
    public let isEncodingGuessed: Bool
    /// The character between two cells.
    public let separator: Character
    /// The cells of the heading line, without white space around them; those at its end that are empty are left out.
    public let heading: [String]
    /// The line of the heading; the first is 1.
    let headingLine: Int
    private let input: SpooledInput
    private let mark: Int

    private static let pieceSize = 1 << 18

    /// Opens a file and reads its heading.
    ///
    /// - Parameters:
    ///   - path: the file; "-" reads standard input to its end first.
    ///   - encoding: the encoding; nil recognises it.
    /// - Throws: `MusterError.badFile` if the file cannot be read, is no text, or has no heading.
    public init(_ path: String, encoding: TextEncoding? = nil) throws(MusterError) {
        self.path = path
        input = try SpooledInput(path)
        let start = try input.start(path, Self.pieceSize)
        if let rule = Self.otherFormat(start) { throw .badFile(path: path, rule: rule) }
        let recognised = TextEncoding.recognised(start, isWhole: start.count == input.size)
        guard let chosen = encoding ?? recognised?.encoding else {
            throw .badFile(path: path, rule: "its encoding is not recognised", fix: .give(.encoding))
        }
        self.encoding = chosen
        isEncodingGuessed = encoding == nil && recognised?.isGuess == true
        mark = recognised.map { $0.encoding == chosen ? $0.mark : 0 } ?? 0
        var decoder = TextDecoder(chosen)
        let text = decoder.decode(Array(start.dropFirst(mark)))
        let said = Self.saidSeparator(text)
        let byte = said ?? Self.separator(of: text)
        separator = Character(Unicode.Scalar(byte))
        var reader = DelimitedReader(
            separator: byte, next: Self.pieces(input, path: path, encoding: chosen, mark: mark))
        var found: DelimitedRecord?
        do {
            if said != nil { _ = try reader.record() }
            repeat { found = try reader.record() } while found.map { Self.isBlank($0) } == true
        } catch { throw Self.error(error, path: path) }
        guard let found else { throw .badFile(path: path, rule: "it is empty") }
        var cells = found.cells.map(Self.trimmed)
        while cells.last == "" { cells.removeLast() }
        heading = cells
        headingLine = found.line
    }

    /// Hands over each record below the heading that is not blank, in the order of the file.
    ///
    /// - Parameters:
    ///   - takesMisfits: true to hand over a record with another number of cells than the heading, marked as such.
    ///   - each: takes a record, whose cells are as many as the heading's and without white space around them.
    /// - Returns: the number of records, and of the blank ones that were passed over.
    /// - Throws: `MusterError.badFile` with the line and the rule for a record that cannot be read; what `each` throws.
    func read(takingMisfits takesMisfits: Bool = false, _ each: (DelimitedRecord) throws -> Void) throws -> (
        records: Int, blank: Int
    ) {
        let pieces = Self.pieces(input, path: path, encoding: encoding, mark: mark)
        var reader = DelimitedReader(separator: separator.asciiValue!, next: pieces)
        var (records, blank) = (0, 0)
        while let record = try nextRecord(&reader) {
            if record.line <= headingLine { continue }
            if Self.isBlank(record) {
                blank += 1
                continue
            }
            records += 1
            try each(try fitted(record, takingMisfits: takesMisfits))
        }
        return (records, blank)
    }

    /// The cells of the first records, at most so many; fewer if one cannot be read.
    public func firstRecords(_ count: Int) -> [[String]] {
        var first: [[String]] = []
        _ = try? read(takingMisfits: true) { record in
            if first.count == count { throw MusterError.stopped }
            first.append(record.cells)
        }
        return first
    }

    private func nextRecord(_ reader: inout DelimitedReader) throws -> DelimitedRecord? {
        do { return try reader.record() } catch { throw Self.error(error, path: path) }
    }

    private static func pieces(
        _ input: SpooledInput, path: String, encoding: TextEncoding, mark: Int
    ) -> () throws -> [UInt8]? {
        var decoder = TextDecoder(encoding)
        var handle: FileHandle?
        var isAtEnd = false
        return {
            while !isAtEnd {
                if handle == nil { handle = try input.open(path, from: mark) }
                let bytes: Data?
                do { bytes = try handle?.read(upToCount: pieceSize) } catch { throw SpooledInput.unreadable(path) }
                isAtEnd = bytes?.isEmpty != false
                let text = isAtEnd ? decoder.end() : decoder.decode(Array(bytes!))
                if !text.isEmpty { return text }
            }
            return nil
        }
    }

    private static func error(_ error: any Error, path: String) -> MusterError {
        guard let fault = error as? DelimitedReader.Fault else {
            return error as? MusterError ?? SpooledInput.unreadable(path)
        }
        return .badFile(
            path: path, rule: "line \(fault.line), cell \(fault.cell): \(fault.rule)",
            fix: fault.isEncoding ? .give(.encoding) : nil)
    }
}

extension TableFile {
    /// The separators that a file may have, in the order that decides between two found equally often.
    private static let separators = [UInt8(ascii: ","), UInt8(ascii: ";"), 0x09, UInt8(ascii: "|")]

    /// The separator that a first line such as `sep=;` names, as Excel reads it.
    private static func saidSeparator(_ text: [UInt8]) -> UInt8? {
        let line = text.prefix { $0 != 0x0A && $0 != 0x0D }
        guard line.count == 5, String(decoding: line.prefix(4), as: UTF8.self).lowercased() == "sep=" else {
            return nil
        }
        return separators.contains(line.last!) ? line.last : nil
    }

    /// The separator that stands most often outside quotes in the first line that is not blank; a comma if none does.
    private static func separator(of text: [UInt8]) -> UInt8 {
        var counts = Array(repeating: 0, count: separators.count)
        var isQuoted = false
        var isBlank = true
        for byte in text {
            if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
            if isQuoted { continue }
            if byte == 0x0A || byte == 0x0D {
                if isBlank { continue } else { break }
            }
            if let index = separators.firstIndex(of: byte) {
                counts[index] += 1
            } else if byte != 0x20 {
                isBlank = false
            }
        }
        let most = counts.max()!
        return separators[counts.firstIndex(of: most)!]
    }

    /// The reason why a file cannot be a table, if its first bytes are those of another format.
    private static func otherFormat(_ start: [UInt8]) -> String? {
        if start.starts(with: Array("PK\u{3}\u{4}".utf8)) || start.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
            return "it is a workbook of a spreadsheet program; save its sheet as CSV and import that"
        }
        if start.starts(with: Array("SQLite format 3".utf8)) { return "it is a database, not a table of text" }
        if start.starts(with: Array("%PDF".utf8)) { return "it is a PDF file, not a table of text" }
        return nil
    }

    private static func isBlank(_ record: DelimitedRecord) -> Bool { record.cells.allSatisfy { trimmed($0).isEmpty } }

    /// A cell without white space around it; spreadsheets pad cells with no-break spaces, too.
    static func trimmed(_ cell: String) -> String {
        if let first = cell.utf8.first, let last = cell.utf8.last, first > 0x20, first < 0x80, last > 0x20, last < 0x80
        {
            return cell
        }
        return cell.trimmingCharacters(in: .whitespacesAndNewlines)
    }
}
