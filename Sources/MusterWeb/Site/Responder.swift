import CoreMetrics
import Foundation
import HTTPTypes
import Hummingbird
import Logging
import MusterCore
import MusterEditions
import MusterValues
import NIOCore
import NIOPosix
import Synchronization

/// Answers every request: finds the endpoint, who asks and whether he or she may, and runs it on a thread that may block.
struct Responder: HTTPResponder {
    typealias Context = AddressedContext

    let site: Site

    func respond(to request: Request, context: Context) async throws -> Response {
        let address = request.address(context)
        let start = ContinuousClock.now
        var line = RequestLine(method: request.method.rawValue)
        var answer: Answer
        do { answer = try await self.answer(request, from: address, &line) } catch {
            Self.note(error, of: line.route, in: site)
            answer = await self.answer(to: error, request)
        }
        line.status = answer.status.code
        let time = ContinuousClock.now - start
        Timer(
            label: "muster_request_seconds",
            dimensions: [("method", line.method), ("route", line.route), ("status", "\(line.status)")],
            factory: site.metrics
        ).recordNanoseconds(Int64(time.milliseconds * 1_000_000))
        site.logger.info("request", metadata: line.metadata(time))
        return response(answer, to: request)
    }

    private func answer(_ request: Request, from address: String, _ line: inout RequestLine) async throws -> Answer {
        let (path, queryText) = request.parts
        if let (route, bare) = Self.withoutSlash(path), [.get, .head].contains(request.method) {
            line.route = route.rawValue
            return .leading(to: bare + (queryText.map { "?" + $0 } ?? ""), .permanentRedirect)
        }
        guard let (route, values) = Route.match(path) else {
            throw Problem(
                .notFound, "no-such-address",
                "there is nothing at this address; \(Route.openAPI.rawValue) describes all of the API, and / leads to the pages"
            )
        }
        line.route = route.rawValue
        let endpoint = try Self.endpoint(route, request.method)
        let session = endpoint.isPage ? site.sessions.session(request.headers) : nil
        let visitor = try await visitor(of: request, session?.session, for: endpoint)
        // A form whose session is over is not lost: it is read, and comes back. Whoever signed out has no cookie, so that nobody else
        // gets the form back by sending it again from the browser's history.
        let isLeft =
            endpoint.refused != nil && visitor.token == nil && Sessions.hasCookie(request.headers)
            && Call.isFromOwnPage(request.headers, authority: request.head.authority)
        if !isLeft { try site.gatekeeper.check(visitor, for: endpoint) }
        line.role = visitor.role?.rawValue ?? "none"
        if endpoint.kind == .look, ![.get, .head].contains(endpoint.method),
            let name = [.idempotencyKey, .ifMatch].first(where: { request.headers[$0] != nil })
        {
            throw Problem(
                .badRequest, "header",
                "\(name) is not taken here: tokens are in no revision; send the request without it")
        }
        if endpoint.kind == .write, let following = site.served.following { throw following.refusal }
        var query = try Query(queryText)
        if endpoint.isPage {
            query = try query.ofPage(taking: endpoint.method == .get ? endpoint.pageParameters(values) : nil)
        } else {
            try query.check(known: endpoint.parameterNames)
        }
        var (stamp, tag): (Freshness.Stamp?, String?) = (nil, nil)
        // Danger: a page names its reader, so that what is kept for one must not be shown to another.
        let target = (endpoint.isPage ? (visitor.token ?? "") + " " : "") + path + "?" + (queryText ?? "")
        if endpoint.kind == .read {
            let now = try await self.stamp()
            (stamp, tag) = (now, now.tag(of: visitor, isPage: endpoint.isPage))
            if request.headers[values: .ifNoneMatch].contains(where: { Request.names(tag!, in: $0) }) {
                return Answer(
                    status: .notModified, type: endpoint.isPage ? .page : .json, content: .none, tag: tag,
                    state: now.state)
            }
            if let kept = site.cache.answer(to: target, at: now) { return kept.unlessAtHand(request) }
        }
        let body: ByteBuffer
        do { body = try await self.body(of: request, for: endpoint, named: values, isKnown: !isLeft) } catch {
            // A file that is too long for somebody unknown may be none for whoever signs in.
            if isLeft, (error as? Problem)?.isOf("too-large") ?? false {
                try site.gatekeeper.check(visitor, for: endpoint)
            }
            throw error
        }
        var call = Call(
            target: path, languages: request.headers[.acceptLanguage] ?? "", path: values, query: query, body: body,
            contentType: request.mediaType, visitor: visitor,
            expected: try request.expected, present: registry(for: endpoint, values), site: site)
        (call.session, call.address) = (session, address)
        (call.authority, call.boundary) = (request.head.authority, request.boundary)
        call.isSecure = site.hasSecureCookies || request.isSecure
        if isLeft { return try await resume(call, endpoint, &line) }
        if endpoint.isPage, endpoint.method == .post,
            let answer = try await readForm(&call, request.headers, for: endpoint)
        {
            return answer
        }
        if endpoint.kind == .wait {
            try await site.waiting.run(most: site.limits.waiting) { [call] in try await wait(call) }
            // A follower serves another copy by now.
            call.present = registry(for: endpoint, values)
        }
        if endpoint.kind == .constant { return try endpoint.run(call) }
        if endpoint.kind == .write {
            guard let refused = endpoint.refused else {
                return try await site.writes.answer(call, endpoint, target, request.headers)
            }
            return try await record(call, endpoint, refused)
        }
        let isLong = endpoint.mayTakeSeconds(values)
        let pool = isLong ? site.longReaders : site.readers
        var answer = try await pool.runIfActive { [call] in
            if isLong { Self.giveWay() }
            return try endpoint.run(call)
        }
        (answer.day, answer.tag) = (stamp?.day, tag)
        // An answer of the past has a tag of its own: whoever read it has not seen the newest revision. A page tells of that, too.
        if let day = stamp?.day, let state = answer.state, !endpoint.isPage {
            answer.tag = Freshness.Stamp.tag(state, day)
        }
        if let stamp { site.cache.keep(answer, to: target, at: stamp) }
        return answer.unlessAtHand(request)
    }

