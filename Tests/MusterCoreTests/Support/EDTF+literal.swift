public import MusterValues

/// A test writes a date as a literal.
extension EDTF: ExpressibleByStringInterpolation {
    /// Reads a literal; one that is no date ends the run.
    public init(stringLiteral text: String) {
        do { self = try EDTF(text) } catch { preconditionFailure(error.message) }
    }
}
