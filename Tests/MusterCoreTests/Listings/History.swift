import MusterValues

@testable import MusterCore

/// The events of one enrollment in the order of recording, on days 0 to 9 of June 2025 (day 0 is 31 May).
struct History: CustomStringConvertible, Sendable {
    struct Event: CustomStringConvertible, Sendable {
        var state: EnrollmentState
        var earliest: Int?
        var latest: Int?
        var isRejected = false

        /// The date as EDTF; nil if no date is stated.
        var date: EDTF? {
            switch (earliest, latest) {
            case (nil, nil): nil
            case (let first?, let last?) where first == last: "\(History.day(first))"
            case (let first?, let last?): "[\(History.day(first))..\(History.day(last))]"
            case (let first?, nil): "\(History.day(first))/.."
            case (nil, let last?): "../\(History.day(last))"
            }
        }

        var description: String { "\(state.rawValue) \(date?.text ?? "undated")" + (isRejected ? " rejected" : "") }
    }

    /// The days that events may be on; states are asked about the days between, so that there is a before and an after.
    static let window = 0...7
    static let asked = 1...6
    /// Today by the clock of a fresh registry.
    static let today = 15

    var events: [Event]

    init(_ events: Event...) { self.events = events }

    /// One to four events on the days asked about.
    init(using generator: inout some RandomNumberGenerator) {
        events = (0..<Int.random(in: 1...4, using: &generator)).map { _ in
            let days = [0, 0].map { _ in Int.random(in: History.asked, using: &generator) }.sorted()
            let state = [EnrollmentState.announced, .serving, .left, .denied].randomElement(using: &generator)!
            var event = Event(state: state, earliest: days[0], latest: days[1])
            switch Int.random(in: 0..<8, using: &generator) {
            case 0: (event.earliest, event.latest) = (nil, nil)
            case 1: event.earliest = nil
            case 2: event.latest = nil
            case 3...5: event.latest = event.earliest
            default: break
            }
            event.isRejected = Int.random(in: 0..<8, using: &generator) == 0
            return event
        }
    }

    static func day(_ number: Int) -> Day {
        number == 0 ? Day(year: 2025, month: 5, day: 31)! : Day(year: 2025, month: 6, day: number)!
    }

    var description: String { events.map(\.description).joined(separator: ", ") }

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
