import Foundation
import Testing

/// What waits since a revision is judged by one command.
@Suite final class ReviewCommandTests {
    let muster: Command

    init() throws {
        muster = try Command(
            after: """
                muster init && muster add source Report --kind other && muster add unit BARS-Kursk --region RU-KRS --source S1
                """)
    }

    deinit { muster.remove() }

    @Test func `what waits since a revision is accepted or rejected in one, and a refusal judges nothing`() throws {
        let marked = try muster("edit", "U1", "standing=needs-work", "--note", "one source")
        let number = String(try #require(marked.errors.firstMatch(of: #/revision (\d+)/#), "\(marked.errors)").1)
        for (arguments, part) in [
            ([number, "disputed"], "what waits is accepted or rejected as a whole"),
            ([number, "rejected"], "give --note"), (["1", "accepted"], "nothing that it brought waits for an editor"),
            ([number, "perhaps"], "'perhaps' is not a verdict; use one of: accepted, rejected"),
            (["x", "accepted"], "give a revision's number, as 12"),
        ] {
            let refused = try muster("review", arguments[0], arguments[1])
            #expect(refused.code == 65 && refused.errors.contains(part), "\(arguments): \(refused.errors)")
        }
        let judged = try muster("review", number, "rejected", "--note", "a hoax")
        #expect(judged.code == 0 && judged.output.hasPrefix("U1\t"), "\(judged.errors)")
        let shown = try muster("show", "U1")
        #expect(shown.output.contains("a hoax"), "\(shown.output)")
        #expect(try muster("review", number, "accepted").code == 65)
    }
}
