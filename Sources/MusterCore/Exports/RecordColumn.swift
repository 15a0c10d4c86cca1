import MusterValues

/// A column of a table of records, as an export describes it.
package struct RecordColumn: Sendable {
    /// The name.
    package let name: String
    /// The values that it can hold.
    let content: Content
    /// True if every row has a value.
    let isRequired: Bool
    /// The name for people, in English and Russian.
    let label: Label
    /// What it holds, in a sentence in English and in Russian.
    let help: Label
    /// The table and the column that it refers to; nil if it refers to none.
    let reference: Reference?

    /// The table whose rows it refers to; nil if it refers to none.
    package var target: String? { reference?.table }

    /// True if it holds whole numbers that are no ids.
    package var isNumber: Bool { if case .number = content { true } else { false } }

    /// A column that another refers to.
    struct Reference: Hashable, Sendable {
        let table: String
        let column: String
    }

    /// The values that a column can hold.
    enum Content: Sendable {
        /// The number of a record of a kind, shown as its short id; nil for a kind without short ids.
        case id(RecordKind?)
        /// The number of a record whose kind stands in the column `kind`, shown as its short id.
        case idOfKind
        /// A text of at most this many characters; nil if only the texts that it comes from have a limit.
        case text(most: Int?)
        /// A value of a closed list.
        case word([String])
        /// A text of a form, as a regular expression of the whole.
        case pattern(String)
        /// A day, YYYY-MM-DD.
        case day
        /// A whole number.
        case number(ClosedRange<Int>?)
    }

    /// The column's value as exports of text show it, as SQL: the same value, or a short id.
    var shown: String {
        switch content {
        case .id(let kind?): "'\(kind.rawValue)' || \(name)"
        case .idOfKind:
            "CASE kind \(RecordKind.allCases.map { "WHEN '\($0.name)' THEN '\($0.rawValue)'" }.joined(separator: " ")) END || \(name)"
        default: name
        }
    }

    /// The form of an EDTF text, as far as a regular expression can say it.
    static let edtf = "[0-9XYE?~%/,.{}\\[\\]-]{1,200}"
    /// The form of a day.
    static let day = "[0-9]{4}-[0-9]{2}-[0-9]{2}"

    /// The regular expression that every value matches, as text; nil if any text is right.
    var pattern: String? {
        switch content {
        case .id(let kind?): "\(kind.rawValue)(0|[1-9][0-9]*)"
        case .idOfKind: "[\(RecordKind.allCases.map(\.rawValue).sorted().joined())][1-9][0-9]*"
        case .pattern(let pattern): pattern
        case .day: Self.day
        case .id(nil), .text, .word, .number: nil
        }
    }
}

extension RecordColumn.Content {
    /// The values that a column of a field can hold.
    ///
    /// - Parameters:
    ///   - field: the field.
    ///   - column: one of its columns.
    init(_ field: Field, _ column: String) {
        self =
            switch field.type {
            case .name(let most), .text(let most): .text(most: most)
            case .list(let list): .word(Self.words(of: list))
            case .reference(let kind): kind == .region ? .region : .id(kind)
            case .subject(let kinds):
                kinds.first { $0.column == column }.map { $0 == .region ? .region : .id($0) } ?? .text(most: nil)
            case .date: field.columns.first == column ? .pattern(RecordColumn.edtf) : .day
            case .day: .day
            case .number(let range): .number(range)
            case .people: .number(nil)
            case .eventValue: column == "value" ? .word(Self.states) : .number(0...10_000_000)
            case .term: .pattern("[1-9][0-9]{0,3} (day|days|month|months|year|years)")
            case .language: .pattern("[a-z]{2,3}")
            case .digest: .pattern("[0-9a-f]{64}")
            }
    }

    /// The code of a region.
    static let region = Self.pattern("[A-Z]{2}-[A-Z0-9]{1,3}(/[a-z0-9-]+)?")

    /// The values of a closed list, as they are stored.
    static func words<List: ClosedList>(of _: List.Type) -> [String] { List.allCases.map(\.rawValue) }

    /// Every state of a unit, a post or an enrollment; each once, in the order of the lists.
    private static var states: [String] {
        let lists = [
            words(of: UnitStatus.self), words(of: UnitForm.self), words(of: Tenure.self),
            words(of: EnrollmentState.self),
        ]
        return lists.joined().reduce(into: []) { all, word in if !all.contains(word) { all.append(word) } }
    }
}
