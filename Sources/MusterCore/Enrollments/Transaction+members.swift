import GRDB
import MusterValues

extension Transaction {
    /// Gives a named member what happened to the group: each event with its date, its standing and its citations.
    ///
    /// Not given are an event that was judged wrong; one that the member has already, on the same date, or on any date if
    /// the group's has none; and a death, which is recorded by name from two sources.
    ///
    /// - Returns: the number of events that were given.
    @discardableResult
    func give(eventsOf group: RecordID, to member: RecordID) throws -> Int {
        var count = 0
        for event in try Self.events(of: group, db) {
            let id = RecordID(.event, try event.get("id"))
            let value = try event.eventValue()
            if value.stored.value == EnrollmentState.killed.rawValue {
                note(id, .notGiven(value, to: member))
                continue
            }
            if try has(event, member) { continue }
            let copy = RecordID(.event, try nextNumber(of: .event))
            for citation in try Self.citations(of: id, db) {
                try insert(copyOf: citation, "citation", at: nextNumber(of: .citation), ["event_id": copy.number])
            }
            try insert(copyOf: event, "event", at: copy.number, ["enrollment_id": member.number])
            note(copy, .recorded(value, of: member))
            count += 1
        }
        return count
    }

    /// True if a group has an event that a new member would get.
    func hasEvents(toGive group: RecordID) throws -> Bool {
        try Self.events(of: group, db).contains { try $0.get("value") != EnrollmentState.killed.rawValue }
    }

    /// The events of a group that are not judged wrong and that a citation supports, in the order of recording.
    private static func events(of group: RecordID, _ db: Database) throws -> [Row] {
        try Row.fetchAll(
            db,
            sql: """
                SELECT * FROM event v WHERE enrollment_id = ? AND standing <> 'rejected' \
                AND EXISTS (SELECT 1 FROM citation WHERE event_id = v.id AND stance = 'supports') ORDER BY id
                """, arguments: [group.number])
    }

    private static func citations(of event: RecordID, _ db: Database) throws -> [Row] {
        try Row.fetchAll(db, sql: "SELECT * FROM citation WHERE event_id = ? ORDER BY id", arguments: [event.number])
    }

    /// True if an enrollment has the same state, on the same date or, if the event has no date, on any.
    private func has(_ event: Row, _ member: RecordID) throws -> Bool {
        try db.one(
            Bool.self,
            """
            SELECT EXISTS (SELECT 1 FROM event WHERE enrollment_id = :member AND facet = :facet AND value IS :value \
            AND standing <> 'rejected' AND (:date IS NULL OR date IS :date))
            """,
            arguments: [
                "member": member.number, "facet": try event.get("facet") as String,
                "value": try event.get("value") as String?, "date": try event.get("date") as String?,
            ])
    }

    /// Inserts a row like another one, with its own id and some other values.
    private func insert(copyOf row: Row, _ table: String, at id: Int64, _ other: [String: Int64]) throws {
        let columns = row.columnNames.filter { $0 != "revision" }
        let values = try columns.map { column in
            column == "id" ? id.databaseValue : try other[column]?.databaseValue ?? row.get(column) as DatabaseValue
        }
        try db.execute(
            sql: """
                INSERT INTO \(table) (\(columns.joined(separator: ", ")), revision) \
                VALUES (\(columns.map { _ in "?" }.joined(separator: ", ")), ?)
                """, arguments: StatementArguments(values) + [revision()])
    }
}
