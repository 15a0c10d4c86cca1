import GRDB
import MusterValues

/// Blanks reasons of revisions, inside a transaction.
struct ReasonRedaction {
    let transaction: Transaction
    private var db: Database { transaction.db }

    /// The sealed revisions with one of the texts in their reason.
    func revisions(holding texts: [String]) throws -> [Int64] {
        let rows = try Row.fetchAll(
            db, sql: "SELECT r.id, r.reason FROM revision r JOIN seal s ON s.revision = r.id WHERE s.nonce IS NOT NULL")
        return try rows.filter { row in try texts.contains { RedactionLeftovers.holds(try row.get("reason"), $0) } }.map
        { try $0.get("id") }
    }

    func run(_ revisions: [Int64]) throws {
        for id in revisions {
            let isBlank = try db.one(Bool.self, "SELECT nonce IS NULL FROM seal WHERE revision = ?", arguments: [id])
            if isBlank { continue }
            let residue = HashChain.leaf(ofReason: RedactedText.plain.utf8, revision: id, nonce: [])
            try transaction.insert(
                "redaction", ["kind": "revision", "record": id, "of_revision": id, "residue": HashChain.hex(residue)])
            try db.execute(sql: "UPDATE revision SET reason = ? WHERE id = ?", arguments: [RedactedText.plain, id])
            try db.execute(sql: "UPDATE seal SET nonce = NULL WHERE revision = ?", arguments: [id])
            transaction.note(reasonOf: id)
        }
    }
}
