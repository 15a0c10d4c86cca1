import MusterValues

/// The rules for a source's own fields.
enum SourceRules {
    static func language(_ text: String) throws(MusterError) -> String {
        let code = text.lowercased()
        guard (2...3).contains(code.utf8.count), code.allSatisfy({ $0.isASCII && $0.isLetter }) else {
            throw .badValue(
                field: "language", value: text,
                rule: "it is not an ISO 639 code; write two or three letters, as en or ru")
        }
        return code
    }

    static func sha256(_ text: String) throws(MusterError) -> String {
        let digest = text.lowercased()
        guard digest.utf8.count == 64, digest.allSatisfy({ $0.isASCII && $0.isHexDigit }) else {
            throw .badValue(field: "sha256", value: text, rule: "a SHA-256 is 64 hexadecimal digits")
        }
        return digest
    }
}
