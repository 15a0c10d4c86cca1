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
