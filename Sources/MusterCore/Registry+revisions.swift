import Foundation
import GRDB
public import MusterValues

extension Registry {
    /// The newest revision's number; 0 before the first.
    public func newestRevision() throws(MusterError) -> Int64 { try read(Self.newestRevision) }

    static func newestRevision(_ db: Database) throws -> Int64 {
        try Int64.fetchOne(db.cachedStatement(sql: "SELECT max(id) FROM revision")) ?? 0
    }

    /// The hash of the newest revision, 64 small hexadecimal digits; nil before the first.
    public func head() throws(MusterError) -> String? {
        try read { db in try Self.head(db) }
    }

    /// The newest revision's number, and its hash, of one moment.
    package func newest() throws(MusterError) -> (revision: Int64, head: String?) {
        try read { db in (try Self.newestRevision(db), try Self.head(db)) }
    }

    /// The hash of a revision; nil if the registry does not have it.
    package func hash(of revision: Int64) throws(MusterError) -> String? {
        try read { db in
            try Data.fetchOne(
                db.cachedStatement(sql: "SELECT hash FROM seal WHERE revision = ?"), arguments: [revision]
            ).map(HashChain.hex)
        }
    }

    /// The hash of the newest revision that the connection sees; nil before the first, or if it is not sealed.
    static func head(_ db: Database) throws -> String? {
        try Data.fetchOne(db, sql: "SELECT hash FROM seal WHERE revision = (SELECT max(id) FROM revision)")
            .map(HashChain.hex)
    }

    /// The registry as it was known at a moment, to be read: every query and report gives what it gave when that revision
    /// was the newest.
    ///
    /// If a query needs today's date, it takes the day of that revision. The registry's own connections are used, so
    /// that a moment costs little more than the query.
    ///
    /// - Throws: `MusterError.badValue` for a moment that this registry does not have.
    public func known(at moment: Moment) throws(MusterError) -> Registry {
        var registry = try known { db in try moment.revision(db, now: now()) }
        registry.known?.isOpen = moment.isOpen(now: now())
        return registry
    }

    /// The registry as known at a revision; at 0 there is nothing on it.
    func known(atRevision revision: Int64) throws(MusterError) -> Registry { try known { _ in revision } }

    private func known(_ find: (Database) throws -> Int64) throws(MusterError) -> Registry {
        try read { db in
            let revision = try find(db)
            let row = try Row.fetchOne(
                db,
                sql:
                    "SELECT r.at, s.hash FROM main.revision r LEFT JOIN main.seal s ON s.revision = r.id WHERE r.id = ?",
                arguments: [revision])
            let known = Known(revision: revision, hash: try row?.get("hash"))
            guard let time: String = try row?.get("at") else { return Registry(store: store, known: known, now: now) }
            guard let date = try? Date(time, strategy: .iso8601) else {
                throw MusterError.unreadable(field: "time of revision \(revision)", value: time)
            }
            return Registry(store: store, known: known, now: { date })
        }
    }
}
