import MusterValues

extension Int64 {
    /// Reads the number of a revision.
    ///
    /// - Parameter typed: the number as a person types it.
    /// - Throws: `MusterError.badValue` for anything else.
    init(revision typed: String) throws(MusterError) {
        guard let number = Int64(typed) else {
            throw .badValue(
                field: "revision", value: typed, rule: "give a revision's number, as 12; 'muster log' lists them")
        }
        self = number
    }
}
