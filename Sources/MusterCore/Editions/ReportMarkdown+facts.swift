import MusterValues

extension ReportMarkdown {
    /// The fields that say whose or what a post or an enrollment is. The line of the record shows them already.
    private static let identifying: Set<FieldName> = [.title, .region, .official, .group, .unit]

    /// The place of an official's post or enrollment, with what sources say of it and of what happened to it.
    func item(_ record: NamedRecord) -> [Markdown] {
        let said = (fields[record.id] ?? []).map(\.field).filter { Self.identifying.contains($0.field) }.flatMap(\.said)
        let voices: Markdown = said.isEmpty ? "" : " — \(voices(said))"
        let facts = facts(of: record.id, besides: Self.identifying).map { "  \($0)" as Markdown }
        return ["- \(.place(of: record.id))\(record.id) \(record.name ?? "")\(voices)"] + facts
    }

    /// The items of a record: what is dated, then names, then the other fields. What is in dispute or a claim on a territory
    /// has a part of its own.
    func facts(of id: RecordID, besides left: Set<FieldName> = []) -> [Markdown] {
        let lines = (lines[id] ?? []).filter { $0.what != .launched }
        let hasNames = lines.contains { $0.what == .name }
        let fields = (fields[id] ?? []).filter { own in
            let name = own.field.field
            return own.field.isCited && !own.isClaim && !left.contains(name) && !(name == .name && hasNames)
                && disputed[id]?.contains(name) != true
        }
        return (lines.map(fact) + fields.map { field($0.field) }).map { "- \($0)" }
    }

    /// One dated value, or one name.
    private func fact(_ line: TimelineLine) -> Markdown {
        let day: Markdown = line.event == nil ? "" : "\(line.date.map(Self.dated) ?? "no date"): "
        let cause = line.cause.map { ", cause: \($0)" } ?? ""
        let note = line.standingNote.map { ": \($0)" } ?? ""
        let judged: Markdown = line.standing == .accepted ? "" : " (**\(line.standing.words)**\(note))"
        let words = line.nature == .primary ? "name: \(line.value.words)" : line.words
        return "\(day)\(words)\(cause)\(judged) — \(voices(line.said))"
    }

    /// A date, and the days that it can mean if it is more than a day, a month or a year.
    private static func dated(_ date: StatedDate) -> String {
        if date.edtf.allSatisfy({ $0.isNumber || $0 == "-" }) { return date.edtf }
        return switch (date.earliest, date.latest) {
        case (nil, nil): date.edtf
        case (nil, let latest?): "\(date.edtf) (by \(latest))"
        case (let earliest?, nil): "\(date.edtf) (from \(earliest))"
        case (let earliest?, let latest?): "\(date.edtf) (\(earliest) to \(latest))"
        }
    }

    /// One field with what the sources say of it.
    func field(_ field: FieldOnRecord) -> Markdown {
        if let value = field.value { return "\(field.field.words): \(value.words) — \(voices(field.said))" }
        return "\(field.field.words), nothing concluded: \(.joined(stated(of: field), by: "; "))"
    }

    /// The values that sources state of a field, each once, with those who state it.
    ///
    /// - Parameters:
    ///   - field: the field.
    ///   - day: the day that is asked about; what is stated of another time is left out. Nil for everything.
    /// - Returns: a line for each value.
    func stated(of field: FieldOnRecord, on day: Day? = nil) -> [Markdown] {
        let isMeant = { (statement: CitedStatement) in
            day.flatMap { day in statement.span?.touches(Period(day)) } ?? true
        }
        var stated: [String] = []
        for statement in field.statements where isMeant(statement) && !stated.contains(statement.stated) {
            stated.append(statement.stated)
        }
        let meant = Set(field.statements.filter(isMeant).map(\.citation))
        return stated.map { text in
            let own = field.said.map(\.source).filter { source in
                source.stated == text && source.citation.map(meant.contains) ?? true
            }
            return "\(text) — \(voices(own.map { Said(source: $0, known: [text]) }))"
        }
    }
}
