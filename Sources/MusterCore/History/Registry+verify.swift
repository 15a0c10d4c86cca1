import Foundation
import GRDB
public import MusterValues

extension Registry {
    /// Recomputes every hash of the history, and compares the register and the search index with the history.
    ///
    /// Each version is read once, in the order of writing, so memory does not grow with the history. A registry that is
    /// open only to be read is proved on two threads: one for the history, one for the index.
    ///
    /// - Parameter head: the hash of a revision, as an old report prints it; the chain must have it. Nil looks for none.
    /// - Returns: the numbers of revisions and versions, and the hash of the newest revision.
    /// - Throws: `MusterError.altered` with the first revision and record that do not fit, `.rulesChanged`, `.indexWrong`,
    ///   `.badValue` if `head` is not a hash, `.unknownHead` if no revision of this chain has it.
    public func verify(head: String? = nil) throws(MusterError) -> Proof {
        let head = try head.map { text throws(MusterError) in try Self.hash(typed: text) }
        let index = IndexCheck(of: self)
        // The check is waited for also if the history does not fit: a reader may not outlive the question it belongs to.
        defer { index.wait() }
        return try read { db in
            let rules = Result { try Schema.checkUnchanged(db) }
            do {
                let proof = try Verifier(db: db).proof(head: head)
                try rules.get()
                try index.result(db)
                return proof
            } catch let error as DatabaseError {
                // If the tables were changed, reading the history fails; then the change is the better error.
                try rules.get()
                throw error
            }
        }
    }

    private static func hash(typed text: String) throws(MusterError) -> String {
        // A line that was copied from a report has words before the hash.
        let hash = text.split(whereSeparator: \.isWhitespace).last?.lowercased() ?? ""
        guard hash.utf8.count == 64, hash.allSatisfy({ $0.isASCII && $0.isHexDigit }) else {
            throw .badValue(field: "head", value: text, rule: "a head is 64 hexadecimal digits, as a report prints it")
        }
        return hash
    }

    /// The hash of the newest revision, 64 small hexadecimal digits; nil before the first.
    public func head() throws(MusterError) -> String? {
        try read { db in try Self.head(db) }
    }

    /// The hash of the newest revision that the connection sees; nil before the first, or if it is not sealed.
    static func head(_ db: Database) throws -> String? {
        try Data.fetchOne(db, sql: "SELECT hash FROM seal WHERE revision = (SELECT max(id) FROM revision)")
            .map(HashChain.hex)
    }
}
