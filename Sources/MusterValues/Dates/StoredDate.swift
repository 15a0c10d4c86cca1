/// A date as the store keeps it: the EDTF text, with its earliest and latest day beside it.
package struct StoredDate: Hashable, Sendable {
    package let text: String
    /// `YYYY-MM-DD`; nil if the side is open or unknown.
    package let earliest: String?
    /// `YYYY-MM-DD`; nil if the side is open or unknown.
    package let latest: String?

    /// Reads EDTF as a person types it.
    ///
    /// - Throws: `MusterError.badDate` for anything that is not a date, and for a day outside the years 0000 to 9999:
    ///   the store compares days as text.
    package init(_ text: String) throws(MusterError) {
        let date: EDTF
        do { date = try EDTF(text) } catch { throw .badDate(error.message) }
        for day in [date.earliest, date.latest] {
            if let day, !(0...9999).contains(day.year) {
                throw .badDate("\(quoted(text)) is outside the years 0000 to 9999; the register keeps days within them")
            }
        }
        self.text = date.text
        earliest = date.earliest?.description
        latest = date.latest?.description
    }

    /// Reads a date that may be left out.
    package static func optional(_ text: String?) throws(MusterError) -> StoredDate? {
        guard let text else { return nil }
        return try StoredDate(text)
    }
}

extension Day {
    /// Reads one day as a person types it.
    ///
    /// - Throws: `MusterError.badDate` for anything but a whole day, written YYYY-MM-DD.
    public init(typed text: String) throws(MusterError) {
        if let day = Day(text) {
            self = day
            return
        }
        do { _ = try EDTF(text) } catch { throw .badDate(error.message) }
        throw .badDate("\(quoted(text)) is not one day; write a year, a month and a day such as 2025-06-01")
    }
}
