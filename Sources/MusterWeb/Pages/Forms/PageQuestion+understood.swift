import MusterCore
import MusterEditions
import MusterHTML
import MusterValues

extension PageQuestion {
    /// What was understood of a date or of the name of a record, in words; nil if it is neither.
    func understood(_ text: String) -> String? {
        if text.contains(where: \.isNumber), (try? EDTF(typed: text)) != nil {
            return Words.date(StatedDate(edtf: text, earliest: nil, latest: nil), .cell).plain(in: language)
        }
        // Danger: this is asked for while somebody types, and may not read everything about a record.
        guard let id = try? registry.record(RecordReference(text), among: RecordKind.allCases) else { return nil }
        return (try? maker.title(of: id))?.plain(in: language)
    }
}

extension FieldValue {
    /// The value as one would type it into a form.
    var typed: String {
        switch self {
        case .record(let record): record.id.description
        case .region(let region): region.code
        case .date(let date): date.edtf
        case .word(let word): word
        case .records(let ids): ids.map(\.description).joined(separator: ", ")
        default: words
        }
    }
}
