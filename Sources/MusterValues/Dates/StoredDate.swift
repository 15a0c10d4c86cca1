/// A date as the store keeps it: the EDTF text, with its earliest and latest day beside it.
package struct StoredDate: Hashable, Sendable {
    package let text: String
    /// `YYYY-MM-DD`; nil if the side is open or unknown.
    package let earliest: String?
    /// `YYYY-MM-DD`; nil if the side is open or unknown.
    package let latest: String?

    /// Takes a date that the store can keep.
    ///
    /// - Throws: `MusterError.badDate` for a date that can mean a day outside the years 0000 to 9999.
    package init(_ date: EDTF) throws(MusterError) {
        text = date.text
        earliest = try date.earliest?.stored(of: date.text)
        latest = try date.latest?.stored(of: date.text)
    }

    /// Reads EDTF as a person types it.
    ///
    /// - Throws: `MusterError.badDate` for anything that is not a date, and for a day outside the years 0000 to 9999.
    package init(typed text: String) throws(MusterError) { try self.init(EDTF(typed: text)) }

    /// Takes a date that may be left out.
    package static func optional(_ date: EDTF?) throws(MusterError) -> StoredDate? {
        guard let date else { return nil }
        return try StoredDate(date)
    }
}

extension EDTF {
    /// Reads a date as a person types it.
    ///
    /// - Throws: `MusterError.badDate` for anything that ``init(_:)`` refuses, with the same message.
    public init(typed text: String) throws(MusterError) {
        do { self = try EDTF(text) } catch { throw .badDate(error.message) }
    }
}

extension Day {
    /// The day as the store keeps it, `YYYY-MM-DD`.
    ///
    /// - Parameter typed: the date that the day is a part of, for the refusal; nil if it is the day itself.
    /// - Returns: ten characters.
    /// - Throws: `MusterError.badDate` for a day outside the years 0000 to 9999: the store compares days as text.
    package func stored(of typed: String? = nil) throws(MusterError) -> String {
        guard (0...9999).contains(year) else {
            throw .badDate(
                "\(quoted(typed ?? description)) is outside the years 0000 to 9999; the register keeps days within them"
            )
        }
        return description
    }

    /// Reads one day as a person types it.
    ///
    /// - Throws: `MusterError.badDate` for anything but a whole day, written YYYY-MM-DD.
    public init(typed text: String) throws(MusterError) {
        if let day = Day(text) {
            self = day
            return
        }
        _ = try EDTF(typed: text)
        throw .badDate("\(quoted(text)) is not one day; write a year, a month and a day such as 2025-06-01")
    }
}
