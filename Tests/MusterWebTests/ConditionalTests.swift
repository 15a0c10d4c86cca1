import Foundation
import MusterCore
import MusterValues
import Testing

@testable import MusterWeb

struct ConditionalTests {
    @Test func `an answer that is at hand is not sent again until the registry changes`() async throws {
        try await TestServer.run { server in
            let first = try await server.get("/api/units")
            let tag = try #require(first.headers["etag"])
            let newest = try server.registry().newestRevision()
            #expect(tag.hasPrefix("\"\(newest)-"))
            let same = try await server.get("/api/units", headers: ["If-None-Match": "W/\"x\", \(tag)"])
            #expect(same.status == 304)
            #expect(same.text == "")
            _ = try server.registry().add(NewSource(kind: .other, title: "News"), by: TestServer.clerk)
            let later = try await server.get("/api/units", headers: ["If-None-Match": tag])
            #expect(later.status == 200)
            #expect(later.headers["etag"] != tag)
        }
    }

    @Test func `a kept answer is that of the same question, and of the same registry`() async throws {
        try await TestServer.run { server in
            let one = try await server.get("/api/units?region=RU-KGD")
            let other = try await server.get("/api/units?region=RU-KRS")
            #expect(try one.ids == ["U1"])
            #expect(try other.ids == ["U2"])
            #expect(try await server.get("/api/units?region=RU-KGD").text == one.text)
            _ = try server.registry().edit(
                Edit(record: "U1", values: ["role": "reserve"], inferred: "a test"), by: TestServer.clerk)
            #expect(try await server.get("/api/units?region=RU-KGD").text != one.text)
        }
    }

    @Test func `HEAD tells what GET would send, without sending it`() async throws {
        try await TestServer.run { server in
            let get = try await server.get("/api/units")
            let head = try await server.send("HEAD", "/api/units")
            #expect(head.status == 200)
            #expect(head.text == "")
            for name in ["content-length", "content-type", "etag", "muster-revision"] {
                #expect(head.headers[name] == get.headers[name], "\(name)")
            }
        }
    }

    @Test func `a registry that was replaced is not answered from`() async throws {
        try await TestServer.run { server in
            #expect(try await server.get("/api/units").status == 200)
            let other = server.path + ".other"
            try TestServer.dispatch.get().write(to: URL(fileURLWithPath: other))
            #expect(rename(other, server.path) == 0)
            let reply = try await server.get("/api/units")
            #expect(reply.status == 503)
            #expect(try reply.text("detail")?.contains("replaced") == true)
            #expect(!reply.text.contains(server.path))
        }
    }
}
