package import MusterValues

/// The events of one enrollment in the order of recording, on days 0 to 9 of June 2025 (day 0 is 31 May).
package struct History: CustomStringConvertible, Sendable {
    package struct Event: CustomStringConvertible, Sendable {
        package var state: EnrollmentState
        package var earliest: Int?
        package var latest: Int?
        package var isRejected: Bool

        package init(state: EnrollmentState, earliest: Int? = nil, latest: Int? = nil, isRejected: Bool = false) {
            (self.state, self.earliest, self.latest, self.isRejected) = (state, earliest, latest, isRejected)
        }

        /// The date as EDTF; nil if no date is stated.
        package var date: EDTF? {
            let text: String? =
                switch (earliest, latest) {
                case (nil, nil): nil
                case (let first?, let last?) where first == last: "\(History.day(first))"
                case (let first?, let last?): "[\(History.day(first))..\(History.day(last))]"
                case (let first?, nil): "\(History.day(first))/.."
                case (nil, let last?): "../\(History.day(last))"
                }
            return text.map { try! EDTF($0) }
        }

        package var description: String {
            "\(state.rawValue) \(date?.text ?? "undated")" + (isRejected ? " rejected" : "")
        }
    }

    /// The days that events may be on; states are asked about the days between, so that there is a before and an after.
    package static let window = 0...7
    package static let asked = 1...6
    /// Today by the clock of a fresh registry.
    package static let today = 15

    package var events: [Event]

    package init(_ events: Event...) { self.events = events }

    /// One to four events on the days asked about.
    package init(using generator: inout some RandomNumberGenerator) {
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

    package static func day(_ number: Int) -> Day {
        number == 0 ? Day(year: 2025, month: 5, day: 31)! : Day(year: 2025, month: 6, day: number)!
    }

    package var description: String { events.map(\.description).joined(separator: ", ") }
}
