import GRDB
public import MusterValues

/// What a state names besides its record: the unit that a unit became or came from, or the enrollment for which a post changed.
public struct StateObject: Codable, Hashable, Sendable {
    /// The state.
    public let state: EventValue
    /// The other unit, or the enrollment.
    public let record: NamedRecord

    /// The record as it follows the state, such as "U4 BARS-Omega" or "for E4 Ivan Primerov in BARS-Kursk".
    public var words: String { record.id.kind == .enrollment ? "for \(record.words)" : record.words }
}

extension EventValue {
    /// True if the state holds of all that it names: a unit is split into each of them, and became only one of any others.
    package var namesAll: Bool { self == .status(.splitInto) }
}

extension [StateObject] {
    /// A state with what it names, such as "renamed as U4 BARS-Omega" or "split into U5 Alpha and U6 Beta".
    public func words(of state: EventValue) -> String {
        let named = filter { $0.state == state }.map(\.words)
        if named.isEmpty { return state.words }
        return "\(state.words) \(named.joined(separator: state.namesAll ? " and " : " or "))"
    }

    /// The statuses with what they name, joined by "or"; nil if there are none.
    func cell(of statuses: [UnitStatus]) -> Value? {
        let values = statuses.map { status -> Value in
            let state = EventValue.status(status)
            return contains { $0.state == state } ? .word(status.rawValue, shown: words(of: state)) : .list(status)
        }
        if values.count == 1 { return values[0] }
        return values.isEmpty ? nil : .several(values, separator: " or ")
    }
}

extension [Seen] {
    /// What the states name, each once; plans are left out, because they say it themselves.
    func objects() throws(MusterError) -> [StateObject] {
        var objects: [StateObject] = []
        for one in self where !one.isPlan {
            guard let record = one.object, let state = try one.state() else { continue }
            let object = StateObject(state: state, record: record)
            if !objects.contains(object) { objects.append(object) }
        }
        return objects
    }
}

extension [Int64: [Seen]] {
    /// The same with what each state names.
    func namingObjects(_ db: Database) throws -> [Int64: [Seen]] {
        let events = values.joined().filter(\.canNameObject).compactMap(\.event)
        if events.isEmpty { return self }
        let query: SQL = """
            SELECT v.id, v.other_unit, v.for_enrollment FROM event v WHERE v.id IN \(SQL.list(events)) \
            AND (v.other_unit IS NOT NULL OR v.for_enrollment IS NOT NULL)
            """
        var named: [Int64: RecordID] = [:]
        try query.each(db) { row in
            let event: Int64 = try row.next()
            let (unit, enrollment): (Int64?, Int64?) = (try row.next(), try row.next())
            named[event] = unit.map { RecordID(.unit, $0) } ?? enrollment.map { RecordID(.enrollment, $0) }
        }
        if named.isEmpty { return self }
        let titles = try RecordTitles(db: db).titles(of: Set(named.values))
        let objects = named.mapValues { NamedRecord(id: $0, name: titles[$0]) }
        return mapValues { seen in
            seen.map { one in
                var one = one
                one.object = one.event.flatMap { objects[$0] }
                return one
            }
        }
    }
}

extension Seen {
    /// True for a state that names another unit, and for what became of a post.
    fileprivate var canNameObject: Bool {
        facet == "tenure" || value.flatMap(UnitStatus.init(rawValue:))?.namesOther == true
    }
}
