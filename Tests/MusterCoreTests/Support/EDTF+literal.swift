public import MusterValues

/// Lets a test write a date as a literal.
extension EDTF: ExpressibleByStringInterpolation {
    /// Reads a literal; if it is not a date, the test run ends.
    public init(stringLiteral text: String) {
        do { self = try EDTF(text) } catch { preconditionFailure(error.message) }
    }
}
