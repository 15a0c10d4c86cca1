import Crypto

/// The digest of a text.
enum TextDigest {
    /// The SHA-256 (FIPS 180-4) of the text in UTF-8, in small hexadecimal digits.
    static func sha256(of text: String) -> String { HashChain.hex(SHA256.hash(data: Array(text.utf8))) }
}
