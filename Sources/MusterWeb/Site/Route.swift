import Foundation
import MusterValues

/// The addresses of the service: the only place where one is written.
///
/// The text is a template (RFC 6570, level 1): a name in braces stands for one segment.
enum Route: String, CaseIterable, Sendable {
    case regions = "/api/regions"
    case units = "/api/units"
    case officials = "/api/officials"
    case enrollments = "/api/enrollments"
    case sources = "/api/sources"
    case programmes = "/api/programmes"
    case events = "/api/events"
    case looks = "/api/looks"
    case disputes = "/api/disputes"
    case due = "/api/due"
    case duplicates = "/api/duplicates"
    case review = "/api/review"
    case record = "/api/records/{id}"
    case redaction = "/api/records/{id}/redaction"
    case timeline = "/api/timeline/{id}"
    case search = "/api/search"
    case report = "/api/reports/{kind}"
    case reportOfRecord = "/api/reports/{kind}/{id}"
    case export = "/api/export/{format}"
    case log = "/api/log"
    case revision = "/api/revisions/{number}"
    case diff = "/api/diff"
    case changes = "/api/changes"
    case feed = "/api/feed.atom"
    case posts = "/api/posts"
    case citations = "/api/citations"
    case merges = "/api/merges"
    case unmerges = "/api/unmerges"
    case distinctions = "/api/distinctions"
    case reverts = "/api/reverts"
    case reviews = "/api/reviews"
    case imports = "/api/imports"
    case copy = "/api/copy"
    case restores = "/api/restores"
    case tokens = "/api/tokens"
    case token = "/api/tokens/{id}"
    case openAPI = "/api/openapi.json"
    case health = "/healthz"
    case readiness = "/readyz"
    case metrics = "/metrics"
    case site = "/"
    case style = "/assets/muster.css"
    case script = "/assets/muster.js"
    case home = "/{language}"
    case signIn = "/{language}/sign-in"
    case signOut = "/{language}/sign-out"
    case account = "/{language}/account"
    case difference = "/{language}/diff"
    case understood = "/{language}/understood"
    case page = "/{language}/{page}"
    case form = "/{language}/record/{form}"
    case pageOf = "/{language}/{page}/{id}"

    /// The names that stand for segments, in order.
    var names: [String] { segments.compactMap(\.name) }

    /// The address with values in the place of the names, in order.
    func path(_ values: String...) -> String { path(values) }

    /// The address with values in the place of the names, in order.
    func path(_ all: [String]) -> String {
        var values = all[...]
        if segments.isEmpty { return "/" }
        return segments.map { "/" + ($0.name == nil ? $0.text : (values.popFirst() ?? "").encodedSegment) }.joined()
    }

    /// The route of a path, and the value of each name.
    ///
    /// - Parameter path: a path as a request has it, percent-encoded.
    /// - Returns: nil if there is none; a segment that is no UTF-8 matches nothing.
    static func match(_ path: String) -> (route: Route, values: [String: String])? {
        if let route = fixed[path] { return (route, [:]) }
        // The first page is the folder of all pages of its language.
        let path = path.hasSuffix("/") && path.utf8.count == 4 ? String(path.dropLast()) : path
        let parts = path.dropFirst().split(separator: "/", omittingEmptySubsequences: false)
        for (route, segments) in templates[parts.count] ?? [] {
            if path.hasPrefix("/"), let values = values(of: parts, in: segments) { return (route, values) }
        }
        return nil
    }

    /// The routes without a name in them, by their paths.
    private static let fixed = Dictionary(
        uniqueKeysWithValues: allCases.filter(\.names.isEmpty).map { ($0.rawValue, $0) })
    /// The others, by the number of their segments.
    private static let templates = Dictionary(
        grouping: allCases.filter { !$0.names.isEmpty }.map { ($0, $0.segments) }, by: \.1.count)

    private static func values(of parts: [Substring], in segments: [Segment]) -> [String: String]? {
        var values: [String: String] = [:]
        for (segment, part) in zip(segments, parts) {
            guard let name = segment.name else {
                if segment.text != part { return nil }
                continue
            }
            guard let value = String(part).removingPercentEncoding, !value.isEmpty,
                name != "language" || Language(rawValue: value) != nil
            else { return nil }
            values[name] = value
        }
        return values
    }

    private struct Segment {
        let text: String
        let name: String?

        init(_ text: Substring) {
            self.text = String(text)
            name = text.hasPrefix("{") ? String(text.dropFirst().dropLast()) : nil
        }
    }

    private var segments: [Segment] {
        rawValue.dropFirst().split(separator: "/").map { Segment($0) }
    }
}

extension String {
    /// The text as one segment of a path, or as a value in a query: all but unreserved characters are percent-encoded (RFC 3986).
    var encodedSegment: String {
        utf8.map { byte in
            Self.unreserved.contains(byte) ? String(UnicodeScalar(byte)) : "%" + Self.hex(byte)
        }.joined()
    }

    private static let unreserved = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~".utf8)

    private static func hex(_ byte: UInt8) -> String {
        let digits = String(byte, radix: 16, uppercase: true)
        return digits.utf8.count == 1 ? "0" + digits : digits
    }
}
