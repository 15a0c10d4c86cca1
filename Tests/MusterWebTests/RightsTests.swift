import Foundation
import HTTPTypes
import MusterCore
import MusterValues
import Testing

@testable import MusterWeb

struct RightsTests {
    /// An address of an endpoint's route.
    private static func target(_ endpoint: Endpoint) -> String {
        endpoint.route.rawValue.replacing("{id}", with: "U1").replacing("{kind}", with: "national").replacing(
            "{format}", with: "csv"
        )
        .replacing("{number}", with: "1")
    }

    @Test func `no endpoint answers a role below its own`() async throws {
        try await TestServer.run { server in
            let before = try server.registry().newestRevision()
            for endpoint in Site.endpoints {
                guard let least = endpoint.role else { continue }
                for role in Role.allCases where role < least {
                    let reply = try await server.send(
                        endpoint.method.rawValue, Self.target(endpoint), as: role, body: "{}")
                    #expect(reply.status == 403, "\(endpoint.method) \(endpoint.route) as \(role)")
                }
                let reply = try await server.send(endpoint.method.rawValue, Self.target(endpoint), as: nil, body: "{}")
                #expect(reply.status == 401, "\(endpoint.method) \(endpoint.route)")
                #expect(reply.headers["www-authenticate"]?.hasPrefix("Bearer") == true)
            }
            #expect(try server.registry().newestRevision() == before)
        }
    }

    @Test func `everybody may read what is public, and nothing else`() async throws {
        try await TestServer.run {
            $0.isPublic = true
        } _: { server in
            let reply = try await server.get("/api/units", as: nil)
            #expect(reply.status == 200)
            #expect(try await server.post("/api/sources", #"{"kind": "other", "title": "x"}"#, as: nil).status == 401)
            #expect(try await server.get("/api/tokens", as: nil).status == 401)
        }
    }

    @Test(arguments: [
        "Bearer muster_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "Bearer ", "Bearer x", "Basic YTpi", "bearer",
        "Bearer muster_",
        "Bearer T1", "Bearer ' OR 1=1 --",
    ])
    func `a forged token opens nothing, not even what is public`(header: String) async throws {
        try await TestServer.run {
            $0.isPublic = true
        } _: { server in
            let reply = try await server.get("/api/units", as: nil, headers: ["Authorization": header])
            #expect(reply.status == 401)
            #expect(!reply.text.contains("muster_A"))
        }
    }

    @Test func `a revoked or expired token opens nothing, at once`() async throws {
        try await TestServer.run { server in
            let access = try AccessFile(beside: server.path)
            let made = try access.add(name: "Short", role: .reader, until: nil)
            func ask(_ secret: String) async throws -> Int {
                try await server.get("/api/units", as: nil, headers: ["Authorization": "Bearer \(secret)"]).status
            }
            #expect(try await ask(made.secret) == 200)
            _ = try access.revoke(made.token.id)
            #expect(try await ask(made.secret) == 401)
            let yesterday = Day(of: Date().addingTimeInterval(-86400 * 3))
            let past = AccessFileMaker.expired(beside: server.path, until: yesterday)
            #expect(try await ask(past) == 401)
        }
    }

    @Test func `tokens are made, listed and revoked by an admin, and the secret is told once`() async throws {
        try await TestServer.run { server in
            let made = try await server.post("/api/tokens", #"{"name": "Anna", "role": "contributor"}"#, as: .admin)
            #expect(made.status == 201)
            let secret = try #require(try made.text("secret"))
            let list = try await server.get("/api/tokens", as: .admin)
            #expect(!list.text.contains(secret))
            #expect(made.headers["cache-control"] == "no-store")
            let location = try #require(made.headers["location"])
            #expect(try await server.send("DELETE", location, as: .admin).status == 200)
            #expect(
                try await server.get("/api/units", as: nil, headers: ["Authorization": "Bearer \(secret)"]).status
                    == 401)
            let bytes = try Data(contentsOf: URL(fileURLWithPath: server.path + ".access"))
            #expect(bytes.range(of: Data(secret.utf8)) == nil)
        }
    }

    @Test func `an answer that was kept for one visitor is not given to another who may not read it`() async throws {
        try await TestServer.run { server in
            #expect(try await server.get("/api/units").status == 200)
            #expect(try await server.get("/api/units", as: nil).status == 401)
            let tag = try #require(try await server.get("/api/units").headers["etag"])
            #expect(try await server.get("/api/units", as: nil, headers: ["If-None-Match": tag]).status == 401)
            #expect(try await server.get("/api/units").headers["vary"] == "Authorization")
        }
    }
}
