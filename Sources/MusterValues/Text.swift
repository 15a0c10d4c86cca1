import Foundation

/// Text as it enters the register.
package enum Text {
    /// The text in Unicode NFC, without white space at its ends.
    ///
    /// - Parameters:
    ///   - text: the text as it was given.
    ///   - field: the name of the field, for the refusal.
    ///   - limit: the most characters (Unicode scalars) it may have.
    /// - Returns: the clean text.
    /// - Throws: `MusterError.badValue` for text that is empty, too long, or has a control or invisible character.
    package static func clean(_ text: String, field: String, limit: Int) throws(MusterError) -> String {
        if text.utf8.count > limit * 16 {
            throw .badValue(
                field: field, value: String(text.prefix(60)), rule: "it has more than \(limit) characters; shorten it")
        }
        for scalar in text.unicodeScalars {
            if scalar.isInvisible {
                throw .badValue(
                    field: field, value: text,
                    rule: "it has the control or invisible character U+\(hex(scalar)); take it out")
            }
            if scalar.value == 0xFFFD {
                throw .badValue(field: field, value: text, rule: "it is not whole UTF-8 text; type it again")
            }
        }
        // A space pasted from a page is often U+00A0 or similar, so two titles that look the same would differ.
        let plain = String(text.map { $0.isWhitespace ? " " : $0 })
        let clean = plain.precomposedStringWithCanonicalMapping.trimmingCharacters(in: .whitespaces)
        if clean.isEmpty {
            throw .badValue(field: field, value: text, rule: "it is empty; give at least one character")
        }
        if clean.unicodeScalars.count > limit {
            throw .badValue(field: field, value: clean, rule: "it has more than \(limit) characters; shorten it")
        }
        return clean
    }

    /// `clean`, with nil left as it is.
    package static func clean(_ text: String?, field: String, limit: Int) throws(MusterError) -> String? {
        guard let text else { return nil }
        let clean: String = try Text.clean(text, field: field, limit: limit)
        return clean
    }

    /// The form in which names are compared exactly: Unicode NFKC and case folding, each run of white space as one
    /// space.
    ///
    /// Names that differ only in case or character width fold to the same text; names that differ in a letter do not.
    package static func folded(_ text: String) -> String {
        foldedQuickly(text) ?? foldedSlowly(text)
    }

    /// The same for a text of plain Latin and Russian letters, digits and signs; nil for any other. Unicode's tables are slow.
    private static func foldedQuickly(_ text: String) -> String? {
        var folded: [UInt8] = []
        folded.reserveCapacity(text.utf8.count)
        var isSpaced = false
        for scalar in text.unicodeScalars {
            var value = scalar.value
            switch value {
            case 0x20, 0x09...0x0D:
                isSpaced = true
                continue
            case 0x41...0x5A, 0x410...0x42F: value += 0x20
            case 0x401: value += 0x50
            case 0x21...0x7E, 0x430...0x44F, 0x451: break
            default: return nil
            }
            if isSpaced, !folded.isEmpty { folded.append(0x20) }
            isSpaced = false
            if value < 0x80 {
                folded.append(UInt8(value))
            } else {
                // All of these letters take two bytes.
                folded.append(UInt8(0xC0 | value >> 6))
                folded.append(UInt8(0x80 | value & 0x3F))
            }
        }
        return String(decoding: folded, as: UTF8.self)
    }

    private static func foldedSlowly(_ text: String) -> String {
        let plain = text.precomposedStringWithCompatibilityMapping.uppercased().lowercased()
            .precomposedStringWithCompatibilityMapping
        return plain.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// The ISO 15924 code of the text's script: `Latn` or `Cyrl` if all its letters are in that script, otherwise
    /// `Zyyy`.
    package static func script(of text: String) -> String {
        var scripts: Set<String> = []
        for scalar in text.unicodeScalars where scalar.properties.isAlphabetic {
            switch scalar.value {
            case 0x41...0x24F, 0x1E00...0x1EFF: scripts.insert("Latn")
            case 0x400...0x52F, 0x1C80...0x1C8F, 0x2DE0...0x2DFF, 0xA640...0xA69F: scripts.insert("Cyrl")
            default: scripts.insert("Zyyy")
            }
        }
        return scripts.count == 1 ? scripts.first! : "Zyyy"
    }

    /// Up to three of the choices nearest to the text by edit distance on folded text, nearest first. A beginning of at
    /// least three letters counts as one slip, and so do the other words of a choice of several.
    package static func nearest(to text: String, among choices: some Sequence<String>) -> [String] {
        let wanted = Array(folded(String(text.prefix(60))))
        let limit = max(2, wanted.count / 3)
        return
            choices
            .map { choice in
                let letters = Array(folded(choice))
                let isBeginning = wanted.count >= 3 && letters.starts(with: wanted)
                // "minster" is near "regional minister"; a short word is near too many.
                let words = letters.split(separator: " ").filter { $0.count >= 4 }
                let ofWords = wanted.count < 4 || words.count < 2 ? [] : words.map { distance(wanted, Array($0)) + 1 }
                let least = min(distance(wanted, letters), ofWords.min() ?? .max)
                return (choice: choice, distance: isBeginning ? 1 : least)
            }
            .filter { $0.distance <= limit }
            .sorted { ($0.distance, $0.choice) < ($1.distance, $1.choice) }
            .prefix(3).map(\.choice)
    }

    /// The edit distance of two texts in scalars; only the first 200 of each count.
    package static func distance(_ one: String, _ other: String) -> Int {
        distance(Array(one.unicodeScalars.prefix(200)), Array(other.unicodeScalars.prefix(200)))
    }

    /// The fewest letters to add, drop, change or swap with a neighbour (optimal string alignment).
    private static func distance<Letter: Equatable>(_ a: [Letter], _ b: [Letter]) -> Int {
        if a.isEmpty || b.isEmpty { return max(a.count, b.count) }
        var earlier = [Int](repeating: 0, count: b.count + 1)
        var last = Array(0...b.count)
        var row = last
        for i in 1...a.count {
            row[0] = i
            for j in 1...b.count {
                var cost = min(row[j - 1] + 1, last[j] + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1))
                if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] { cost = min(cost, earlier[j - 2] + 1) }
                row[j] = cost
            }
            (earlier, last, row) = (last, row, earlier)
        }
        return last[b.count]
    }

    private static func hex(_ scalar: Unicode.Scalar) -> String {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
}
