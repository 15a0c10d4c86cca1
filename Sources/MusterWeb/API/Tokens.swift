import HTTPTypes
import MusterCore
import MusterValues

private struct TokenBody: Decodable {
    let name: String
    let role: Role
    let until: Day?

    static let shape = Shape.of(TokenBody.self)
}

/// A new token, with the secret that is told only once.
private struct MadeToken: Codable {
    let secret: String
    let token: Token
}

/// The tokens.
private struct TokenList: Codable { let items: [Token] }

extension Endpoint {
    /// The tokens, which are in a file of their own and in no revision.
    static let tokens: [Endpoint] = [
        Endpoint(
            route: .tokens, method: .get, kind: .look, role: .admin, summary: "List the tokens, without their secrets.",
            answer: .answer(TokenList.self)
        ) { call in try .json(TokenList(items: try call.site.gatekeeper.access.tokens())) },
        Endpoint(
            route: .tokens, method: .post, kind: .look, role: .admin,
            summary: "Make a token; its secret is told only here.",
            body: TokenBody.shape,
            answer: .answer(MadeToken.self), success: .created
        ) { call in
            let body = try call.body(TokenBody.self, TokenBody.shape)
            let made = try call.site.gatekeeper.access.add(name: body.name, role: body.role, until: body.until)
            var answer = try Answer.json(MadeToken(secret: made.secret, token: made.token), status: .created)
            answer.headers[.location] = Route.token.path(made.token.id)
            return answer
        },
        Endpoint(
            route: .token, method: .delete, kind: .look, role: .admin, summary: "Revoke a token.",
            answer: .answer(Token.self)
        ) { call in
            do { return try .json(try call.site.gatekeeper.access.revoke(call.path("id"))) } catch MusterError.badValue(
                _, let id, let rule, let fix)
            {
                var problem = Problem(.notFound, "unknown-token", "token \(quoted(id)) is refused: \(rule)")
                (problem.value, problem.remedy) = (id, fix?.words)
                throw problem
            }
        },
    ]
}
