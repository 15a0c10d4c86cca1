import Foundation
import MusterValues
import Testing

@testable import MusterWeb

/// What a write is told of its changes.
struct WriteAnswerTests {
    /// What belongs to the first change of a kind.
    private static func about(_ change: String, in reply: Reply) throws -> [String]? {
        let changes = try reply.json["changes"] as? [[String: Any]]
        return changes?.first { $0["change"] as? String == change }?["about"] as? [String]
    }

    @Test func `a text that is 'nil' is told, and nothing is told of a text that is not there`() async throws {
        try await TestServer.run { server in
            let source = try await server.post("/api/sources", #"{"kind": "other", "title": "nil"}"#)
            #expect(try Self.about("added", in: source) == ["nil"], "\(source.text)")
            let citation = try await server.post(
                "/api/citations",
                #"{"record": "P1", "field": "title", "stance": "disputes", "evidence": {"source": "S1", "stated": "nil"}}"#
            )
            #expect(try Self.about("cited", in: citation) == ["title", "P1", "nil"], "\(citation.text)")
            let edit = try await server.send(
                "PATCH", "/api/records/U1", as: .editor,
                body: #"{"values": {"role": "reserve"}, "evidence": {"source": "S1"}}"#)
            #expect(try Self.about("cited", in: edit) == ["role", "U1"], "\(edit.text)")
        }
    }
}
