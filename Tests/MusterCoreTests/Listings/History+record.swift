import MusterValues
import Oracles

@testable import MusterCore

extension History {
    /// Records it as a group's enrollment in U1, and returns the enrollment's id.
    func record(_ transaction: Transaction) throws -> RecordID {
        let group = NewGroup(who: "group \(try transaction.nextNumber(of: .citation))")
        let new = NewEnrollment(
            group: group, unit: "U1", state: events[0].state, date: events[0].date, evidence: Fresh.dispatch)
        let id = try transaction.enroll(new)
        var numbers = [try transaction.db.lastEvent]
        for event in events.dropFirst() {
            let date = try StoredDate.optional(event.date)
            let evidence = [try transaction.checked(Fresh.dispatch)]
            numbers.append(
                try transaction.recordEvent(.state(event.state), of: id, on: date, evidence: evidence).number)
        }
        for (event, number) in zip(events, numbers) where event.isRejected {
            let judged: [(String, String?)] = [("standing", "rejected"), ("standing_note", "wrong")]
            try transaction.update("event", judged, where: "id", is: number)
        }
        return id
    }
}
