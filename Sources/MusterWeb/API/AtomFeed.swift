import MusterCore

/// The newest revisions as an Atom feed (RFC 4287).
struct AtomFeed {
    /// The revisions, the newest first.
    let revisions: [LoggedRevision]
    /// The hash of the first revision, which names the registry for good; nil if it has none.
    let first: String?

    /// The feed's XML. A revision's id is made from its hash, so that it is the same wherever the registry is served.
    var text: String {
        let updated = revisions.first?.at ?? "1970-01-01T00:00:00Z"
        return """
            <?xml version="1.0" encoding="utf-8"?>
            <feed xmlns="http://www.w3.org/2005/Atom">
            <title>Revisions of the registry</title>
            <id>urn:muster:feed:\((first ?? "empty").prefix(16))</id>
            <link rel="self" href="\(Route.feed.rawValue)"/>
            <updated>\(updated)</updated>
            \(revisions.map(entry).joined(separator: "\n"))
            </feed>

            """
    }

    private func entry(_ revision: LoggedRevision) -> String {
        """
        <entry>
        <title>Revision \(revision.revision): \(Self.escaped(revision.reason))</title>
        <id>urn:muster:revision:\(revision.hash ?? "\(revision.revision)")</id>
        <updated>\(revision.at)</updated>
        <author><name>\(Self.escaped(revision.author))</name></author>
        <link href="\(Route.revision.path("\(revision.revision)"))"/>
        <summary>\(Self.escaped(revision.reason))</summary>
        </entry>
        """
    }

    private static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
    }
}
