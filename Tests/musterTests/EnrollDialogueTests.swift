import Foundation
import Testing

@testable import muster

/// On a terminal `muster enroll` alone asks step by step; in a pipe it never asks.
@Suite final class EnrollDialogueTests {
    let muster: Command

    init() throws {
        muster = try Command(
            after: """
                muster init
                muster add source Dispatch --kind regional-media
                muster add unit BARS-Kursk --region RU-KRS --source S1
                muster enroll "Anna Example" --post Minister --post-region RU-KRS --unit BARS-Kursk --source S1
                """)
    }

    deinit { muster.remove() }

    /// What a person sees who types these lines at a terminal; the input ends after them.
    private func typing(_ lines: [String]) throws -> String {
        let typed = lines.map { $0 + "\\n" }.joined()
        let line = "printf '\(typed)' | timeout 20 script -qec 'muster enroll' /dev/null"
        return try muster.shell(line).output.replacing("\r\n", with: "\n")
    }

    @Test func `each step offers what is on the register, and the whole is tried before it is recorded`() throws {
        let seen = try typing([
            "1", "paragraph 2", "Борис Пример", "Governor", "RU-KGD", "BARS-Kursk", "serving", "2025-13", "2025-05", "",
            "y",
        ])
        #expect(seen.contains("1  S1 Dispatch"))
        #expect(seen.contains("'2025-13' is not a date; months run from 01 to 12"))
        #expect(
            seen.contains(
                "In one line: muster enroll --source S1 --locator 'paragraph 2' 'Борис Пример' --post Governor --post-region RU-KGD "
                    + "--unit BARS-Kursk --state serving --on 2025-05"))
        #expect(seen.contains("nothing was changed: this is what would be done"))
        #expect(try muster("enrollments").output.contains("Борис Пример"))
    }

    @Test func `a person who stops, or does not want it, has recorded nothing`() throws {
        let before = try muster("log").output
        let likeOther = try typing(["1", "", "Example", "n"])
        #expect(likeOther.contains("O1 Anna Example (Minister, RU-KRS)") && likeOther.contains("nothing is recorded"))
        let whole = ["1", "", "", "deputies of the duma", "5", "many", "", "BARS-Kursk", "", "", ""]
        #expect(try typing(whole + ["n"]).contains("nothing is recorded"))
        #expect(try muster("log").output == before)
        _ = try typing(whole + ["y"])
        #expect(try muster("enrollments").output.contains("deputies of the duma"))
    }

    @Test func `in a pipe nothing is asked`() throws {
        let result = try muster.shell("muster enroll < /dev/null")
        #expect(result.code == 64 && result.errors.contains("--unit") && result.output.isEmpty)
        #expect(result.errors.contains("Usage: muster enroll"))
    }
}
