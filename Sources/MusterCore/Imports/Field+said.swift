import MusterValues

extension Field {
    /// A typed value as a citation states it: the typed words where they are words of a source, otherwise the value as the register
    /// writes it.
    ///
    /// - Parameter text: the value as typed.
    /// - Returns: the words.
    /// - Throws: `MusterError` for a value that the field cannot hold.
    func said(typed text: String) throws(MusterError) -> String {
        switch type {
        case .name(let most), .text(let most): return try Text.clean(text, field: name.words, limit: most)
        case .list(let list): return try Self.said(text, of: list)
        case .date: return try StoredDate(typed: text).text
        case .number(let range): return String(try number(typed: text, in: range))
        case .term: return try Self.term(typed: text).description
        case .people: return try GroupSize(typed: text).words
        case .reference, .subject, .day, .eventValue, .language, .digest: return text
        }
    }

    private static func said<List: ClosedList>(_ text: String, of _: List.Type) throws(MusterError) -> String {
        let value = try List(typed: text)
        return List.synonym(typed: text) ?? value.words
    }
}
