public import MusterCore
public import MusterValues

extension Registry {
    /// Fills a registry that has its reference regions, and no units yet, with made-up records: a programme, about five
    /// units a region, sources, officials with posts, and exactly this number of enrollments, one in ten of them a
    /// group.
    ///
    /// The same number always gives the same content, except for the revisions' times. No record means a real person.
    /// There is one revision for the sources and units, then one for each 10,000 enrollments: this keeps the
    /// write-ahead log and the memory in use small, and gives the registry a history to ask about.
    ///
    /// - Parameters:
    ///   - enrollments: the number of enrollments, from 1 to 10,000,000.
    ///   - authorship: the author of the revisions, and the reason.
    /// - Returns: the newest revision, and the programme; the records are too many to list.
    /// - Throws: `MusterError` if the number is out of range, the registry has no regions, or it has units already.
    @discardableResult
    public func fill(enrollments: Int, by authorship: Authorship) throws(MusterError) -> WriteResult {
        guard (1...10_000_000).contains(enrollments) else {
            throw .badValue(
                field: "number of enrollments", value: "\(enrollments)", rule: "give a whole number from 1 to 10000000")
        }
        let dates = try ScaleDates()
        let listed = try self.regions()
        var any = Filter()
        any.limit = 1
        guard try units(any).isEmpty else {
            throw .refused(rule: "a registry is filled while it has no units; make a new one to fill")
        }
        try prepareForBulk()
        var regions: [ScaleRegion] = []
        var dice = SeededRandom(seed: UInt64(enrollments))
        let first = try write(authorship, doing: "fill with a programme, units and sources") { transaction in
            let frame = InventedUnits(transaction: transaction, dates: dates, dice: dice)
            regions = try frame.make(in: listed, sources: max(249, enrollments / 100))
            dice = frame.dice
        }
        var revision = first.revision
        for start in stride(from: 0, to: enrollments, by: Self.enrollmentsPerRevision) {
            let count = min(Self.enrollmentsPerRevision, enrollments - start)
            revision = try write(authorship, doing: "fill with enrollments \(start + 1) to \(start + count)") {
                transaction in
                let crowd = InventedEnrollments(transaction: transaction, regions: regions, dates: dates, dice: dice)
                for _ in 0..<count { try crowd.enroll() }
                dice = crowd.dice
            }.revision
        }
        return WriteResult(revision: revision, records: first.records)
    }

    private static let enrollmentsPerRevision = 10_000
}
