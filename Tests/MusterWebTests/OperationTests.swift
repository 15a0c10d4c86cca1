import Foundation
import MusterCore
import MusterValues
import Testing

@testable import MusterWeb

struct OperationTests {
    @Test func `a server is ready once its history is proven, and not if it does not fit`() async throws {
        try await TestServer.run { server in
            var reply = try await server.get("/readyz", as: nil)
            for _ in 0..<200 where reply.status == 503 {
                try await Task.sleep(for: .milliseconds(50))
                reply = try await server.get("/readyz", as: nil)
            }
            #expect(reply.status == 200)
            let newest = try server.registry().newestRevision()
            #expect(try reply.json["proven"] as? Int64 == newest)
            try await TestServer.onThread {
                let shell = Process()
                shell.executableURL = URL(fileURLWithPath: "/usr/bin/env")
                shell.arguments = [
                    "python3", "-c",
                    """
                    import sqlite3, sys
                    c = sqlite3.connect(sys.argv[1])
                    for name, in c.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger' AND sql LIKE '%revision%'").fetchall():
                        c.execute(f'DROP TRIGGER "{name}"')
                    c.execute("UPDATE revision SET author = 'somebody else' WHERE id = 2")
                    c.commit()
                    """, server.path,
                ]
                try shell.run()
                shell.waitUntilExit()
                #expect(shell.terminationStatus == 0)
            }
            server.site.health.prove(server.site.served.registry)
            let altered = try await server.get("/readyz", as: nil)
            #expect(altered.status == 503)
            #expect(try altered.text("type") == "urn:muster:problem:altered")
            #expect(try await server.get("/healthz", as: nil).status == 200)
        }
    }

    @Test func `no more files wait to be sent than there is room for`() throws {
        let spools = Spools(most: 2)
        func make() throws -> SpooledFile { try SpooledFile.inPieces(in: spools) { try $0("text") } }
        var files = [try make(), try make()]
        let problem = #expect(throws: Problem.self) { try make() }
        #expect(problem?.status == 503)
        files.removeLast()
        #expect(throws: MusterError.self) { try SpooledFile(in: spools) { _ in throw MusterError.cannotPrint } }
        files.append(try make())
        #expect(files.map(\.count) == [4, 4])
    }

    @Test func `requests are counted by address and status, without a name`() async throws {
        try await TestServer.run { server in
            _ = try await server.get("/api/records/Dmitry%20Novikov")
            _ = try await server.get("/api/units?region=RU-XXX")
            let text = try await server.get("/metrics").text
            #expect(
                text.contains(
                    "muster_request_seconds_count{method=\"GET\",route=\"/api/records/{id}\",status=\"200\"} 1"))
            #expect(text.contains("route=\"/api/units\",status=\"404\"} 1"))
            #expect(!text.contains("Novikov") && !text.contains("XXX"))
            #expect(text.hasPrefix("# TYPE muster_revision gauge\nmuster_revision "))
            #expect(try await server.get("/metrics", as: nil).status == 401)
        }
    }

    @Test func `a server that only reads refuses every write`() async throws {
        try await TestServer.run {
            $0.isReadOnly = true
        } _: { server in
            let reply = try await server.post("/api/sources", #"{"kind": "other", "title": "x"}"#)
            #expect(reply.status == 403)
            #expect(try reply.text("type") == "urn:muster:problem:read-only")
            #expect(try await server.get("/api/units").status == 200)
        }
    }

    @Test func `a registry that another program holds is a problem that says to try again`() async throws {
        try await TestServer.run { server in
            let lock = server.path + "-lock"
            let holder = Process()
            holder.executableURL = URL(fileURLWithPath: "/usr/bin/env")
            holder.arguments = [
                "python3", "-c",
                "import sqlite3,sys,time; c=sqlite3.connect(sys.argv[1], isolation_level=None); c.execute('BEGIN IMMEDIATE'); open(sys.argv[2],'w').close(); time.sleep(3)",
                server.path, lock,
            ]
            try holder.run()
            while !FileManager.default.fileExists(atPath: lock) { try await Task.sleep(for: .milliseconds(20)) }
            #expect(try await server.get("/api/units").status == 200)
            let reply = try await server.post("/api/sources", #"{"kind": "other", "title": "Waits"}"#)
            #expect(reply.status == 201)
            try await TestServer.onThread { holder.waitUntilExit() }
        }
    }
}
