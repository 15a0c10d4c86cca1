import Foundation
import MusterCore
import MusterValues

/// Tokens of an earlier time.
enum AccessFileMaker {
    /// The secret of a token that was good until a day in the past.
    static func expired(beside path: String, until day: Day) -> String {
        let then = Date().addingTimeInterval(-86400 * 10)
        return try! AccessFile(beside: path, now: { then }).add(name: "Old", role: .admin, until: day).secret
    }
}
