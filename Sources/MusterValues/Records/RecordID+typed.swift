import Foundation

extension RecordID {
    /// Reads a short id as a person types or pastes it: `#U1`, `[U1]`, `u1` with a line's end, or `О1` in Cyrillic letters
    /// that look like Latin ones.
    ///
    /// Nil for any other text.
    ///
    /// - Parameter text: the text as typed.
    package init?(typedShortID text: String) {
        // Every name that is written is held against this, and few have a digit.
        guard text.contains(where: \.isNumber), let plain = Self.plain(text) else {
            return nil
        }
        self.init(shortID: Self.latin(plain, u: "U"))
    }

    /// The codes that a text can mean as a person types or pastes it, the likeliest first: at most two, because У looks like Y
    /// and sounds like U.
    ///
    /// - Parameter text: the text as typed, such as `RU-КRS` with a Cyrillic К.
    /// - Returns: the codes in their own letter case; none for a text that has not the form of a code.
    package static func regionCodes(typed text: String) -> [String] {
        guard let plain = plain(text) else { return [] }
        var codes: [String] = []
        for u in ["Y", "U"] as [Character] {
            // The country's part never has a Y: RU, UA.
            let parts = plain.split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
            let country = latin(String(parts[0]), u: "U")
            let code = ([country] + parts.dropFirst().map { latin(String($0), u: u) }).joined(separator: "-")
            if let code = RecordID(code)?.code, !codes.contains(code) { codes.append(code) }
        }
        return codes
    }

    /// True if a region's code is another's, or that of a district in it: RU-ALT is not in RU-AL.
    package static func isRegion(_ code: String, in whole: String) -> Bool {
        code == whole || code.hasPrefix("\(whole)/")
    }

    /// No id, and no code with the signs round it, has more bytes.
    private static let maxLength = 200

    /// The text without the signs round it, in usual widths and with usual hyphens; nil if it is too long.
    private static func plain(_ text: String) -> String? {
        guard text.utf8.count <= maxLength else { return nil }
        let isSign = { (letter: Unicode.Scalar) in
            !letter.properties.isAlphabetic && letter.properties.numericType == nil
        }
        let inner = text.unicodeScalars.drop(while: isSign).reversed().drop(while: isSign).reversed()
        let plain = String(String.UnicodeScalarView(inner)).precomposedStringWithCompatibilityMapping
        return String(plain.map { $0.unicodeScalars.first?.properties.generalCategory == .dashPunctuation ? "-" : $0 })
    }

    private static func latin(_ text: String, u: Character) -> String {
        String(text.uppercased().map { $0 == "У" ? u : latinLetters[$0] ?? $0 })
    }

    /// Capital Cyrillic and Greek letters by the Latin ones that they look like, or that a keyboard has in their place: no id
    /// begins with B, so В is V.
    private static let latinLetters: [Character: Character] = Dictionary(
        uniqueKeysWithValues: zip("АВСЕНІЈКМОРЅТХԌΑΒΕΗΙΚΜΝΟΡΤΥΧΖ", "AVCEHIJKMOPSTXGABEHIKMNOPTYXZ"))
}
