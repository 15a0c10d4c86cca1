public import MusterValues

/// The place where a page of a listing ended, such as `E50@57-3fa9c1d2`: the last row on the page, the revision that was
/// listed, and the first digits of that revision's hash, so that no other registry answers.
///
/// The next page is read as known at that revision, so that pages agree while others write.
public struct PageCursor: Hashable, Sendable, CustomStringConvertible {
    /// The place of the last row on the page.
    public let place: RowPlace
    /// The newest revision when the page was read.
    public let revision: Int64
    /// The first eight hexadecimal digits of its hash.
    public let hash: String

    package init(place: RowPlace, revision: Int64, head: String?) {
        self.place = place
        self.revision = revision
        hash = Self.digits(of: head)
    }

    /// Reads a cursor from its text.
    ///
    /// - Throws: `MusterError.badValue` for any other text.
    public init(typed text: String) throws(MusterError) {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        let numbers = parts.count == 2 ? parts[1].split(separator: "-", omittingEmptySubsequences: false) : []
        guard numbers.count == 2, let place = RowPlace(String(parts[0])), let revision = Int64(numbers[0]),
            numbers[0].allSatisfy({ $0.isASCII && $0.isNumber }), numbers[1].utf8.count == 8,
            numbers[1].allSatisfy({ $0.isASCII && $0.isHexDigit })
        else { throw Self.refused(text, "give what the page before named, such as E50@57-3fa9c1d2") }
        self.init(place: place, revision: revision, head: numbers[1].lowercased())
    }

    /// The first digits of a head.
    static func digits(of head: String?) -> String { String((head ?? "00000000").prefix(8)) }

    /// The error for a cursor that breaks a rule.
    func refused(_ rule: String) -> MusterError { Self.refused(description, rule) }

    private static func refused(_ text: String, _ rule: String) -> MusterError {
        .badValue(field: "place to go on after", value: text, rule: rule)
    }

    /// The record's short id or code, or L and the number of a look; the revision and the digits.
    public var description: String { "\(place)@\(revision)-\(hash)" }
}
