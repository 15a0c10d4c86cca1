import MusterEditions
import MusterHTML
import MusterValues

extension BlockWriter {
    /// Writes a refusal in the language of the page. What can be told in English alone is marked as English.
    ///
    /// - Parameters:
    ///   - english: the refusal in the library's words.
    ///   - names: the names, in the language of the page, of what the refusal calls by an English one.
    ///   - isWhole: false for what stands behind other words, which begins small.
    /// - Throws: what the writer throws.
    func refusal(_ english: String, naming names: [String: String] = [:], isWhole: Bool = true) throws {
        let begun = { (text: String) in isWhole ? text.prefix(1).uppercased() + text.dropFirst() : text }
        if language == .english { return try html.element(.span, [], begun(english)) }
        for (index, clause) in RussianRefusal(english, naming: names).clauses.enumerated() {
            if index > 0 { html.text("; ") }
            let text = index == 0 ? begun(clause.text) : clause.text
            try html.element(.span, clause.isEnglish ? [.lang("en")] : [], text)
        }
    }
}
