import Foundation
import MusterValues
import Testing

@testable import MusterWeb

/// What a contributor recorded in one act is judged by one request.
struct ReviewAPITests {
    /// The records that wait since a revision.
    private static func waiting(_ server: TestServer, since revision: Int64) async throws -> [String] {
        try await server.get("/api/review?limit=1000").items
            .filter { $0["revision"] as? Int64 == revision }.compactMap { $0["id"] as? String }
    }

    @Test func `all that a revision brought is rejected in one, with the note, and what is refused judges nothing`()
        async throws
    {
        try await TestServer.run { server in
            let added = try await server.post(
                "/api/enrollments",
                #"{"official": "Ivan Sample", "post": {"title": "Minister of Roads", "region": "RU-KGD"}, "unit": "U1", "state": "joined", "date": "2025-05", "evidence": {"source": "S1"}}"#,
                as: .contributor)
            let brought = try #require(try added.json["revision"] as? Int64, "\(added.text)")
            let all = try await Self.waiting(server, since: brought)
            #expect(all.count > 5, "\(all)")
            for (rest, part) in [
                (#""standing": "rejected""#, "note"), (#""standing": "disputed", "note": "x""#, "'disputed'"),
                (#""note": "x""#, "standing"),
            ] {
                let refused = try await server.post("/api/reviews", "{\"revision\": \(brought), \(rest)}")
                #expect(refused.status == 400 && refused.text.contains(part), "\(refused.text)")
            }
            #expect(try await Self.waiting(server, since: brought) == all)
            let body = "{\"revision\": \(brought), \"standing\": \"rejected\", \"note\": \"no such man\"}"
            let judged = try await server.post("/api/reviews", body)
            #expect(judged.status == 200, "\(judged.text)")
            #expect(try judged.json["revision"] as? Int64 == brought + 1)
            let changes = try judged.json["changes"] as? [[String: Any]] ?? []
            #expect(Set(changes.compactMap { $0["id"] as? String }) == Set(all))
            #expect(try await Self.waiting(server, since: brought) == [])
            let again = try await server.post("/api/reviews", body)
            #expect(again.status == 400 && again.text.contains("nothing that it brought waits"), "\(again.text)")
        }
    }
}
