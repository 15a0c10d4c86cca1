import MusterValues

/// A field with a value, as a person types them: "region=RU-KGD".
struct TypedChange {
    let field: String
    let value: String

    /// Reads fields with values; each field may stand once.
    ///
    /// - Throws: `MusterError.usage` for anything else.
    static func all(_ texts: [String]) throws(MusterError) -> [TypedChange] {
        var changes: [TypedChange] = []
        for text in texts {
            let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            guard parts.count == 2, !parts[0].isEmpty else {
                throw .usage("'\(text.prefix(60))' is no change; write field=value, as region=RU-KGD")
            }
            let field = String(parts[0].lowercased().map { $0 == "-" || $0 == " " ? "_" : $0 })
            if changes.contains(where: { $0.field == field }) {
                throw .usage("'\(field)' is given twice; give one value for each field")
            }
            changes.append(TypedChange(field: field, value: parts[1]))
        }
        return changes
    }
}
