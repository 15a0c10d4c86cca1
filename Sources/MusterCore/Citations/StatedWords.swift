import MusterValues

/// What a citation states, and whether a clerk typed it as the source's words.
package struct StatedWords {
    let text: String
    let wording: Wording?

    /// Words that a clerk typed.
    package static func typed(_ text: String) -> StatedWords { StatedWords(text: text, wording: nil) }

    /// The registry's words for what the source says.
    package static func notQuoted(_ text: String) -> StatedWords { StatedWords(text: text, wording: .notQuoted) }
}
