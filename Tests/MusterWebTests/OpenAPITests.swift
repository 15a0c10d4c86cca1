import Foundation
import HTTPTypes
import MusterCore
import MusterValues
import Testing

@testable import MusterWeb

struct OpenAPITests {
    @Test func `the shape of a body is that of the type it is read as`() {
        let members = Shape.of(NewEnrollment.self).members
        #expect(members.filter(\.isRequired).map(\.name) == ["unit", "evidence"])
        #expect(members.first { $0.name == "state" }?.shape == .words(EnrollmentState.allCases.map(\.rawValue)))
        #expect(
            members.first { $0.name == "evidence" }?.shape.members.map(\.name) == [
                "source", "locator", "stated", "quote", "speaker", "speech",
            ])
        #expect(
            Shape.of(NewUnit.self).members.first { $0.name == "strength" }?.shape.members.map(\.name) == [
                "least", "most",
            ])
    }

    @Test func `every answer has the shape that the description tells, and no member besides`() async throws {
        try await TestServer.run { server in
            let leave = NewEvent(
                record: "P1", state: "on leave", date: try EDTF("2025-06"), evidence: [Evidence(source: "S1")])
            _ = try server.registry().add(leave, by: TestServer.clerk)
            _ = try server.registry().cite(
                NewCitation(
                    record: "U1", field: "region", evidence: Evidence(source: "S1", stated: "Pskov"), stance: .disputes),
                by: TestServer.clerk)
            let asked: [(Route, String)] = [
                (.regions, ""), (.units, ""), (.units, "?on=2025-07-01"), (.officials, ""), (.enrollments, ""),
                (.enrollments, "?on=2025-07-01"), (.sources, ""), (.programmes, ""), (.events, ""), (.looks, ""),
                (.disputes, ""), (.due, "?on=2030-01-01"), (.review, ""), (.duplicates, ""), (.search, "?q=BARS"),
            ]
            for (route, query) in asked { try await check(server, route, route.rawValue + query) }
            for id in ["RU-KGD", "G1", "U1", "O1", "P1", "E1", "E2", "V1", "S1"] {
                try await check(server, .record, "/api/records/\(id)?on=2025-07-01")
            }
            let others: [(Route, String)] = [
                (.log, "/api/log"), (.log, "/api/log?record=U1"), (.revision, "/api/revisions/3"),
                (.diff, "/api/diff?from=3"), (.changes, "/api/changes?since=1&wait=0"), (.imports, "/api/imports"),
                (.tokens, "/api/tokens"),
            ]
            for (route, address) in others { try await check(server, route, address) }
            for id in ["RU-KGD", "U1", "O1"] { try await check(server, .timeline, "/api/timeline/\(id)") }
        }
    }

    private func check(_ server: TestServer, _ route: Route, _ address: String) async throws {
        let endpoint = try #require(Site.endpoints.first { $0.route == route && $0.method == .get })
        let shape = try #require(endpoint.answer)
        let reply = try await server.get(address, as: .admin)
        #expect(reply.status == 200, "\(address)")
        let value = try JSONDecoder().decode(JSONValue.self, from: Data(reply.text.utf8))
        #expect(throws: Never.self, "\(address)") { try shape.check(value) }
    }

    @Test func `every endpoint is described, with its parameters, its body and its problems`() throws {
        let document = try #require(try JSONSerialization.jsonObject(with: Data(OpenAPI.text.utf8)) as? [String: Any])
        let paths = try #require(document["paths"] as? [String: [String: [String: Any]]])
        for endpoint in Site.endpoints {
            let operation = try #require(paths[endpoint.route.rawValue]?[endpoint.method.rawValue.lowercased()])
            let names = (operation["parameters"] as? [[String: Any]] ?? []).compactMap { $0["name"] as? String }
            #expect(Set(names).isSuperset(of: endpoint.parameterNames + endpoint.route.names))
            #expect((operation["requestBody"] != nil) == (endpoint.body != nil || !endpoint.bodyTypes.isEmpty))
            #expect((operation["responses"] as? [String: Any])?["400"] != nil)
        }
        #expect(Set(paths.keys) == Set(Site.endpoints.map(\.route.rawValue)))
    }

    @Test func `what is told of next names no parameter that the address does not take`() {
        for endpoint in Site.endpoints {
            let help = endpoint.answer?.members.first { $0.name == "next" }?.help ?? ""
            for named in help.matches(of: #/the parameter (\w+)/#) {
                #expect(endpoint.parameterNames.contains(String(named.1)), "\(endpoint.route): \(help)")
            }
        }
    }

    @Test func `a text is escaped as JSON has it, and read again as it was`() throws {
        let text = "a\tb\r\n\"\\/\u{1}\u{7F}é"
        let value = JSONValue.object([text: .list([.string(text)])])
        #expect(try JSONDecoder().decode(JSONValue.self, from: Data(value.json.utf8)) == value)
    }

    @Test func `every address is that of one endpoint at least, and is found by its path`() {
        for route in Route.allCases {
            #expect(Site.byRoute[route] != nil, "\(route)")
            #expect(Route.match(route.path(route.names.map { $0 == "language" ? "en" : "a b/c" }))?.route == route)
        }
        #expect(Route.match("/api/records/a%2Fb")?.values == ["id": "a/b"])
        #expect(Route.match("api/units") == nil)
        #expect(Route.match("/api/units/") == nil)
    }

    @Test func `no problem names a file, a command or SQL`() {
        let path = "/srv/secret/muster.db"
        let errors: [MusterError] = [
            .noRegistry(path: path), .notARegistry(path: path), .newerSchema(path: path), .olderSchema(path: path),
            .cannotOpen(path: path), .readOnly(path: path), .mayNotRead(path: path), .replaced(path: path),
            .full(path: path),
            .busy(path: path), .damaged(path: path), .oldTextLeft(path: path), .failed(path: path, code: 10),
            .alreadyThere(path: path, fix: .replaceFile), .rulesChanged("CREATE TABLE unit"),
            .missing(what: "the source", fix: .give(.source)), .refused(rule: "no", fix: .giveSecondSource),
        ]
        for error in errors {
            let problem = Problem(error)
            #expect(!problem.detail.contains("/srv") && !problem.detail.contains("CREATE"), "\(problem.detail)")
            #expect(problem.remedy?.contains("--") != true && problem.remedy?.contains("'muster") != true)
        }
        #expect(Problem(CocoaError(.fileNoSuchFile, userInfo: ["path": path])).status == 500)
    }
}
