import GRDB
import MusterValues

/// Reads the side that a citation of a field takes, by comparing what it states with the value on record.
///
/// - A citation that states a value that can be the one on record is for it; one that states another is against it.
/// - If the field is a name or a free text, the side that was recorded with the citation counts, as long as the value is the
///   one that was on record then. Since the value changed, only the same text is for it.
/// - If the field has a closed list and the text is none of it, the citation is for the value that was put on record with it, as
///   "volunteer for half a year" is for the contract that a clerk read from it. It is against every other.
/// - If a number, a date or another record was meant and the text cannot be read, it is for what was on record then. It is no second
///   source of a record that it does not name, unless it suggests the name.
/// - A free text in other words than those on record is no second source of them: nobody can tell that they mean the same.
/// - A citation that was recorded against the very value that it states denies it, and is against it.
///
/// Nothing of this is stored, so a citation needs no change when the value on record changes.
struct SideReader {
    let db: Database
    let id: RecordID
    /// The decisions about the record; empty for a record all of whose fields have columns, such as an event.
    let conclusions: [FieldName: Conclusion]
    /// What is looked up, kept for all statements of the record, and of those that are read together with it.
    private let memory: SideMemory

    /// Reads nothing yet.
    ///
    /// - Parameters:
    ///   - db: the registry, which must not change while the reader is in use.
    ///   - id: the record.
    ///   - conclusions: the decisions about it.
    ///   - memory: what is kept for records that are read together with it; nil for one that is read alone.
    init(db: Database, id: RecordID, conclusions: [FieldName: Conclusion] = [:], memory: SideMemory? = nil) {
        (self.db, self.id, self.conclusions) = (db, id, conclusions)
        self.memory = memory ?? SideMemory(id.kind, [id], db)
    }

    /// A statement on the side that it takes, with the value that it states; nil if its words cannot be compared.
    struct Sided {
        let statement: CitedStatement
        let stated: StatedValue?
        /// False if the words could not be read, so that what was on record is taken for what they state.
        var isRead = true
    }

    /// The statements of a field, each on the side that it takes. What they state is read here, and only once, because a
    /// record that is named has to be looked up.
    func sided(_ statements: [CitedStatement], on field: Field, _ value: FieldValue?) throws -> [Sided] {
        let read = try statements.map { statement in
            let read = try self.read(statement, of: field, value)
            let stated = try read ?? meant(by: statement, on: field, value)
            return Sided(
                statement: statement, stated: stated,
                isRead: try read != nil || isSuggested(stated, by: statement, of: field))
        }
        return try read.map { one in
            let stance = try value.map { try side(of: one, on: field, $0) } ?? side(of: one, among: read)
            return Sided(statement: one.statement.on(stance), stated: one.stated, isRead: one.isRead)
        }
    }

    /// The side that one statement takes about a value on record.
    func side(of statement: CitedStatement, on field: Field, _ value: FieldValue) throws -> Stance {
        let stated = try read(statement, of: field, value) ?? meant(by: statement, on: field, value)
        return try side(of: Sided(statement: statement, stated: stated), on: field, value)
    }

    /// The value that the words of a statement are read as; nil if they are none of the field.
    private func read(_ statement: CitedStatement, of field: Field, _ value: FieldValue?) throws -> StatedValue? {
        // A person's own name states the person, whoever else has that name; so it has not to be looked up among all.
        if case .record(let record)? = value, record.id.kind == .official, let name = record.name,
            Text.folded(statement.stated) == Text.folded(name)
        {
            return .record(record.id)
        }
        if case .reference(let kind) = field.type {
            return try memory.record(statement.stated, of: kind).map(StatedValue.record)
        }
        return try StatedValue.read(statement.stated, of: field, held: value, db)
    }

    /// True if the words of a statement suggest the record that they are taken for: "Kaliningrad" is no recorded name of Kaliningrad
    /// Oblast, and suggests it.
    private func isSuggested(_ stated: StatedValue?, by statement: CitedStatement, of field: Field) throws -> Bool {
        guard case .reference(let kind) = field.type, case .record(let id)? = stated else { return false }
        return try memory.suggestions(statement.stated, of: kind).contains(id)
    }

    /// What is meant by words that are no value of the field, such as "the whole government" for a number: what was on record when
    /// they were recorded or, if that was nothing, what was put on record next; nil if that cannot be told. Words outside a closed
    /// list mean only what was put on record with them or next: who had meant the value that was there already would have used its
    /// word.
    private func meant(by statement: CitedStatement, on field: Field, _ value: FieldValue?) throws -> StatedValue? {
        guard let value, StatedValue(value) != nil, statement.stance == .supports else { return nil }
        // What is said of a time need not be what was on record; only for another record's name an edit may have put it there.
        if statement.held != nil {
            guard case .reference = field.type else { return nil }
        }
        let (earlier, later) = try recorded(field, around: statement)
        let before = earlier.last ?? nil
        if field.isListed(value), let before {
            return later.first.flatMap { $0.isTogether && $0.value != before ? $0.value : nil }
        }
        return (later.first?.isTogether == true ? nil : before) ?? later.lazy.compactMap(\.value).first
    }

