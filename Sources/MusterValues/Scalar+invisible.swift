extension Unicode.Scalar {
    /// Whether a screen shows nothing for it, or is steered by it: control and format characters, line and paragraph
    /// separators, and what Unicode has given no character.
    package var isInvisible: Bool {
        switch properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate, .unassigned: true
        default: false
        }
    }

    /// The scalar as a message shows it if it is invisible: `\\u{1b}`.
    package var escaped: String { "\\u{\(String(value, radix: 16))}" }
}
