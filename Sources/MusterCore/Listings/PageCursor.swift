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
    /// What the listing was narrowed by, as eight hexadecimal digits; nil if it was by nothing.
    public let filter: String?

    package init(
        place: RowPlace, revision: Int64, head: String?, redaction: Int64? = nil, filter: String? = nil
    ) {
        self.place = place
        self.revision = revision
        hash = Self.digits(of: head)
        self.redaction = redaction.flatMap { $0 > revision ? $0 : nil }
        self.filter = filter
    }

    /// Reads a cursor from its text.
    ///
    /// - Throws: `MusterError.badValue` for any other text.
    public init(typed text: String) throws(MusterError) {
        let halves = text.split(separator: "~", omittingEmptySubsequences: false)
        let parts = halves[0].split(separator: "@", omittingEmptySubsequences: false)
        let numbers = parts.count == 2 ? parts[1].split(separator: "-", omittingEmptySubsequences: false) : []
        let isDecimal = { (text: Substring) in text.allSatisfy { $0.isASCII && $0.isNumber } }
        let isDigits = { (text: Substring) in text.utf8.count == 8 && text.allSatisfy { $0.isASCII && $0.isHexDigit } }
        guard [2, 3].contains(numbers.count), let place = RowPlace(String(parts[0])), let revision = Int64(numbers[0]),
            isDecimal(numbers[0]), isDigits(numbers[1]), halves.count == 1 || halves.count == 2 && isDigits(halves[1]),
            numbers.count == 2 || isDecimal(numbers[2]) && Int64(numbers[2]) != nil
        else { throw Self.refused(text, "give what the page before named, such as E50@57-3fa9c1d2") }
        self.init(
            place: place, revision: revision, head: numbers[1].lowercased(),
            redaction: numbers.count == 3 ? Int64(numbers[2]) : nil,
            filter: halves.count == 2 ? halves[1].lowercased() : nil)
    }

    /// Refuses a cursor of a page that was narrowed by something else.
    ///
    /// - Parameter digits: those of what the listing is narrowed by now.
    /// - Throws: `MusterError.badValue` for other digits.
    func check(filter digits: String?) throws(MusterError) {
        if filter == digits { return }
        throw refused("the page before was narrowed by other filters; give the same ones, or begin with the first page")
    }

    /// The first digits of a head.
    static func digits(of head: String?) -> String { String((head ?? "00000000").prefix(8)) }

    /// The error for a cursor that breaks a rule.
    func refused(_ rule: String) -> MusterError { Self.refused(description, rule) }

    private static func refused(_ text: String, _ rule: String) -> MusterError {
        .badValue(field: "place to go on after", value: text, rule: rule)
    }

    /// The place, the revision, the digits and, if there are any, the redaction and the digits of the filter.
    public var description: String {
        "\(place)@\(revision)-\(hash)" + (redaction.map { "-\($0)" } ?? "") + (filter.map { "~\($0)" } ?? "")
    }
}

extension PageCursor {
    /// The digits of what a listing is narrowed by: the first eight hexadecimal ones of the SHA-256 of a text that says it.
    package static func digits(ofFilter text: String) -> String { String(TextDigest.sha256(of: text).prefix(8)) }
}

extension Filter {
    /// The digits of what the listing is narrowed by, for a cursor; nil if it is by nothing. Two texts for one record differ.
    var digits: String? {
        var all = self
        (all.limit, all.sort) = (nil, nil)
        return all == Filter() ? nil : PageCursor.digits(ofFilter: String(reflecting: all))
    }
}
