import Foundation
import MusterHTML

extension SitePath {
    /// The page to go on with after signing in, as an address asks for it: one of the site's own pages. Nil for any other address, and
    /// for a path with an empty segment, or with `.` or `..`, which a browser would take away.
    ///
    /// - Parameter text: what the address asks for; anybody can have written it.
    init?(next text: String?) {
        guard let text, let path = SitePath(text) else { return nil }
        let bare = String(text.prefix { $0 != "?" && $0 != "#" })
        let segments = bare.dropFirst().split(separator: "/", omittingEmptySubsequences: false)
        let isPlain = segments.dropLast().allSatisfy { !$0.isEmpty }
        let hasDots = segments.contains { [".", ".."].contains($0.removingPercentEncoding ?? ".") }
        guard isPlain, !hasDots, let (route, values) = Route.match(bare), values["language"] != nil, route != .signIn,
            Site.byRoute[route]?["GET"]?.isPage == true
        else { return nil }
        self = path
    }
}
