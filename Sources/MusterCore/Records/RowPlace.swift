import GRDB
public import MusterValues

/// The place of a row in a listing: that of its record or, because a look has no short id, that of the look. Where rows are put
/// in another order, it is the number of the row.
public enum RowPlace: Hashable, Sendable, CustomStringConvertible {
    /// A record.
    case record(RecordID)
    /// A look, by its number.
    case look(Int64)
    /// A row of a list that goes by none of its records, by its number from 1 on and the name of the list, as `disputes`, or
    /// `units.-designation` of one that is sorted.
    case row(Int, of: String)

    /// Reads a place from its text: a short id, a code, L and the number of a look, or the number of a row and its list.
    init?(_ text: String) {
        if let id = RecordID(text) {
            self = .record(id)
        } else if let dot = text.firstIndex(of: "."), let row = Int(text[..<dot]), row > 0, text.first?.isNumber == true
        {
            self = .row(row, of: String(text[text.index(after: dot)...]))
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
        case .row(let number, _): Int64(number)
        }
    }

    /// The code of a region; nil for anything else.
    var code: String? {
        if case .record(let id) = self { id.code } else { nil }
    }

    /// What is there, as "enrollment" or "look".
    var kind: String {
        switch self {
        case .record(let id): id.kind.name
        case .look: "look"
        case .row: "row"
        }
    }

    /// The same with its article.
    var kindWords: String {
        switch self {
        case .record(let id): id.kind.words
        case .look: "a look"
        case .row(_, let list): "a row of the list \(list)"
        }
    }

    /// True if the register has it.
    func isThere(_ db: Database) throws -> Bool {
        switch self {
        case .record(let id): try id.row(db) != nil
        case .look(let number):
            try db.one(Bool.self, "SELECT EXISTS (SELECT 1 FROM look WHERE id = ?)", arguments: [number])
        case .row: true  // The list itself tells.
        }
    }

    /// The short id or the code, L and the number of a look, or the number of a row and its list.
    public var description: String {
        switch self {
        case .record(let id): id.description
        case .look(let number): "L\(number)"
        case .row(let number, let list): "\(number).\(list)"
        }
    }
}
