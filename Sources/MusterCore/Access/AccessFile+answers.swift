public import Foundation
import GRDB
public import MusterValues

/// What is known of a request that says by a key that it may come again.
public enum KnownAnswer: Hashable, Sendable {
    /// Nothing: it is under way from now on.
    case new
    /// It was answered, with this status and this body.
    case answered(status: Int, body: String)
    /// It is under way, or was cut short; whatever it wrote is in a revision after this one.
    case pending(since: Int64)
    /// It was answered, and a redaction took the answer out since; whatever it wrote is in a revision after this one.
    case emptied(since: Int64)
    /// The key belongs to a request that said something else.
    case otherRequest
}

extension AccessFile {
    /// The time after which a key is forgotten, in seconds: 24 hours.
    private static let memory = 86_400

    /// Begins a request, unless one with its key was begun before. It is on the disk when this returns.
    ///
    /// - Parameters:
    ///   - key: the key, 1 to 200 printable ASCII characters; each token has keys of its own.
    ///   - token: the short id of the token.
    ///   - request: what tells this request from another, such as its method, path and body; only its SHA-256 is kept.
    ///   - revision: the newest revision of the registry.
    /// - Returns: what is known of the key.
    /// - Throws: `MusterError.badValue` for another key, or if there are no tokens.
    public func begin(
        key: String, of token: String, request: Data, revision: Int64
    ) throws(MusterError) -> KnownAnswer {
        guard (1...200).contains(key.utf8.count), key.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else {
            throw .badValue(
                field: "Idempotency-Key", value: key, rule: "it has 1 to 200 printable ASCII characters without spaces")
        }
        let request = Data(HashChain.hash(Array(request)))
        let time = Int(now().timeIntervalSince1970)
        let known = try connection.write { db in
            try db.cachedStatement(sql: "DELETE FROM answer WHERE begun < ?").execute(arguments: [time - Self.memory])
            let row = try Row.fetchOne(
                db.cachedStatement(
                    sql: "SELECT request, revision, status, body FROM answer WHERE token = ? AND key = ?"),
                arguments: [token, key])
            if let row { return try KnownAnswer(row, to: request) }
            try db.cachedStatement(
                sql: "INSERT INTO answer (token, key, request, revision, begun) VALUES (?, ?, ?, ?, ?)"
            ).execute(arguments: [token, key, request, revision, time])
            return KnownAnswer.new
        }
        guard let known else { throw .badValue(field: "token", value: token, rule: "there is no such token") }
        return known
    }

    /// Keeps the answer to a request that was begun. One whose key was forgotten meanwhile is not kept.
    ///
    /// - Parameters:
    ///   - key: the key.
    ///   - token: the short id of the token.
    ///   - status: the status of the answer.
    ///   - body: the answer.
    /// - Throws: `MusterError` if the file cannot be written.
    public func finish(key: String, of token: String, status: Int, body: String) throws(MusterError) {
        _ = try connection.write { db in
            try db.cachedStatement(sql: "UPDATE answer SET status = ?, body = ? WHERE token = ? AND key = ?")
                .execute(arguments: [status, body, token, key])
        }
    }

    /// Takes the text out of all answers that are kept, if a redaction came between: what was kept before it may name what it took
    /// out.
    ///
    /// - Throws: `MusterError` if the file cannot be written.
    public func empty() throws(MusterError) { try connection.emptyAnswers() }

    /// Forgets all requests that were answered, if the registry was restored: what they wrote may be gone, so they are carried out if
    /// they come again. Those under way, of which the restore is one, are answered yet.
    ///
    /// - Throws: `MusterError` if the file cannot be written.
    public func forgetAnswered() throws(MusterError) {
        _ = try connection.write { db in try db.execute(sql: "DELETE FROM answer WHERE status IS NOT NULL") }
    }

    /// Forgets a request that was begun and has failed, so that it can come again.
    ///
    /// - Throws: `MusterError` if the file cannot be written.
    public func forget(key: String, of token: String) throws(MusterError) {
        _ = try connection.write { db in
            try db.cachedStatement(sql: "DELETE FROM answer WHERE token = ? AND key = ?").execute(arguments: [
                token, key,
            ])
        }
    }
}

extension AccessConnection {
    /// Takes the text out of all answers that are kept, as part of a redaction: they repeat what was written.
    ///
    /// - Throws: `MusterError` if the file cannot be written.
    func emptyAnswers() throws(MusterError) {
        let done: Void? = try write { db in
            try db.execute(sql: "UPDATE answer SET body = NULL WHERE body IS NOT NULL")
        }
        // Always: an earlier attempt may have got no further than this.
        if done != nil { try clearLog() }
    }
}

extension KnownAnswer {
    fileprivate init(_ row: Row, to request: Data) throws {
        if try row.get("request") as Data != request {
            self = .otherRequest
        } else if let status: Int = try row.get("status") {
            let body: String? = try row.get("body")
            self = try body.map { .answered(status: status, body: $0) } ?? .emptied(since: row.get("revision"))
        } else {
            self = .pending(since: try row.get("revision"))
        }
    }
}
