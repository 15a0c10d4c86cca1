import MusterValues

/// The rules for a source's own fields.
enum SourceRules {
    /// Refuses an address that no reader could open.
    ///
    /// - Throws: `MusterError.badValue` for a text that does not begin with a scheme that a source is found by.
    static func check(address: String) throws(MusterError) {
        let schemes = ["http://", "https://", "tg://"]
        if let scheme = schemes.first(where: { address.lowercased().hasPrefix($0) }), address.count > scheme.count,
            address.dropFirst(scheme.count).first != "/", !address.contains("\n")
        {
            return
        }
        // Only what looks like a host with its path gets the advice to write https before it.
        let isBare = address.wholeMatch(of: #/[\w-]+(?:\.[\w-]+)+(?:[/?#]\S*)?/#) != nil
        let advice = isBare ? "write it as https://\(address)" : "give one, or leave it out"
        throw .badValue(
            field: "address", value: address,
            rule: "an address begins with http://, https:// or tg://; \(advice)")
    }

    /// Refuses a copy that was kept before its source was published, or after today.
    ///
    /// - Parameters:
    ///   - captured: the day on which it was kept; nil if none was.
    ///   - published: the date of publication, whose marks of doubt widen it; nil if none is known.
    ///   - today: today by the registry's clock.
    /// - Throws: `MusterError.badValue` with the other date.
    static func check(captured: String?, published: String?, today: String) throws {
        guard let captured else { return }
        if captured > today {
            throw MusterError.badValue(field: "captured", value: captured, rule: "it lies ahead; today is \(today)")
        }
        let first = try published.flatMap { try? EDTF($0) }?.firstInDoubt?.stored()
        if let first, captured < first {
            throw MusterError.badValue(
                field: "captured", value: captured,
                rule: "a copy is not kept before its source is published, and this one was on \(first) or later")
        }
    }

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
