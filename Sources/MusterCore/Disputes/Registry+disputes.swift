public import MusterValues

extension Registry {
    /// What contradicts itself on the register: values, events that exclude each other, events after a death or an end or later
    /// than their sources, officials in two units on a day, places claimed twice.
    ///
    /// It is computed from what is on record. A dispute is settled if somebody decided it: by an edit that gives the value when
    /// its contradictions were known, or by the standing disputed. A later citation opens it again.
    ///
    /// - Parameters:
    ///   - record: the record to look at, with all that belongs to it: a region with its units, enrollments and posts, a unit
    ///     with those inside of it, an official with posts and enrollments; nil for the whole register.
    ///   - isSettled: true for the disputes that somebody settled, instead of the open ones.
    /// - Returns: the disputes of values by kind of record and number, then those of events by kind of dispute.
    /// - Throws: `MusterError` for a name that is unknown or that several records have, or a source or citation.
    public func disputes(of record: RecordReference? = nil, settled isSettled: Bool = false) throws(MusterError)
        -> [Dispute]
    {
        try read { db in
            let kinds = RecordKind.allCases.filter { !$0.citedFields.isEmpty }
            let id = try record.map { try Resolver(db: db).resolve($0, among: kinds) }
            let today = self.today
            return try DisputeReader(db: db, scope: DisputeScope(record: id), today: today).all()
                .filter { $0.isSettled == isSettled }
        }
    }
}
