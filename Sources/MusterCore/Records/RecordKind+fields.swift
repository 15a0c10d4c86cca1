public import MusterValues

extension RecordKind {
    /// The fields of the kind, in the order that dossiers show them.
    public var fields: [Field] {
        switch self {
        case .region: Field.ofRegion
        case .source: Field.ofSource
        case .programme: Field.ofProgramme
        case .unit: Field.ofUnit
        case .official: Field.ofOfficial
        case .post: Field.ofPost
        case .enrollment: Field.ofEnrollment
        case .event: Field.ofEvent
        case .citation: Field.ofCitation
        }
    }

    /// The field with a name; nil if the kind does not have it.
    public func field(_ name: FieldName) -> Field? { fields.first { $0.name == name } }

    /// The field that a column of the kind's table holds; nil for the key, the revision and an event's facet.
    func field(holding column: String) -> Field? {
        let all = fields.filter { $0.columns.contains(column) }
        // A group's least is a column of its size too; a change is told of the narrower one.
        return all.min { $0.columns.count < $1.columns.count }
    }

    /// Cleans a text for one of the fields, and refuses it if it is too long.
    ///
    /// - Parameters:
    ///   - text: the text as it was given; nil gives nil.
    ///   - name: the field, which must hold text.
    ///   - words: the name of the text in a refusal; nil for the field's name.
    /// - Returns: the clean text.
    /// - Throws: `MusterError.badValue` for a text that is empty, too long, or has an invisible character.
    func clean(_ text: String?, _ name: FieldName, as words: String? = nil) throws(MusterError) -> String? {
        guard let text else { return nil }
        return try clean(text, name, as: words) as String
    }

    /// The same as `clean`, for a text that must be given.
    func clean(_ text: String, _ name: FieldName, as words: String? = nil) throws(MusterError) -> String {
        switch field(name)?.type {
        case .text(let most), .name(let most): return try Text.clean(text, field: words ?? name.words, limit: most)
        default: preconditionFailure("\(name) of \(self) holds no text")
        }
    }

    /// Refuses a number that a field cannot hold.
    ///
    /// - Throws: `MusterError.badValue` with the range.
    func check(_ number: Int, _ name: FieldName) throws(MusterError) {
        guard let field = field(name), case .number(let range) = field.type else { return }
        _ = try field.number(typed: String(number), in: range)
    }

    /// Reads a number that a field holds, as a person types it.
    ///
    /// - Throws: `MusterError.badValue` with the range for anything else.
    func number(typed text: String, _ name: FieldName) throws(MusterError) -> Int {
        guard let field = field(name), case .number(let range) = field.type else {
            preconditionFailure("\(name) of \(self) holds no number")
        }
        return try field.number(typed: text, in: range)
    }

    /// The fields that a source can be cited on, in the order that dossiers show them.
    public var citedFields: [Field] { fields.filter { $0.rules.contains(.cited) } }

    /// The names of the fields that an edit can change, in alphabetical order.
    var editedNames: [String] { fields.filter { $0.rules.contains(.edited) }.map(\.name.rawValue).sorted() }

    /// The columns of other records that point to records of this kind, such as a post's official, in the order of the
    /// kinds. Citations, names and events of a record are left out.
    var references: [(kind: RecordKind, column: String)] {
        RecordKind.allCases.flatMap { kind in
            kind.fields.flatMap { field -> [(RecordKind, String)] in
                guard case .reference(self) = field.type else { return [] }
                return field.columns.map { (kind, $0) }
            }
        }
    }

    /// The field that links a record to another of the same kind: a unit is part of a unit, a programme came from a
    /// programme, a source is derived from a source; nil if the kind has none. A group that is perhaps the same as another is no link: that holds both ways.
    var chain: Field? {
        if [.region, .enrollment].contains(self) { return nil }
        return fields.first { if case .reference(self) = $0.type { !$0.columns.isEmpty } else { false } }
    }
}

extension Field {
    /// Reads a length of time as a person types it.
    ///
    /// - Throws: `MusterError.badValue` for anything but a number of days, weeks, months or years.
    static func term(typed text: String) throws(MusterError) -> TermLength {
        guard let term = TermLength(text) else {
            throw .badValue(
                field: "term", value: text,
                rule:
                    "write a number of days, weeks, months or years, as '6 months'; give the day of its end with the field ends"
            )
        }
        return term
    }

    /// Reads a whole number as a person types it.
    ///
    /// - Throws: `MusterError.badValue` with the range for anything else.
    func number(typed text: String, in range: ClosedRange<Int>) throws(MusterError) -> Int {
        guard let number = Int(text), range.contains(number) else {
            throw .badValue(
                field: name.words, value: text,
                rule: "give a whole number from \(range.lowerBound) to \(range.upperBound)")
        }
        return number
    }

    /// The two fields of every kind that the registry judges: the standing, and the reason for it.
    ///
    /// - Parameter asTarget: the part of each that a redaction leaves if the user named the record itself.
    /// - Returns: the two fields.
    static func judgement(asTarget: (standing: Left, note: Left) = (.kept, .blankedIfAny)) -> [Field] {
        [
            Field(
                .standing, .list(Standing.self), [.required, .edited], "оценка в реестре",
                "The registry's judgement of the record.",
                "Оценка, которую реестр даёт записи.", asTarget: asTarget.standing, merged: .told),
            Field(
                .note, .text(most: 2000), columns: ["standing_note"], .edited, "обоснование оценки",
                "The reason for the standing.",
                "Почему запись так оценена.", redacted: .blankedIfAny, asTarget: asTarget.note),
        ]
    }

    /// A field that exists only in citations: no column holds it.
    static func said(
        _ name: FieldName, _ russianName: String, _ english: String, _ russian: String, most: Int = 500
    ) -> Field {
        Field(name, .text(most: most), columns: [], [.cited, .edited], russianName, english, russian)
    }
}
