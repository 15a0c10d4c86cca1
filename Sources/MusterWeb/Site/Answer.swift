import HTTPTypes
import MusterCore
import MusterValues
import NIOCore

/// What an endpoint answers, before it is sent.
struct Answer: Sendable {
    /// The content.
    enum Content: Sendable {
        case none
        /// Bytes that are sent as they are; a kept answer is sent many times and never copied.
        case bytes(ByteBuffer)
        /// A file that is deleted once it is open.
        case file(SpooledFile)

        static func text(_ text: String) -> Content { .bytes(ByteBuffer(string: text)) }
    }

    var status: HTTPResponse.Status = .ok
    var headers = HTTPFields()
    var type: MediaType = .json
    var content: Content
    /// The tag by which a browser asks again; nil for that of the state and the day.
    var tag: String?
    /// Today, as it was when the question was asked; nil for the day on which it is sent.
    var day: Day?
    /// The state of the registry that it rests on; nil if it rests on none.
    var state: RegistryState?

    /// Leads a browser to another page.
    static func leading(to address: String, _ status: HTTPResponse.Status = .seeOther) -> Answer {
        Answer(status: status, headers: [.location: address], type: .page, content: .none)
    }

    /// Answers with JSON.
    static func json(_ value: some Encodable, _ state: RegistryState? = nil, status: HTTPResponse.Status = .ok) throws
        -> Answer
    {
        Answer(status: status, content: .text(try JSON.line(value)), state: state)
    }
}

/// The media types that the service sends.
enum MediaType: String, Sendable {
    case json = "application/json"
    case problem = "application/problem+json"
    case html = "text/html; charset=utf-8"
    case page = "text/html;charset=utf-8"
    case css = "text/css; charset=utf-8"
    case javaScript = "text/javascript; charset=utf-8"
    case plainText = "text/plain; charset=utf-8"
    case markdown = "text/markdown; charset=utf-8"
    case csv = "text/csv; charset=utf-8; header=present"
    case xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    case sql = "application/sql"
    case registry = "application/vnd.sqlite3"
    case bytes = "application/octet-stream"
    case jsonLines = "application/x-ndjson"
    case ris = "application/x-research-info-systems"
    case tar = "application/x-tar"
    case atom = "application/atom+xml; charset=utf-8"
    case plain = "text/plain; version=0.0.4; charset=utf-8"
}
