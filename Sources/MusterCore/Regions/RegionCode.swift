import MusterValues

/// Makes the codes of new regions and districts.
enum RegionCode {
    /// The code of a region as typed, or of a district as `parent/name`.
    ///
    /// - Throws: `MusterError` for a code of another form, a district inside a district, or a name without Latin letters.
    static func of(_ new: NewRegion, in parent: String?) throws(MusterError) -> String {
        guard let parent else {
            let code = (new.code ?? "").uppercased()
            let parts = code.split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
            let isLetterOrDigit = { (c: Character) in c.isASCII && (c.isLetter || c.isNumber) }
            guard parts.count == 2, parts[0].count == 2, parts[0].allSatisfy({ $0.isASCII && $0.isLetter }),
                (1...3).contains(parts[1].count), parts[1].allSatisfy(isLetterOrDigit)
            else {
                throw .badValue(
                    field: "region code", value: new.code ?? "",
                    rule: "ISO 3166-2 writes two letters, '-' and one to three letters or digits, as RU-KGD",
                    fix: .give(.parent))
            }
            return code
        }
        if parent.contains("/") {
            throw .refused(
                rule: "a district is in a region, not in another district; \(quoted(parent)) is a district")
        }
        let word = new.code.map { $0.hasPrefix(parent + "/") ? String($0.dropFirst(parent.count + 1)) : $0 } ?? new.name
        let slug = slug(word)
        guard !slug.isEmpty else {
            throw .missing(
                what: "the code of district \(quoted(new.name))",
                fix: .giveAs(.code, example: "\(parent)/example"))
        }
        return "\(parent)/\(slug)"
    }

    /// The Latin letters and digits of a text in lower case, with hyphens between the words; a last word "district" is
    /// dropped.
    private static func slug(_ text: String) -> String {
        let words = text.lowercased().split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
        let kept = words.count > 1 && words.last == "district" ? words.dropLast() : words[...]
        return String(kept.joined(separator: "-").prefix(60))
    }
}
