import GRDB
import MusterValues

/// A value that can be compared: what a record holds in a field, or what a source states about it, read by the field's type.
///
/// A name and a free text are not compared, because one thing has many words.
enum StatedValue: Hashable {
    case date(EDTF)
    case word(String)
    case record(RecordID)
    case number(Int)
    case people(least: Int, most: Int?)
    case event(EventValue)

    /// The value that a record holds; nil for one that is not compared.
    init?(_ value: FieldValue) {
        switch value {
        case .date(let date):
            guard let edtf = try? EDTF(date.edtf) else { return nil }
            self = .date(edtf)
        case .word(let word): self = .word(TermLength(word)?.inMonths ?? word)
        case .number(let number): self = .number(number)
        case .people(let least, let most): self = .people(least: least, most: most)
        case .event(let value): self = .event(value)
        case .record(let record): self = .record(record.id)
        case .region(let region): self = .record(RecordID(region: region.code))
        case .text, .names, .records, .borders, .membership, .spelt, .several: return nil
        }
    }

    /// Reads what a source states about a field.
    ///
    /// - Parameters:
    ///   - text: the value as stated.
    ///   - field: the field that it is about.
    ///   - held: the value on record, which says of which list an event's value is; nil if there is none.
    ///   - db: the registry, in which names are looked up exactly.
    /// - Returns: nil if the text is not a value of the field's type, or if several records have the name.
    /// - Throws: the errors of the database.
    static func read(_ text: String, of field: Field, held: FieldValue?, _ db: Database) throws -> StatedValue? {
        switch field.type {
        case .date: return (try? EDTF(text)).map(StatedValue.date)
        case .list(let list): return word(text, of: list).map(StatedValue.word)
        case .number(let range):
            let number = Int(text) ?? range.prefix(100).first { OrdinalWords.states(text, $0) }
            return number.map(StatedValue.number)
        case .people: return GroupSize(stated: text).map { .people(least: $0.least, most: $0.most) }
        case .reference(let kind): return try Resolver(db: db).exact(text, of: kind).map(StatedValue.record)
        case .eventValue:
            guard case .event(let value)? = held else { return nil }
            return EventValue(text, like: value).map(StatedValue.event)
        case .term: return TermLength(text).map { .word($0.inMonths) }
        case .name, .text, .subject, .day, .language, .digest: return nil
        }
    }

    /// True if the two can be one value: dates that can mean one day, numbers of people that overlap, a region and its
    /// district.
    func canBe(_ other: StatedValue) -> Bool {
        switch (self, other) {
        case (.date(let one), .date(let second)): one.canBeSame(as: second)
        case (.people(let least, let most), .people(let otherLeast, let otherMost)),
            (.event(.strength(let least, let most)), .event(.strength(let otherLeast, let otherMost))),
            (.event(.plannedStrength(let least, let most)), .event(.plannedStrength(let otherLeast, let otherMost))):
            least <= otherMost ?? .max && otherLeast <= most ?? .max
        case (.record(let one), .record(let second)) where one.kind == .region && second.kind == .region:
            Self.isPart(one, of: second) || Self.isPart(second, of: one)
        default: self == other
        }
    }

    /// True if whoever states this states the other, too: it is the same, or is as exact or more.
    func implies(_ other: StatedValue) -> Bool {
        switch (self, other) {
        case (.date(let one), .date(let second)): one == second || one.isWithin(second)
        case (.people(let least, let most), .people(let otherLeast, let otherMost)),
            (.event(.strength(let least, let most)), .event(.strength(let otherLeast, let otherMost))),
            (.event(.plannedStrength(let least, let most)), .event(.plannedStrength(let otherLeast, let otherMost))):
            least >= otherLeast && most ?? .max <= otherMost ?? .max
        case (.record(let one), .record(let second)) where one.kind == .region && second.kind == .region:
            Self.isPart(one, of: second)
        default: self == other
        }
    }

    /// True if a region is another, or a district of it.
    private static func isPart(_ one: RecordID, of other: RecordID) -> Bool {
        guard let code = one.code, let whole = other.code else { return false }
        return RecordID.isRegion(code, in: whole)
    }

    private static func word<List: ClosedList>(_ text: String, of _: List.Type) -> String? {
        List(word: text)?.rawValue
    }
}

extension EventValue {
    /// Reads a value of the list that another event's value is from; nil if the text is none of it.
    fileprivate init?(_ text: String, like other: EventValue) {
        switch other {
        case .status: self.init(UnitStatus(word: text).map(EventValue.status))
        case .form: self.init(UnitForm(word: text).map(EventValue.form))
        case .tenure: self.init(Tenure(word: text).map(EventValue.tenure))
        case .state: self.init(EnrollmentState(word: text).map(EventValue.state))
        case .strength: self.init(try? EventValue(typed: "strength \(text)", to: .unit))
        case .plannedStrength: self.init(try? EventValue(typed: "planned strength \(text)", to: .unit))
        }
    }

    private init?(_ value: EventValue?) {
        guard let value else { return nil }
        self = value
    }
}

extension EDTF {
    /// True if every day that it can mean is one that another can mean.
    fileprivate func isWithin(_ other: EDTF) -> Bool {
        guard let first = firstInDoubt, let last = lastInDoubt else { return false }
        return other.firstInDoubt.map { $0 <= first } ?? (other.lastInDoubt != nil)
            && other.lastInDoubt.map { last <= $0 } ?? (other.firstInDoubt != nil)
    }
}
