public import MusterValues

extension Registry {
    /// Records with the words that tell each from others of its name: of a source its publisher and its date.
    ///
    /// - Parameter records: their short ids; one that is not on the register is left out.
    /// - Returns: the records in the order of their ids.
    /// - Throws: `MusterError` if the registry cannot be read.
    public func described(_ records: some Collection<RecordID>) throws(MusterError) -> [DescribedRecord] {
        try read { db in
            let titles = RecordTitles(db: db)
            return try records.sorted().compactMap { id in try id.row(db) == nil ? nil : titles.described(id) }
        }
    }

    /// The words that describe a record, as `Dossier.title`. It costs a query or two, and a dossier some thirty.
    package func title(of id: RecordID) throws(MusterError) -> String {
        try read { db in try RecordTitles(db: db).title(id) }
    }
}
