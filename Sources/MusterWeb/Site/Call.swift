import MusterCore
import MusterValues
import NIOCore
import Synchronization

/// One request, read and checked, with the registry that answers it.
struct Call: Sendable {
    /// The path as the request has it, percent-encoded.
    let target: String
    /// The languages that a browser asks for, the first one first; empty if it names none.
    var languages = ""
    /// The values of the names in the route's template.
    var path: [String: String]
    var query: Query
    /// The body; empty if there is none.
    var body = ByteBuffer()
    /// The body's media type, without its parameters, in small letters; nil if it is not given.
    var contentType: String?
    /// Who asks.
    var visitor: Visitor
    /// The session of a page's visitor, with the secret by which it is ended; nil for somebody who did not sign in.
    var session: (secret: String, session: Session)?
    /// The name under which the browser knows the server, with its port.
    var authority: String?
    /// The form that was sent; empty for any other body.
    var sent = FormBody()
    /// The text between the parts of a form with a file; empty for any other body.
    var boundary = ""
    /// What a form that is only checked answers with, once what it did is undone.
    let rehearsal = Rehearsal()
    /// The address that the request came from, by which signing in is slowed.
    var address = ""
    /// True if the writer could not tell whether what is added is on the register already, so that an editor has to look at it.
    var isTentative = false
    /// True if the browser came by https.
    var isSecure = false
    /// The state that a change must rest on, from `If-Match`; nil if the request names none.
    var expected: ExpectedState?
    /// The registry as it is now.
    var present: Registry
    let site: Site

    /// The value of a name in the template. A name that it does not have ends the program.
    func path(_ name: String) -> String { path[name]! }

    /// The registry that the query asks: with `known_at` as it was known then.
    func registry() throws(MusterError) -> Registry {
        guard let text = try query.one("known_at") else { return present }
        return try present.known(at: Moment(typed: text))
    }

    /// The registry to change; with `dry_run` changes are only tried.
    func writing() throws(MusterError) -> Registry {
        try query.flag("dry_run") ? present.rehearsing : present
    }

    /// The author of what this request writes, and the reason that it gives.
    func authorship() throws(MusterError) -> Authorship {
        Authorship(
            author: visitor.name, reason: try query.one("reason"),
            isContribution: visitor.role == .contributor || isTentative)
    }

    /// The value of a query of the registry, and the state of the registry that it rests on.
    ///
    /// - Parameters:
    ///   - tries: how often it is asked at most, if others write meanwhile. The last time it asks the past, which does not move.
    ///   - ask: the query.
    /// - Returns: the value with its state.
    /// - Throws: what the query throws.
    func stamped<Value>(tries: Int = 3, _ ask: (Registry) throws -> Value) throws -> Stamped<Value> {
        try stamped(registry(), isPast: query.one("known_at") != nil, tries: tries, ask)
    }

    /// The same of a registry that was found already; `isPast` is true if it is read as it was known then.
    func stamped<Value>(_ registry: Registry, isPast: Bool, tries: Int = 3, _ ask: (Registry) throws -> Value) throws
        -> Stamped<Value>
    {
        // The newest revision is asked for only if the file was changed since it was last told. Danger: a follower may serve another
        // copy by now, whose state is not that of the one which answers.
        let isOfItself = isPast || site.served.following != nil
        func state() throws -> RegistryState { isOfItself ? try registry.state() : try site.freshness.now().state }
        for _ in 0..<(isPast ? 1 : tries - 1) {
            let before = try state()
            let value = try ask(registry)
            if try state() == before { return Stamped(state: before, value: value) }
        }
        // Others write all the time: the past does not move.
        let pinned = try registry.pinned()
        return Stamped(state: try pinned.state(), value: try ask(pinned))
    }
}

/// A value with the state of the registry that it rests on.
struct Stamped<Value> {
    let state: RegistryState
    let value: Value
}

/// The newest revision of a registry, and its hash.
struct RegistryState: Hashable, Sendable {
    /// The number; 0 before the first revision.
    let revision: Int64
    /// The hash; nil before the first revision.
    let head: String?
}

extension Registry {
    /// The newest revision, and its hash.
    func state() throws(MusterError) -> RegistryState {
        let (revision, head) = try newest()
        return RegistryState(revision: revision, head: head)
    }
}

/// Holds the answer of a form that is done, looked at and undone.
final class Rehearsal: Sendable {
    let answer = Mutex<Answer?>(nil)
}
