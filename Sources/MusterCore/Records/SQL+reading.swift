import Foundation
import GRDB
import MusterValues

/// A query is an `SQL` value, which carries the values that it asks for. Its text depends only on what is asked, never on
/// those values, so each connection prepares it once.
extension SQL {
    /// Reads the rows one after another; none is kept.
    func each(_ db: Database, _ read: (inout RowReader) throws -> Void) throws {
        let (sql, arguments) = try build(db)
        try db.cachedStatement(sql: sql).eachRow(arguments, read)
    }

    /// Reads the rows and passes them on in batches, so that many rows take no more memory than few.
    ///
    /// - Parameters:
    ///   - db: the connection.
    ///   - read: reads a row; nil leaves it out.
    ///   - pass: takes the next 500 rows, or the last ones; it is never given none.
    /// - Throws: every error of `read` and `pass`.
    func batched<Element>(
        _ db: Database, _ read: (inout RowReader) throws -> Element?, pass: (inout [Element]) throws -> Void
    ) throws {
        var batch: [Element] = []
        try each(db) { row in
            guard let element = try read(&row) else { return }
            batch.append(element)
            if batch.count < 500 { return }
            try pass(&batch)
            batch.removeAll(keepingCapacity: true)
        }
        if !batch.isEmpty { try pass(&batch) }
    }

    /// Reads all rows.
    func all<Element>(_ db: Database, _ read: (inout RowReader) throws -> Element) throws -> [Element] {
        var elements: [Element] = []
        try each(db) { elements.append(try read(&$0)) }
        return elements
    }

    /// All rows, to be read by column name.
    func rows(_ db: Database) throws -> [Row] { try SQLRequest(literal: self, cached: true).fetchAll(db) }

    /// Reads parts of records, such as citations, and sorts them by the number of the record that owns them.
    ///
    /// The query must return that number as its first column. `read` is given the number and reads the other columns.
    func byOwner<Element>(
        _ db: Database, _ read: (inout RowReader, Int64) throws -> Element
    ) throws -> [Int64: [Element]] {
        var elements: [Int64: [Element]] = [:]
        // The rows of one owner mostly come together, so the dictionary is accessed only when the owner changes.
        var last: (owner: Int64, own: [Element])?
        func file() {
            if let last { elements[last.owner, default: []] += last.own }
        }
        try each(db) { row in
            let owner: Int64 = try row.next()
            let element = try read(&row, owner)
            if last?.owner == owner {
                last?.own.append(element)
            } else {
                file()
                last = (owner, [element])
            }
        }
        file()
        return elements
    }

    /// A list of numbers, to be put after IN; it is one value, so the text does not grow with the list.
    static func list(_ numbers: some Sequence<Int64>) -> SQL {
        "(SELECT value FROM json_each(\("[\(numbers.map(String.init).joined(separator: ","))]")))"
    }

    /// A list of texts, to be put after IN.
    static func list(_ texts: some Sequence<String>) throws -> SQL {
        "(SELECT value FROM json_each(\(String(decoding: try JSONEncoder().encode(Array(texts)), as: UTF8.self))))"
    }

    /// A list of values of a closed list, to be put after IN. They stand in the text itself, which is safe because they
    /// never come from a user; an index that holds only some of them is used only then.
    static func list(_ values: [some ClosedList]) -> SQL { list(stored: values.map(\.rawValue)) }

    /// The same for such values as they are stored.
    static func list(stored words: [String]) -> SQL {
        SQL(sql: "(" + words.map { "'\($0)'" }.joined(separator: ", ") + ")")
    }
}
