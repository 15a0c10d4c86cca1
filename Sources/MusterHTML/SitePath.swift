/// An address of the site itself: a path, with or without a query.
public struct SitePath: Hashable, Sendable {
    /// The address, percent-encoded.
    public let text: String

    /// Takes an address that begins with one slash and stays on the site; nil for any other text, such as `//elsewhere`.
    public init?(_ text: String) {
        let isPlain = text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\\") }
        guard text.hasPrefix("/"), !text.hasPrefix("//"), isPlain else { return nil }
        self.text = text
    }
}
