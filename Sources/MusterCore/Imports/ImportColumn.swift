public import MusterValues

/// A column that a file of records can have.
///
/// The columns are the fields of the kinds of record, so that a new field is a new column.
public struct ImportColumn: Hashable, ListingRow {
    /// The name, such as `unit_region`.
    public let name: String
    /// The heading in English and in Russian; a file may have either.
    public let heading: Label
    /// One sentence that explains it, in English and in Russian.
    public let help: Label
    /// The words that a cell can hold; empty if it is not a closed list.
    public let words: [String]
    let content: Content

    /// What the cells of a column hold.
    enum Content: Hashable, Sendable {
        /// A field of the record of a kind that the row speaks of.
        case field(RecordKind, FieldName)
        /// The value of a facet that the row's record of a kind came to have, such as the status of its unit.
        case facet(RecordKind, String)
        /// The date of that.
        case date(RecordKind, String)
        /// A part of a search that was made.
        case look(Look)
        /// The record on the register that a row's record is, in spite of how it is written.
        case sameAs
        /// "yes" if it is another record than those that it looks like.
        case new
        /// A column that a list of rows to mend has, and that is passed over when it is imported again.
        case remark
    }

    /// The parts of a search that was made.
    enum Look: String, CaseIterable, Hashable, Sendable {
        case region, date, place, found
    }

    init(
        _ name: String, _ russian: String, _ help: Label, _ content: Content, words: [String] = []
    ) {
        self.name = name
        heading = Label(name.spaced, russian)
        self.help = help
        self.words = words
        self.content = content
    }

    /// All columns, in the order in which they are explained.
    public static let all: [ImportColumn] =
        evidence + [RecordKind.source, .unit, .official, .post, .enrollment, .event, .citation].flatMap(columns)
        + looks + verdicts

    /// The columns that the list of rows to mend has after those of the file.
    static let remarks = ["line", "column", "value", "rule", "remedy"].map { "fault_\($0)" }

    /// The columns that say where in a source the words of a row stand, and whose they are.
    private static let evidence = [FieldName.locator, .quote, .speaker, .speech].map { name in
        let field = RecordKind.citation.field(name)!
        return ImportColumn(of: .citation, field, named: name.rawValue, field.label.russian)
    }

    private static func columns(of kind: RecordKind) -> [ImportColumn] {
        let fields = kind.fields.filter { takes($0, of: kind) }
        return fields.map { field in
            let (name, prefix) = (name(of: field, in: kind), prefix(kind))
            let label = field.label.russian
            let whole = prefix.map { "\($0): \(label)" } ?? label
            let russian = name == kind.name ? prefix ?? label : whole
            return ImportColumn(of: kind, field, named: name, russian)
        } + EventValue.facets(of: kind).flatMap { facets(kind, $0) }
    }

    /// True if a row can give the field. What the registry judges, and what only a merge or a dossier needs, it cannot.
    private static func takes(_ field: Field, of kind: RecordKind) -> Bool {
        switch (kind, field.name) {
        case (_, .standing), (.citation, .wording), (.post, .official), (.source, .setAside): false
        case (.citation, .locator), (.citation, .quote), (.citation, .speaker), (.citation, .speech),
            (.citation, .source):
            false
        case (.enrollment, .unit), (.enrollment, .official), (.enrollment, .groupSize): false
        case (_, .note): kind == .source
        default: true
        }
    }

    /// The field that a cell with the kind's own name holds.
    private static func own(_ kind: RecordKind) -> FieldName? {
        switch kind {
        case .source, .post: .title
        case .unit, .official: .name
        case .event: .value
        default: nil
        }
    }

    private static func name(of field: Field, in kind: RecordKind) -> String {
        if field.name == own(kind) { return kind.name }
        if kind == .enrollment {
            // The parts of a group are named by its columns, because the unit and the post have a kind and a region, too.
            let column = field.columns.first
            return column.map { $0.hasPrefix("group_") && field.name != .group ? $0 : field.name.rawValue }
                ?? field.name.rawValue
        }
        return "\(kind.name)_\(field.name.rawValue)"
    }

    private init(of kind: RecordKind, _ field: Field, named name: String, _ russian: String) {
        var words: [String] = []
        if case .list(let list) = field.type, field.name != .field { words = Self.words(of: list) }
        let help = name == kind.name ? Self.help(ofOwn: kind) : nil
        self.init(name, russian, help ?? field.help, .field(kind, field.name), words: words)
    }

    /// The explanation of a column that finds a record and makes it if it is not there.
    private static func help(ofOwn kind: RecordKind) -> Label? {
        switch kind {
        case .source:
            Label(
                "The source: its short id, title or address; several are parted by semicolons.",
                "Источник: номер, заголовок или адрес; несколько разделяются точкой с запятой.")
        case .unit:
            Label(
                "The unit: its short id or designation; one that is not there is added in its region.",
                "Подразделение: номер или название; если его нет, оно добавляется в своём регионе.")
        case .official:
            Label(
                "The official: a short id or name; one who is not there is added with the post.",
                "Должностное лицо: номер или имя; если его нет, оно добавляется с должностью.")
        case .event:
            Label(
                "What happened to the record: a state such as disbanded, or strength 500.",
                "Что произошло с записью: состояние, например disbanded, или strength 500.")
        default: nil
        }
    }

    private static func words<List: ClosedList>(of _: List.Type) -> [String] { List.allCases.map(\.words) }

    /// The kind's name in Russian, which begins the headings of its columns.
    static func prefix(_ kind: RecordKind) -> String? {
        kind == .enrollment ? nil : kind.noun.label.russian
    }
}
