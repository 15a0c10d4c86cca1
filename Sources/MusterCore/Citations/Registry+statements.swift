import GRDB
package import MusterValues

extension Registry {
    /// What a source says, in the order in which it was recorded; each with the field that it speaks of.
    ///
    /// - Parameters:
    ///   - source: the source.
    ///   - limit: the most statements.
    /// - Returns: the statements, those that were rejected among them.
    /// - Throws: `MusterError` if the registry cannot be read.
    package func statements(from source: RecordID, limit: Int) throws(MusterError)
        -> [(field: FieldName, statement: CitedStatement)]
    {
        try read { db in
            try CitedStatement.all(from: source.number, limit: limit, db)
        }
    }
}
