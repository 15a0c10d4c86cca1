import GRDB
import MusterValues

extension DatabaseFunction {
    /// The functions that widen a date by its marks of doubt; NULL for a side that is open, or for what is no date.
    static let ofDoubt = [
        DatabaseFunction("first_in_doubt", argumentCount: 1, pure: true) { try day($0[0], \.firstInDoubt) },
        DatabaseFunction("last_in_doubt", argumentCount: 1, pure: true) { try day($0[0], \.lastInDoubt) },
    ]

    private static func day(_ date: DatabaseValue, _ side: (EDTF) -> Day?) throws -> String? {
        guard let text = String.fromDatabaseValue(date), let date = try? EDTF(text) else { return nil }
        return try? side(date)?.stored()
    }
}
