/// An address that a page may link to: `http://` or `https://`. `javascript:` and `data:` are addresses too, and would run.
public struct WebAddress: Hashable, Sendable {
    /// The address, with everything percent-encoded that no address may hold.
    public let text: String

    /// - Parameter text: the address as it stands in the register; nil comes of any other than one of the web.
    public init?(_ text: String) {
        let isOfWeb = ["http://", "https://"].contains { text.lowercased().hasPrefix($0) }
        guard isOfWeb else { return nil }
        self.text = text.unicodeScalars.map(Self.encoded).joined()
    }

    private static func encoded(_ scalar: Unicode.Scalar) -> String {
        let isLegal =
            scalar.value > 0x20 && !(0x7F...0x9F).contains(scalar.value)
            && !"<>\"\\`^{|}".unicodeScalars.contains(scalar)
            && !scalar.properties.isWhitespace && scalar.properties.generalCategory != .format
        if isLegal { return String(scalar) }
        return String(scalar).utf8.map { "%" + ($0 < 16 ? "0" : "") + String($0, radix: 16, uppercase: true) }.joined()
    }
}