    /// The registry, with the time that an answer may take.
    private func registry(for endpoint: Endpoint, _ values: [String: String]) -> Registry {
        let limits = site.limits
        let seconds = endpoint.mayTakeSeconds(values) ? limits.longQuestion : limits.question
        return site.served.registry.patient(for: .seconds(seconds))
    }

    /// Who asks: of the API by a token in the header, of a page by the session in the cookie.
    private func visitor(of request: Request, _ session: Session?, for endpoint: Endpoint) async throws -> Visitor {
        if endpoint.isPage { return try await self.visitor(in: session) }
        if endpoint.role == nil { return .unknown(isPublic: site.gatekeeper.isPublic) }
        return try await site.gatekeeper.visitor(request.headers) { [site] look in
            try await site.readers.runIfActive(look)
        }
    }

    private func visitor(in session: Session?) async throws -> Visitor {
        try await site.gatekeeper.visitor(of: session) { [site] look in try await site.readers.runIfActive(look) }
    }

    /// A problem as an answer: to a request for a page it is a page.
    private func answer(to error: any Error, _ request: Request) async -> Answer {
        var problem = Problem(error)
        let (path, query) = request.parts
        // What is refused of any other request may stand in its body.
        if request.method == .get || request.method == .head {
            let match = Route.match(path)
            problem.name(
                in: query, path: match?.values ?? [:], of: match.flatMap { Site.byRoute[$0.route]?["GET"] })
        }
        let first = path.dropFirst().prefix { $0 != "/" }
        guard let language = Language(rawValue: String(first)) ?? Self.languageOfBrowser(request) else {
            return Self.answer(problem)
        }
        let session = site.sessions.session(request.headers)?.session
        let visitor = (try? await self.visitor(in: session)) ?? .unknown(isPublic: site.gatekeeper.isPublic)
        return ProblemPage(problem, language, path: request.head.path ?? "/", to: visitor).answer
    }

    private static func endpoint(_ route: Route, _ method: HTTPRequest.Method) throws -> Endpoint {
        let endpoints = Site.byRoute[route] ?? [:]
        if let endpoint = endpoints[method == .head ? "GET" : method.rawValue] { return endpoint }
        var methods = endpoints.keys.sorted()
        if methods.contains("GET") { methods.append("HEAD") }
        let allowed = methods.joined(separator: ", ")
        throw Problem(.methodNotAllowed, "method", "this address takes \(allowed)", headers: [.allow: allowed])
    }

    /// Lets other threads come first, if a processor is short: of a thread that answers what may take seconds.
    static func giveWay() {
        // On Linux this is of the calling thread alone.
        _ = setpriority(__priority_which_t(PRIO_PROCESS.rawValue), 0, 10)
    }

    /// The stamp of now. What asks the registry for it must not block the threads that all requests share.
    func stamp() async throws -> Freshness.Stamp {
        if let known = try site.freshness.known() { return known }
        return try await site.readers.runIfActive { [site] in try site.freshness.now() }
    }

    /// Logs an error that is no refusal. Its own words are left out: they may name a path or a person.
    static func note(_ error: any Error, of route: String, in site: Site) {
        if error is Problem || error is MusterError { return }
        site.logger.error("a request failed", metadata: ["error": "\(type(of: error))", "route": "\(route)"])
    }

    /// A problem as an answer.
    static func answer(_ problem: Problem) -> Answer {
        let text = (try? Answer.json(problem).content) ?? .none
        return Answer(status: .init(code: problem.status), headers: problem.headers, type: .problem, content: text)
    }
}
