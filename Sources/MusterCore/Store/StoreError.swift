import GRDB
import MusterValues

extension MusterError {
    /// The refusal that corresponds to a failure inside SQLite.
    init(_ error: any Error, path: String) {
        guard let error = error as? DatabaseError else {
            // No file that muster wrote holds a value of another type than its column's.
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
        // A sum overflows only over numbers that muster never writes.
        case .SQLITE_ERROR where error.message == "integer overflow": self = .damaged(path: path)
        case .SQLITE_CANTOPEN_ISDIR: self = .cannotOpen(path: path)
        // The shared-memory file, by which readers and writers coordinate, could not be made large enough.
        case .SQLITE_IOERR_SHMSIZE: self = .full(path: path)
        default: self.init(resultCode: error.resultCode, path: path)
        }
    }

    /// The refusal for a trigger's sentence; advice in it names a command, which only a front may do, so it becomes a
    /// remedy.
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
        case .SQLITE_INTERRUPT: self = .tookTooLong
        case .SQLITE_TOOBIG: self = .refused(rule: "a value is too large for the register")
        default: self = .failed(path: path, code: resultCode.rawValue)
        }
    }
}
