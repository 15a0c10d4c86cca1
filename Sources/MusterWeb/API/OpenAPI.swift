import HTTPTypes
import MusterCore
import MusterEditions
import MusterValues

/// The description of the API (OpenAPI 3.1), made from the endpoints.
enum OpenAPI {
    /// The whole document as JSON.
    static let text = document.json + "\n"

    private static let document: JSONValue = .object([
        "openapi": .string("3.1.0"),
        "info": .object([
            "title": .string("muster"), "version": .string("1"),
            "description": .string(
                "The registry of regional defence units. Every answer names in Muster-Revision and Muster-Head the revision it "
                    + "rests on; the ETag is made from it. A server that follows another tells in Muster-Following how far it is behind. "
                    + "Names stand for records wherever a short id or a code does."),
        ]),
        "paths": .object(
            Dictionary(
                uniqueKeysWithValues: Set(Site.endpoints.map(\.route)).map { ($0.rawValue, path($0)) })),
        "components": .object([
            "schemas": .object(["Problem": Problem.shape.schema]),
            "securitySchemes": .object([
                "token": .object(["type": .string("http"), "scheme": .string("bearer")])
            ]),
        ]),
    ])

    private static func path(_ route: Route) -> JSONValue {
        let endpoints = (Site.byRoute[route] ?? [:]).values
        return .object(
            Dictionary(uniqueKeysWithValues: endpoints.map { ($0.method.rawValue.lowercased(), operation($0)) }))
    }

    private static func operation(_ endpoint: Endpoint) -> JSONValue {
        var node: [String: JSONValue] = [
            "summary": .string(endpoint.summary),
            "operationId": .string(endpoint.method.rawValue.lowercased() + "_" + "\(endpoint.route)"),
            "parameters": .list(
                endpoint.route.names.map { pathParameter($0, of: endpoint.route) } + endpoint.parameters.map(parameter)
                    + headers(endpoint)),
            "responses": .object(responses(endpoint)),
        ]
        if endpoint.role != nil {
            node["security"] = .list([.object(["token": .list([])])])
        } else {
            node["security"] = .list([])
        }
        if let body = endpoint.body {
            node["requestBody"] = .object([
                "required": .boolean(true),
                "content": .object([
                    MediaType.json.rawValue: .object(["schema": BodyHelp.told(body, endpoint.route).schema])
                ]),
            ])
        } else if !endpoint.bodyTypes.isEmpty {
            let types = endpoint.bodyTypes.map {
                ($0, JSONValue.object(["schema": .object(["type": .string("string")])]))
            }
            node["requestBody"] = .object([
                "required": .boolean(true), "content": .object(Dictionary(uniqueKeysWithValues: types)),
            ])
        }
        return .object(node)
    }

    private static func responses(_ endpoint: Endpoint) -> [String: JSONValue] {
        let content = endpoint.types.map { type in
            let schema: JSONValue = type == .json ? (endpoint.answer ?? .any).schema : .object([:])
            return (type.rawValue, JSONValue.object(["schema": schema]))
        }
        let success = JSONValue.object([
            "description": .string(endpoint.summary), "content": .object(Dictionary(uniqueKeysWithValues: content)),
        ])
        var responses: [String: JSONValue] = ["\(HTTPResponse.Status.ok.code)": success]
        if endpoint.kind == .write || endpoint.success == .created { responses["201"] = success }
        if endpoint.kind == .read { responses["304"] = .object(["description": .string("Nothing changed.")]) }
        if isOfRecord(endpoint) {
            responses["308"] = .object(["description": .string("The record was merged into another.")])
        }
        for status in statuses(endpoint) {
            responses["\(status)"] = .object([
                "description": .string(HTTPResponse.Status(code: status).reasonPhrase),
                "content": .object([
                    MediaType.problem.rawValue: .object([
                        "schema": .object(["$ref": .string("#/components/schemas/Problem")])
                    ])
                ]),
            ])
        }
        return responses
    }

    /// True if it answers about one record, which can be merged into another or be redacted.
    private static func isOfRecord(_ endpoint: Endpoint) -> Bool {
        [.record, .timeline, .reportOfRecord].contains(endpoint.route)
    }

    /// The refusals of an endpoint.
    private static func statuses(_ endpoint: Endpoint) -> [Int] {
        var statuses = [400, 503]
        if endpoint.role != nil { statuses += [401, 403] }
        if endpoint.kind != .look || !endpoint.route.names.isEmpty { statuses += [404, 409] }
        if isOfRecord(endpoint) { statuses.append(410) }
        if endpoint.kind == .write { statuses.append(412) }
        if endpoint.body != nil || !endpoint.bodyTypes.isEmpty { statuses += [413, 415, 422] }
        return statuses
    }

    private static func pathParameter(_ name: String, of route: Route) -> JSONValue {
        let shape: Shape =
            switch name {
            case "format": .words(ExportFormat.allCases.map(\.rawValue))
            case "kind":
                .words(EditionKind.allCases.filter { $0.isOfRecord == (route == .reportOfRecord) }.map(\.rawValue))
            case "number": .number(1...Call.mostRevision)
            default: .string
            }
        return .object([
            "name": .string(name), "in": .string("path"), "required": .boolean(true), "schema": shape.schema,
        ])
    }

    private static func parameter(_ parameter: Parameter) -> JSONValue {
        let schema = parameter.isList ? Shape.list(parameter.shape).schema : parameter.shape.schema
        let form = if case .text(let form) = parameter.shape { " " + form.help } else { "" }
        return .object([
            "name": .string(parameter.name), "in": .string("query"), "description": .string(parameter.help + form),
            "schema": schema, "required": .boolean(parameter.isRequired),
            "explode": .boolean(true), "style": .string("form"),
        ])
    }

    private static func headers(_ endpoint: Endpoint) -> [JSONValue] {
        var headers: [(String, String)] = []
        if endpoint.kind == .read { headers.append(("If-None-Match", "The ETag of an answer that is at hand.")) }
        if endpoint.kind == .write {
            let what = endpoint.method == .patch ? "the record was changed" : "there is another revision"
            headers.append(
                ("If-Match", "The ETag of the answer that was read; the request is refused if \(what) since."))
            headers.append(("Idempotency-Key", "The same key gives the same answer for a day."))
        }
        return headers.map { name, help in
            .object([
                "name": .string(name), "in": .string("header"), "description": .string(help),
                "schema": Shape.string.schema,
            ])
        }
    }
}
