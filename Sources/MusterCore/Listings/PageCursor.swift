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
    /// The newest redaction when the page was read, if that is later than the revision; nil if none is.
    public let redaction: Int64?

    package init(place: RowPlace, revision: Int64, head: String?, redaction: Int64? = nil) {
        self.place = place
        self.revision = revision
        hash = Self.digits(of: head)
        self.redaction = redaction.flatMap { $0 > revision ? $0 : nil }
    }

    /// Reads a cursor from its text.
    ///
    /// - Throws: `MusterError.badValue` for any other text.
    public init(typed text: String) throws(MusterError) {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        let numbers = parts.count == 2 ? parts[1].split(separator: "-", omittingEmptySubsequences: false) : []
        let isDecimal = { (text: Substring) in text.allSatisfy { $0.isASCII && $0.isNumber } }
        guard [2, 3].contains(numbers.count), let place = RowPlace(String(parts[0])), let revision = Int64(numbers[0]),
            isDecimal(numbers[0]), numbers[1].utf8.count == 8,
            numbers[1].allSatisfy({ $0.isASCII && $0.isHexDigit }),
            numbers.count == 2 || isDecimal(numbers[2]) && Int64(numbers[2]) != nil
        else { throw Self.refused(text, "give what the page before named, such as E50@57-3fa9c1d2") }
        self.init(
            place: place, revision: revision, head: numbers[1].lowercased(),
            redaction: numbers.count == 3 ? Int64(numbers[2]) : nil)
    }

    /// The first digits of a head.
    static func digits(of head: String?) -> String { String((head ?? "00000000").prefix(8)) }

    /// The error for a cursor that breaks a rule.
    func refused(_ rule: String) -> MusterError { Self.refused(description, rule) }

    private static func refused(_ text: String, _ rule: String) -> MusterError {
        .badValue(field: "place to go on after", value: text, rule: rule)
    }

    /// The place, the revision, the digits and, if there is one, the redaction.
    public var description: String { "\(place)@\(revision)-\(hash)" + (redaction.map { "-\($0)" } ?? "") }
}
