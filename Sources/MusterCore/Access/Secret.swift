import Foundation

/// The secret of a token.
struct Secret {
    /// "muster_" and 32 random bytes in base64url (RFC 4648 §5), so that a search of leaked files finds it by its beginning.
    let text: String

    private static let prefix = "muster_"
    private static let byteCount = 32

    /// Makes a new one.
    init() {
        var random = SystemRandomNumberGenerator()
        let bytes = (0..<Self.byteCount).map { _ in UInt8.random(in: .min ... .max, using: &random) }
        let plain = Data(bytes).base64EncodedString()
        text = Self.prefix + plain.replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    }

    /// Takes what a bearer shows; nil for what can be no secret.
    init?(shown text: String) {
        // No other text is hashed, however long it is.
        guard text.utf8.count == 50, text.hasPrefix(Self.prefix) else { return nil }
        self.text = text
    }

    /// Its SHA-256. No salt: 256 random bits cannot be guessed from a list.
    var hash: Data { Data(HashChain.hash(Array(text.utf8))) }
}
