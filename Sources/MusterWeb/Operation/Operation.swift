import HTTPTypes
import MusterCore
import MusterValues

/// Whether the server answers.
private struct Live: Encodable { let status = "ok" }

/// Whether the registry is proven.
private struct Ready: Encodable {
    /// How far it is behind; nil for a registry that follows no other.
    let following: Lag?
    let head: String?
    /// The newest revision that is proven; later ones are proven with the next proof.
    let proven: Int64
    let revision: Int64
    let status = "ok"
}

extension Endpoint {
    /// What a person who runs the server asks.
    static let operation: [Endpoint] = [
        Endpoint(
            route: .health, method: .get, kind: .constant, role: nil, summary: "Tell that the server answers.",
            answer: .record([Shape.Member(name: "status", shape: .string, isRequired: true)])
        ) { _ in try .json(Live()) },
        Endpoint(
            route: .readiness, method: .get, kind: .look, role: nil,
            summary: "Tell that the registry can be read and its history is proven; otherwise 503.",
            answer: .record([Shape.Member(name: "status", shape: .string, isRequired: true)])
        ) { call in
            let proven = try call.site.health.check()
            let state = try call.present.state()
            return try .json(
                Ready(
                    following: call.site.served.following?.lag, head: state.head, proven: proven,
                    revision: state.revision))
        },
        Endpoint(
            route: .metrics, method: .get, kind: .look, summary: "Counts and times of requests, for Prometheus.",
            types: [.plain]
        ) { call in
            Answer(
                type: .plain,
                content: .text(
                    call.site.metrics.text(
                        revision: try call.present.newestRevision(), lag: call.site.served.following?.lag)))
        },
        Endpoint(
            route: .openAPI, method: .get, kind: .constant, role: nil, summary: "Describe this API (OpenAPI 3.1).",
            answer: .record([])
        ) { _ in Answer(content: .text(OpenAPI.text)) },
    ]
}
