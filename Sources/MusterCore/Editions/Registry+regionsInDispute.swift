package import MusterValues

extension Registry {
    /// The regions in which something about a person is in dispute: an enrollment, a post, an official, or what happened to one. A
    /// summary leaves them out, and the report of the region counts them.
    ///
    /// - Parameter codes: the regions to look at. Each costs as much as what is on record of it, up to the first dispute.
    /// - Returns: the codes of those with an open dispute.
    /// - Throws: `MusterError` if the registry cannot be read.
    package func regionsWithPeopleInDispute(among codes: [String]) throws(MusterError) -> Set<String> {
        let today = self.today
        return try read { db in
            try Set(
                codes.filter { code in
                    try DisputeReader(db: db, scope: DisputeScope(record: RecordID(region: code)), today: today)
                        .hasPeopleInDispute()
                })
        }
    }
}

extension DisputeReader {
    /// True if anything about a person is in dispute. What costs least is asked first.
    fileprivate func hasPeopleInDispute() throws -> Bool {
        if try exclusive().contains(where: { !$0.isSettled }) { return true }
        if try judged().contains(where: { ![.programme, .unit].contains($0.record.id.kind) }) { return true }
        for kind in [RecordKind.official, .post, .enrollment, .event] {
            let isOpen = try contradicted(kind).contains { id, name in
                try FieldReader(db: db, id: id).field(name)?.isInDispute ?? false
            }
            if isOpen { return true }
        }
        return try twoUnits().contains { !$0.isSettled }
    }
}
