import GRDB
package import MusterValues

extension Registry {
    /// Writes the registry as entities of FollowTheMoney, a line of JSON each: documents, places, projects, organizations, people
    /// with their posts, and enrollments, each with its events and what sources say of it.
    ///
    /// - Parameters:
    ///   - filter: the filter of the listing of enrollments; one without conditions writes everything.
    ///   - path: the file, which is replaced when the new one is whole; `-` is standard output.
    ///   - progress: takes the number of bytes of each piece that is written; false stops the export, which leaves nothing.
    /// - Returns: what is left out.
    /// - Throws: `MusterError` for what may not be written, or a filter that enrollments do not take.
    package func exportFollowTheMoney(
        _ filter: Filter = Filter(), to path: String, progress: @escaping (Int) -> Bool = { _ in true }
    ) throws(MusterError) -> LeftOut {
        try export(.entities, filter, to: path, progress)
    }

    /// Writes the same as statements of FollowTheMoney, a line of CSV for each citation of a value: the origin is the source.
    ///
    /// - Parameters:
    ///   - filter: the filter of the listing of enrollments; one without conditions writes everything.
    ///   - path: the file, which is replaced when the new one is whole; `-` is standard output.
    ///   - progress: takes the number of bytes of each piece that is written; false stops the export, which leaves nothing.
    /// - Returns: what is left out.
    /// - Throws: the same.
    package func exportFollowTheMoneyStatements(
        _ filter: Filter = Filter(), to path: String, progress: @escaping (Int) -> Bool = { _ in true }
    ) throws(MusterError) -> LeftOut {
        try export(.statements, filter, to: path, progress)
    }

    private func export(
        _ form: FollowTheMoneyWriter.Form, _ filter: Filter, to path: String, _ progress: @escaping (Int) -> Bool
    ) throws(MusterError) -> LeftOut {
        try writeExport(filter, to: path, progress) { reader, sink in
            let maker = try FollowTheMoneyMaker(reader)
            var writer = FollowTheMoneyWriter(form, to: sink)
            try writer.begin()
            for kind in [RecordKind.source, .region, .programme, .unit, .official, .post, .enrollment] {
                try reader.each(kind) { records in
                    for record in records {
                        let entities = try kind == .source ? maker.document(record) : maker.entities(record)
                        for entity in entities { try writer.write(entity) }
                    }
                }
            }
            return try LeftOut(reader.selection, reader.db)
        }
    }

    /// Reads what an export holds from one snapshot, and streams it to a file.
    ///
    /// - Parameters:
    ///   - filter: the filter of the listing of enrollments.
    ///   - path: the file.
    ///   - progress: takes the number of bytes of each piece that is written; false stops it.
    ///   - write: writes it; a failure leaves the file as it was.
    /// - Returns: what is left out.
    /// - Throws: every error of `write`, as `MusterError`.
    func writeExport(
        _ filter: Filter, to path: String, _ progress: @escaping (Int) -> Bool,
        _ write: (ExportReader, ByteSink) throws -> LeftOut
    ) throws(MusterError) -> LeftOut {
        try Condition.check(filter, for: .enrollment)
        return try read { db in
            var leftOut: LeftOut?
            let selection = try ExportSelection(filter, db, today: today)
            let day = AskedDay(filter.period, isThroughout: filter.isThroughout, today: today)
            try OutputPlace(path).stream(named: path, progress: progress) { sink in
                leftOut = try write(ExportReader(db: db, selection: selection, day: day), sink)
            }
            return leftOut!
        }
    }
}
