import HTTPTypes
import Hummingbird
import MusterValues

extension Responder {
    /// The route and the address of a page that is asked for with slashes after it; nil for any other path.
    static func withoutSlash(_ path: String) -> (route: Route, bare: String)? {
        guard path.hasSuffix("/"), Route.match(path) == nil else { return nil }
        var bare = path
        while bare.hasSuffix("/") { bare.removeLast() }
        guard let (route, values) = Route.match(bare), values["language"] != nil else { return nil }
        return (route, bare)
    }

    /// The language of the page that tells a browser that there is nothing at an address; nil for a program, and for an address of
    /// the API.
    static func languageOfBrowser(_ request: Request) -> Language? {
        let path = request.parts.path
        guard Route.match(path) == nil, path != "/api", !path.hasPrefix("/api/"),
            request.headers[values: .accept].contains(where: { $0.lowercased().contains("text/html") })
        else { return nil }
        return Language(preferredIn: request.headers[.acceptLanguage] ?? "")
    }
}
