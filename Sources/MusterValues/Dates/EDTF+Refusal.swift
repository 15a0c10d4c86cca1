extension EDTF {
    /// The reason a text is not a date that the registry can keep.
    public struct Refusal: Error, Hashable, Sendable {
        /// The text that was refused, unchanged and of any length.
        public let value: String
        /// One lower-case phrase: the value quoted, the rule, and after a semicolon what to write instead.
        ///
        /// It quotes at most 60 characters of the value, with control and invisible characters written as escapes.
        /// In an interval or set it quotes the date at fault.
        public let message: String

        package init(value: String, fault: Fault) {
            self.value = value
            message = fault.message
        }
    }
}

extension EDTF.Refusal: CustomStringConvertible {
    /// The message.
    public var description: String { message }
}
