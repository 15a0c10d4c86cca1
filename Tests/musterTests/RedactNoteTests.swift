import Testing

@testable import muster

/// What `muster redact` says besides what it redacted.
@Suite final class RedactNoteTests {
    let muster: Command

    init() throws {
        muster = try Command(
            after: """
                muster init
                muster add source Dispatch --kind regional-media
                muster add unit BARS-Kursk --region RU-KRS --source S1
                muster enroll "Anna Example" --post Minister --post-region RU-KRS --unit BARS-Kursk --source S1 --reason "as Anna Example said"
                """)
    }

    deinit { muster.remove() }

    @Test func `one reason that went too is one`() throws {
        let result = try muster.shell("muster redact O1 --reason court")
        #expect(result.code == 0)
        #expect(result.errors.contains("redacted too: the reason of revision 4\n"))
    }
}
