public import Foundation
import GRDB
public import MusterValues

/// The tokens of a registry's service, in a SQLite file of their own beside the registry.
///
/// They are no part of the register: no history, export or backup holds them. The file is made with the first token, and only its
/// owner may read it. Of a secret it holds the SHA-256 alone.
public struct AccessFile: Sendable {
    /// What the file's name has after the registry's.
    package static let ending = ".access"

    let connection: AccessConnection
    let now: @Sendable () -> Date

    /// Finds the file beside a registry.
    ///
    /// - Parameters:
    ///   - path: the registry, which must be there; links are followed.
    ///   - now: the clock by which tokens are dated and run out.
    /// - Throws: `MusterError` if no registry is there.
    public init(beside path: String, now: @escaping @Sendable () -> Date = { Date() }) throws(MusterError) {
        let registry = try RegistryFile(existing: path)
        try registry.checkHeader(mayBeEmpty: false)
        connection = AccessConnection(beside: registry)
        self.now = now
    }

    /// Makes a token.
    ///
    /// - Parameters:
    ///   - name: the author of what is written with it, 1 to 200 characters; several tokens may have one name.
    ///   - role: what its bearer may do.
    ///   - until: the last day on which it is taken; nil for no end.
    /// - Returns: the token with its secret, which cannot be read again.
    /// - Throws: `MusterError.badValue` for a name that no author has, or a day that is over.
    public func add(name: String, role: Role, until: Day? = nil) throws(MusterError) -> NewToken {
        let name = try Text.clean(name, field: "name", limit: 200)
        if let until, until < today {
            throw .badValue(field: "until", value: until.description, rule: "it is over; give today or a later day")
        }
        let secret = Secret()
        let made = now().formatted(.iso8601)
        let last = try until.map { day throws(MusterError) in try day.stored() }
        let token = try connection.write(making: true) { db in
            try db.execute(
                sql: "INSERT INTO token (name, role, hash, made, until) VALUES (?, ?, ?, ?, ?)",
                arguments: [name, role.rawValue, secret.hash, made, last])
            return Token(
                id: "T\(db.lastInsertedRowID)", name: name, role: role, made: made, until: until, revoked: nil)
        }
        return NewToken(secret: secret.text, token: token!)
    }

    /// Every token, also those that were revoked or have run out, in the order in which they were made.
    public func tokens() throws(MusterError) -> [Token] {
        let rows = try connection.read { db in
            try Row.fetchAll(db.cachedStatement(sql: "SELECT * FROM token ORDER BY id")).map(Token.init)
        }
        return rows ?? []
    }

    /// Revokes a token for good. One that was revoked before is left as it is.
    ///
    /// - Parameter id: its short id, such as "T1".
    /// - Returns: the token.
    /// - Throws: `MusterError.badValue` if there is no such token.
    public func revoke(_ id: String) throws(MusterError) -> Token {
        let unknown = MusterError.badValue(
            field: "token", value: id, rule: "there is no such token", fix: .listTokens)
        guard let number = Token.number(typed: id) else { throw unknown }
        let revoked = try connection.write { db in
            try db.execute(
                sql: "UPDATE token SET revoked = ? WHERE id = ? AND revoked IS NULL",
                arguments: [now().formatted(.iso8601), number])
            return try Row.fetchOne(db, sql: "SELECT * FROM token WHERE id = ?", arguments: [number]).map(Token.init)
        }
        guard let token = revoked ?? nil else { throw unknown }
        return token
    }

    /// The token of a secret.
    ///
    /// - Parameter secret: what its bearer shows; any text.
    /// - Returns: the token; nil if it is unknown, was revoked or has run out.
    /// - Throws: `MusterError` if the file cannot be read.
    public func token(of secret: String) throws(MusterError) -> Token? {
        if let token = try knownToken(of: secret) { return token }
        guard let hash = Secret(shown: secret)?.hash else { return nil }
        let day = today
        // Danger: the changes are counted before the token is looked up, so one that is revoked meanwhile is not kept as good.
        let memory = try connection.memory()
        let found = try connection.read { db in
            let statement = try db.cachedStatement(
                sql: "SELECT * FROM token WHERE hash = ? AND revoked IS NULL AND coalesce(until >= ?, true)")
            return try Row.fetchOne(statement, arguments: [hash, day.description]).map(Token.init)
        }
        guard let token = found ?? nil else { return nil }
        if let memory { memory.tokens.keep(token, hash, at: .init(count: memory.count, day: day)) }
        return token
    }

    /// The token of a secret that was looked up before, if the file did not change since. It reads no table, so a thread that must
    /// not wait can ask for it.
    ///
    /// - Parameter secret: what its bearer shows; any text.
    /// - Returns: the token; nil if it has to be looked up.
    /// - Throws: `MusterError` if the file cannot be read.
    public func knownToken(of secret: String) throws(MusterError) -> Token? {
        guard let hash = Secret(shown: secret)?.hash, let (tokens, count) = try connection.memory() else { return nil }
        return tokens.token(hash, at: .init(count: count, day: today))
    }

    private var today: Day { Day(of: now()) }
}

extension Token {
    fileprivate init(_ row: Row) throws {
        let number: Int64 = try row.get("id")
        let until: String? = try row.get("until")
        try self.init(
            id: "T\(number)", name: row.get("name"), role: row.list("role"), made: row.get("made"),
            until: until.flatMap { Day($0) }, revoked: row.get("revoked"))
    }

    /// The number of a short id as a person types it: "t1", or with a Cyrillic letter.
    fileprivate static func number(typed id: String) -> Int64? {
        let id = id.trimmingCharacters(in: .whitespaces)
        guard let letter = id.first, "TtТт".contains(letter) else { return nil }
        return Int64(id.dropFirst())
    }
}
