import MusterCore
import MusterValues

/// The ways in which a text of the API is written, as the description tells them.
enum TextForm: Hashable, Sendable {
    /// An uncertain date.
    case date
    /// A day of the calendar.
    case day
    /// A day, or a month or a period of days.
    case period
    /// A record, as a reference takes it.
    case record

    /// The form of a type that is written as text; nil for any other type.
    init?(of type: any Any.Type) {
        switch type {
        case is EDTF.Type: self = .date
        case is Day.Type: self = .day
        case is RecordReference.Type: self = .record
        default: return nil
        }
    }

    /// One sentence that says how it is written.
    var help: String {
        switch self {
        case .date:
            "As far as it is known (EDTF, ISO 8601-2 level 1): 2025-04-12, 2025-04, 2025-04~, XXXX-04, ../2025-05-31."
        case .day: "A day, YYYY-MM-DD."
        case .period: "A day (2025-04-12), a month (2025-04), a year, or a period (2025-04/2025-06)."
        case .record: "A short id, a code, or a name."
        }
    }

    /// The format of the JSON schema; nil if there is none by that name.
    var format: String? { self == .day ? "date" : nil }
}
