import GRDB
import MusterValues

extension MusterError {
    /// The refusal that a failure inside SQLite comes to.
    init(_ error: any Error, path: String) {
        guard let error = error as? DatabaseError else {
            // A value of another type than its column's is in no file that muster wrote.
            self =
                error as? MusterError
                ?? (error is RowDecodingError ? .damaged(path: path) : .failed(path: path, code: -1))
            return
        }
        switch error.extendedResultCode {
        case .SQLITE_CONSTRAINT_TRIGGER:
            self = Self.refusal(byTrigger: error.message ?? "the register's rules refuse it")
        case .SQLITE_CONSTRAINT_CHECK:
            // The CHECKs are named with the sentence of their rule; SQLite puts "CHECK constraint failed: " before it.
            let rule = error.message.flatMap { $0.split(separator: ":", maxSplits: 1).last }
            self = .refused(rule: rule.map { $0.trimmingPrefix(" ").description } ?? "the register's rules refuse it")
        case .SQLITE_CONSTRAINT_FOREIGNKEY: self = .refused(rule: "it names a record that is not on the register")
        case .SQLITE_CONSTRAINT_UNIQUE, .SQLITE_CONSTRAINT_PRIMARYKEY, .SQLITE_CONSTRAINT_ROWID:
            self = .refused(rule: "it is already on the register")
        case .SQLITE_CONSTRAINT_NOTNULL: self = .refused(rule: "a value that the register needs is missing")
        case .SQLITE_CONSTRAINT_DATATYPE: self = .refused(rule: "a value is not of the type that the register keeps")
        // A sum over numbers that no write of muster's lets in.
        case .SQLITE_ERROR where error.message == "integer overflow": self = .damaged(path: path)
        case .SQLITE_CANTOPEN_ISDIR: self = .cannotOpen(path: path)
        // The file by which readers and writers meet could not be made as large as it must be.
        case .SQLITE_IOERR_SHMSIZE: self = .full(path: path)
        default: self.init(resultCode: error.resultCode, path: path)
        }
    }

    /// A trigger's own sentence; its advice names a command, which only a front may do.
    private static func refusal(byTrigger message: String) -> MusterError {
        guard let advice = message.firstRange(of: "; '"), message.hasSuffix("names what was changed") else {
            return .refused(rule: message)
        }
        return .refused(rule: String(message[..<advice.lowerBound]), fix: .verify)
    }

    private init(resultCode: ResultCode, path: String) {
        switch resultCode {
        case .SQLITE_NOTADB: self = .notARegistry(path: path)
        case .SQLITE_CORRUPT, .SQLITE_MISMATCH: self = .damaged(path: path)
        case .SQLITE_FULL: self = .full(path: path)
        case .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_AUTH: self = .readOnly(path: path)
        case .SQLITE_BUSY, .SQLITE_LOCKED: self = .busy(path: path)
        case .SQLITE_CANTOPEN: self = .cannotOpen(path: path)
        case .SQLITE_TOOBIG: self = .refused(rule: "a value is too large for the register")
        default: self = .failed(path: path, code: resultCode.rawValue)
        }
    }
}
