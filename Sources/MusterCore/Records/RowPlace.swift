import GRDB
public import MusterValues

/// The place of a row in a listing: that of its record or, because a look has no short id, that of the look.
public enum RowPlace: Hashable, Sendable, CustomStringConvertible {
    /// A record.
    case record(RecordID)
    /// A look, by its number.
    case look(Int64)

    /// Reads a place from its text: a short id, a code, or L and the number of a look.
    init?(_ text: String) {
        if let id = RecordID(text) {
            self = .record(id)
        } else if text.first == "L", let number = Int64(text.dropFirst()), number > 0 {
            self = .look(number)
        } else {
            return nil
        }
    }

    /// The number of the record or the look; 0 for a region.
    var number: Int64 {
        switch self {
        case .record(let id): id.number
        case .look(let number): number
        }
    }

    /// The code of a region; nil for anything else.
    var code: String? {
        if case .record(let id) = self { id.code } else { nil }
    }

    /// What is there, as "enrollment" or "look".
    var kind: String { if case .record(let id) = self { id.kind.name } else { "look" } }

    /// The same with its article.
    var kindWords: String { if case .record(let id) = self { id.kind.words } else { "a look" } }

    /// True if the register has it.
    func isThere(_ db: Database) throws -> Bool {
        switch self {
        case .record(let id): try id.row(db) != nil
        case .look(let number):
            try db.one(Bool.self, "SELECT EXISTS (SELECT 1 FROM look WHERE id = ?)", arguments: [number])
        }
    }

    /// The short id or the code, or L and the number of a look.
    public var description: String {
        switch self {
        case .record(let id): id.description
        case .look(let number): "L\(number)"
        }
    }
}