    /// The values that the record held in a field before a citation was made, and those that it held from then on; a value that was
    /// put on record in the revision of the citation is together with it.
    private func recorded(_ field: Field, around statement: CitedStatement) throws -> (
        earlier: [StatedValue?], later: [(value: StatedValue?, isTogether: Bool)]
    ) {
        guard let begun = try memory.beginning(of: statement.citation, on: field.name) else {
            throw MusterError.unreadable(field: "revision", value: "nothing", of: statement.citation)
        }
        var (earlier, later): ([StatedValue?], [(value: StatedValue?, isTogether: Bool)]) = ([], [])
        for version in try memory.versions(of: id) {
            let value =
                try field.reference(in: version).map(StatedValue.record)
                ?? field.value(in: version).flatMap { StatedValue($0) }
            let revision: Int64 = try version.get("revision")
            if revision < begun { earlier.append(value) } else { later.append((value, revision == begun)) }
        }
        return (earlier, later)
    }

    private func side(of one: Sided, on field: Field, _ value: FieldValue) throws -> Stance {
        let (statement, held) = (one.statement, StatedValue(value))
        let isSame: Bool
        if let held, let stated = one.stated {
            isSame = stated.canBe(held)
        } else {
            isSame = isSameText(statement.stated, value)
            if !isSame {
                // Words outside a list are another value; others cannot be told to speak against one, but of another time they may.
                if held != nil, field.isListed(value) || statement.held != nil { return .disputes }
                if statement.stance == .disputes || held != nil { return statement.stance }
                return try isChanged(field, since: statement) ? .disputes : .supports
            }
        }
        if !isSame { return .disputes }
        if statement.stance == .supports { return .supports }
        // Who denies a value denies it still if it was put on record afterwards.
        return try statement.isOrigin && isChanged(field, since: statement) ? .supports : .disputes
    }

    /// The side where nothing is concluded: against, if the source states another value than the first one that counts.
    private func side(of one: Sided, among all: [Sided]) -> Stance {
        guard one.statement.stance == .supports, let first = all.first(where: { $0.statement.stance == .supports }),
            first.statement.citation != one.statement.citation, let other = first.stated, let stated = one.stated
        else { return one.statement.stance }
        return other.canBe(stated) ? .supports : .disputes
    }

    /// The statements that give the very value on record, and not just one that it can be; if nothing is on record, all of
    /// them, if they give one value. Words that cannot be compared are taken to give it. A name is the same in either script.
    /// Who denies the value does not give it.
    func giving(_ value: FieldValue?, of field: Field, _ statements: [Sided]) -> [CitedStatement] {
        let statements = statements.filter(\.statement.isOrigin)
        let all = statements.map(\.statement)
        guard let value else { return Set(all.map { Text.folded($0.stated) }).count < 2 ? all : [] }
        if case .name = field.type {
            let key = PhraseName(value.words).sortedKeys
            return all.filter { PhraseName($0.stated).sortedKeys == key }
        }
        guard let held = StatedValue(value) else { return all.filter { isSameText($0.stated, value) } }
        let fitting = statements.filter { $0.stated.map { $0 == held } ?? true }
        // Words that name no record are no second source beside those that do.
        guard case .reference = field.type, fitting.contains(where: \.isRead) else { return fitting.map(\.statement) }
        return fitting.filter(\.isRead).map(\.statement)
    }

    /// True if an accepted statement for a value says as much as the value does, or more. Two say it together if one gives the
    /// least and the other the most of a number of people.
    func isStated(_ value: FieldValue, of field: Field, by statements: [Sided]) -> Bool {
        let accepted = statements.filter { $0.statement.standing == .accepted }
        if accepted.isEmpty { return false }
        if case .name = field.type { return true }
        guard let held = StatedValue(value) else { return true }
        if accepted.contains(where: { $0.stated?.implies(held) ?? true }) { return true }
        guard case .people(let least, let most) = held else { return false }
        let numbers = accepted.compactMap {
            if case .people(let least, let most) = $0.stated { (least, most) } else { nil }
        }
        return numbers.contains { $0.0 >= least }
            && (most.map { most in numbers.contains { $0.1 ?? .max <= most } } ?? true)
    }

    private func isSameText(_ stated: String, _ value: FieldValue) -> Bool {
        let held = if case .names(let names) = value { names } else { [value.words] }
        return held.contains { Text.folded($0) == Text.folded(stated) }
    }

    /// True if the value on record is another than when the citation was made. A name counts as unchanged: what it was before
    /// is kept as another name of the record.
    private func isChanged(_ field: Field, since statement: CitedStatement) throws -> Bool {
        if case .name = field.type { return false }
        let isConcluded = field.columns.isEmpty
        if isConcluded, conclusions[field.name] == nil { return false }
        let (table, key) = isConcluded ? ("conclusion", id.kind.column) : (id.kind.name, id.kind.key)
        let columns = isConcluded ? ["value"] : field.columns
        let row = isConcluded ? "id" : id.kind.key
        let sql = """
            SELECT (\(columns.map { "h.\($0)" }.joined(separator: ", "))) \
            IS NOT (\(columns.map { "n.\($0)" }.joined(separator: ", "))) \
            FROM \(table)_history h JOIN \(table) n ON n.\(row) = h.\(row) WHERE n.\(key) = :id \
            \(isConcluded ? "AND n.field = '\(field.name.rawValue)'" : "") AND h.deleted = 0 \
            AND h.revision <= (SELECT min(revision) FROM citation_history WHERE id = :citation) \
            ORDER BY h.revision DESC LIMIT 1
            """
        return try Bool.fetchOne(
            db.cachedStatement(sql: sql), arguments: ["id": id.databaseKey, "citation": statement.citation.number])
            ?? isConcluded
    }
}

extension Field {
    /// True if the value is one of a closed list, and not a number of people.
    fileprivate func isListed(_ value: FieldValue) -> Bool {
        switch (type, value) {
        case (.list, _): true
        case (.eventValue, .event(let event)): event.stored.value != nil
        default: false
        }
    }
}
