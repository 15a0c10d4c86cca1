import HTTPTypes
import MusterValues

/// One thing that the service does: its address, method and rights, what it takes, and how it answers.
///
/// The router, the check of rights and the OpenAPI description read the same list of them.
struct Endpoint: Sendable {
    /// What runs it.
    enum Kind: Sendable {
        /// It reads the registry, and its answers may be kept while the registry does not change.
        case read
        /// It reads something that is not of the registry's revision, such as the tokens.
        case look
        /// It changes the registry.
        case write
        /// It waits for a change before it answers.
        case wait
        /// It says what is always the same, and needs no thread.
        case constant
    }

    let route: Route
    let method: HTTPRequest.Method
    var kind = Kind.read
    /// The least role that may use it; nil for anybody.
    var role: Role? = .reader
    /// One sentence.
    let summary: String
    var parameters: [Parameter] = []
    /// The shape of the JSON that it takes; nil for none.
    var body: Shape?
    /// The media types of a body that is not JSON.
    var bodyTypes: [String] = []
    /// The shape of the JSON that it answers with; nil if it answers with something else.
    var answer: Shape?
    /// The media types of the answer.
    var types: [MediaType] = [.json]
    /// The status of a success.
    var success: HTTPResponse.Status = .ok
    /// True if it may take seconds: it has threads of its own, so that it holds up no short one.
    var isLong = false
    /// True if it answers with a page for people: its visitor is known by a session, and its problems are pages.
    var isPage = false
    /// Of a form: the page that shows it again with the problem.
    var refused: (@Sendable (Call, Problem) throws -> Answer)?
    /// True if its write cannot share a commit with others.
    var isAlone = false
    let run: @Sendable (Call) throws -> Answer

    /// The names of its parameters.
    var parameterNames: [String] { parameters.map(\.name) }
}

/// A parameter of a query.
struct Parameter: Sendable {
    let name: String
    let help: String
    var shape = Shape.string
    /// True if it may be given several times.
    var isList = false
    /// True if a request without it is refused.
    var isRequired = false

    static let knownAt = Parameter(
        name: "known_at", help: "As the registry stood at a revision (12), the end of a day or a time (RFC 3339).")
    static let on = Parameter(name: "on", help: "The day in the world.", shape: .text(.day))
    static let language = Parameter(
        name: "language", help: "The language of muster's own words.", shape: .words(Language.allCases.map(\.rawValue)))
    static let dryRun = Parameter(name: "dry_run", help: "Tell what would be done, and do nothing.", shape: .boolean)
    static let reason = Parameter(name: "reason", help: "Why the change is made; otherwise what it does.")
    static let withoutCitations = Parameter(
        name: "without_citations", help: "Leave the citations of each row out, as null: the answer is half as long.",
        shape: .boolean)
    static let limit = Parameter(
        name: "limit", help: "The most rows, 1 to 1000; otherwise 100.", shape: .number(1...1000))
}
