import GRDB
import MusterValues

extension Row {
    /// The value of a column, even if the file holds a value of the wrong type there.
    ///
    /// A column that the row does not have counts as NULL. A shell can write a value of the wrong type after it has
    /// changed the schema, and GRDB's own subscript ends the program on one.
    ///
    /// - Throws: `MusterError.unreadable` with the column and the value.
    func get<Value: DatabaseValueConvertible>(_ column: String) throws -> Value {
        let stored = stored(column)
        guard let value = Value.fromDatabaseValue(stored) else {
            throw MusterError.unreadable(field: column.spaced, value: Self.words(stored))
        }
        return value
    }

    /// The word of a closed list that a column holds.
    ///
    /// - Throws: `MusterError.unreadable` for a word that is not in the list.
    func list<Value: ClosedList>(_ column: String, _: Value.Type = Value.self) throws -> Value {
        let word: String = try get(column)
        guard let value = Value(rawValue: word) else {
            throw MusterError.unreadable(field: column.spaced, value: word)
        }
        return value
    }

    /// The same as `list`, with NULL as nil.
    func optionalList<Value: ClosedList>(_ column: String, _: Value.Type = Value.self) throws -> Value? {
        let stored = stored(column)
        return stored.isNull ? nil : try list(column, Value.self)
    }

    /// The value of a column, NULL if the row does not have it.
    ///
    /// GRDB's own look-up makes the names of all columns lower case, each time; those of the schema are.
    private func stored(_ column: String) -> DatabaseValue {
        first { $0.0 == column }?.1 ?? self[column] ?? .null
    }

    private static func words(_ stored: DatabaseValue) -> String {
        switch stored.storage {
        case .null: "nothing"
        case .int64(let number): String(number)
        case .double(let number): String(number)
        case .string(let text): text
        case .blob: "bytes"
        }
    }
}

extension Int64 {
    /// The number after this one. This one is the highest of its kind in the file.
    ///
    /// - Throws: `MusterError.unreadable` if a shell wrote the largest possible number.
    func next(of field: String) throws -> Int64 {
        let (next, isTooLarge) = addingReportingOverflow(1)
        if isTooLarge { throw MusterError.unreadable(field: field, value: String(self)) }
        return next
    }
}

extension Database {
    /// The row of a query that always has one.
    ///
    /// - Throws: `MusterError.unreadable` if there is none.
    func oneRow(_ sql: String, arguments: StatementArguments) throws -> Row {
        guard let row = try Row.fetchOne(self, sql: sql, arguments: arguments) else {
            throw MusterError.unreadable(field: "row", value: "nothing")
        }
        return row
    }

    /// True if a query has a row. Its text must not depend on values: the connection keeps its statement.
    func hasRow(_ sql: String, arguments: StatementArguments) throws -> Bool {
        try Bool.fetchOne(cachedStatement(sql: "SELECT EXISTS (\(sql))"), arguments: arguments) ?? false
    }

    /// The value of a query that always has one, such as a count or an EXISTS.
    ///
    /// - Throws: `MusterError.unreadable` if there is none.
    func one<Value: DatabaseValueConvertible>(
        _: Value.Type, _ sql: String, arguments: StatementArguments = StatementArguments()
    ) throws -> Value {
        guard let value = try Value.fetchOne(self, sql: sql, arguments: arguments) else {
            throw MusterError.unreadable(field: "answer", value: "nothing")
        }
        return value
    }
}

extension RecordID {
    /// Runs `read`, and adds this record to the error if one of its values is unreadable.
    ///
    /// - Throws: every error of `read`; `MusterError.unreadable` then names this record, unless it names one already.
    func naming<Result>(_ read: () throws -> Result) throws -> Result {
        do { return try read() } catch MusterError.unreadable(let field, let value, of: nil) {
            throw MusterError.unreadable(field: field, value: value, of: self)
        }
    }
}
