import HTTPTypes
import Logging
import MusterCore
import MusterValues
import NIOPosix

/// What all requests share.
struct Site: Sendable {
    let served: Served
    let gatekeeper: Gatekeeper
    /// Who signed in to the pages.
    var sessions = Sessions()
    /// Slows signing in.
    var signIns = SignInDelay()
    /// True if the cookie of a session is never sent without https, whatever the proxy tells.
    var hasSecureCookies = false
    /// True if nothing is written here, whatever a token allows.
    var isReadOnly = false
    let freshness: Freshness
    let cache: AnswerCache
    let health: Health
    let metrics: TextMetrics
    /// The threads that ask the registry; SQLite blocks the thread that asks it.
    let readers: NIOThreadPool
    /// The threads for what may take seconds.
    let longReaders: NIOThreadPool
    /// How many wait for changes.
    let waiting = Waiting()
    /// The files that wait to be sent.
    let spools = Spools()
    /// What changes it: one at a time can.
    let writes: WriteQueue
    let limits: Limits
    let logger: Logger

    /// All that the API does.
    static let endpoints: [Endpoint] =
        Endpoint.listings + Endpoint.records + Endpoint.reports + Endpoint.exports + Endpoint.history + Endpoint.writes
        + Endpoint.imports + Endpoint.copies + Endpoint.tokens + Endpoint.operation

    /// The endpoints of each route, by method.
    static let byRoute: [Route: [String: Endpoint]] = Dictionary(
        grouping: endpoints + Endpoint.pages, by: \.route
    ).mapValues { same in
        Dictionary(uniqueKeysWithValues: same.map { ($0.method.rawValue, $0) })
    }
}

/// What a request may cost.
struct Limits: Hashable, Sendable {
    /// The most bytes of a JSON body.
    var body = 1 << 20
    /// The most bytes of a file to import.
    var file = 64 << 20
    /// The most bytes of all header fields.
    var headers = 16 << 10
    /// The seconds in which a request must have arrived whole.
    var seconds = 30
    /// The seconds that one read of the registry may take, and those of what may take long: an edition, an export or a list that is read whole.
    var question = 30
    var longQuestion = 600
    /// The most visitors who wait for changes at a time.
    var waiting = 200
    /// The most connections at a time.
    var connections = 1024
}
