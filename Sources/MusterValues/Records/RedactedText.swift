/// What a redaction leaves of a text: `[redacted]`, or `[redacted O1]` if the text told which record is meant.
package enum RedactedText {
    /// The beginning of both.
    package static let beginning = "[redacted"
    /// What is left of a text that tells no record.
    package static let plain = beginning + "]"

    /// What is left of a text that told a record.
    package static func naming(_ id: RecordID) -> String { "\(beginning) \(id)]" }

    /// True if a redaction left the text.
    package static func isLeft(_ text: String) -> Bool { text.hasPrefix(beginning) }
}
