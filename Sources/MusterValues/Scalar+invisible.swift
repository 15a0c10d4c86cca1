extension Unicode.Scalar {
    /// True if a screen shows nothing for it, or if it controls the screen: control and format characters, line and
    /// paragraph separators, surrogates, and private or unassigned code points.
    package var isInvisible: Bool {
        switch properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate, .unassigned: true
        default: false
        }
    }

    /// The scalar as a message shows it if it is invisible: `\\u{1b}`.
    package var escaped: String { "\\u{\(String(value, radix: 16))}" }
}
