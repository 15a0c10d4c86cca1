import MusterValues

/// Compares the addresses of sources.
enum SourceAddress {
    /// An address without the parts that do not change the page: the scheme, `www.` or `m.`, a closing slash, a
    /// fragment, and the `utm_` marks of campaigns.
    static func plain(_ url: String) -> String {
        var text = url.lowercased()
        for beginning in ["https://", "http://", "www.", "m."] where text.hasPrefix(beginning) {
            text.removeFirst(beginning.count)
        }
        text = String(text.prefix { $0 != "#" })
        let parts = text.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        var path = String(parts[0])
        while path.hasSuffix("/") { path.removeLast() }
        let query = parts.count < 2 ? [] : parts[1].split(separator: "&").filter { !$0.hasPrefix("utm_") }
        return query.isEmpty ? path : "\(path)?\(query.joined(separator: "&"))"
    }

    /// The plain address of the page that an archive's address holds a copy of, or of the page itself.
    static func original(_ url: String) -> String {
        // An expression costs more to make ready than most addresses to read.
        guard url.lowercased().contains("web.archive.org") else { return plain(url) }
        let archive = #/^(?:https?://)?web\.archive\.org/web/[0-9]+[a-z_]*/(.+)$/#.ignoresCase()
        return plain(url.firstMatch(of: archive).map { String($0.1) } ?? url)
    }
}
