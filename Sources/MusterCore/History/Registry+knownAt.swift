import Foundation
import GRDB
public import MusterValues

extension Registry {
    /// The registry as it was known at a moment. Every query and report gives the answer that it gave when that revision
    /// was the newest. The result can only be read.
    ///
    /// A query that needs today's date takes the day of that revision. The result uses this registry's connections, so it
    /// costs little more than a query of the present.
    ///
    /// - Throws: `MusterError.badValue` for a moment that this registry does not have.
    public func known(at moment: Moment) throws(MusterError) -> Registry {
        try known { db in try moment.revision(db, now: now()) }
    }

    /// The registry as known at a revision; it is empty at revision 0.
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
