public import MusterValues

/// The conditions that narrow a listing; all given ones must hold, and a nil one does not narrow it.
public struct Filter: Hashable, Sendable {
    /// Regions or districts, by code or name, of which a record has one; a region includes its districts. Empty for any.
    public var regions: [RecordReference] = []
    /// A federal district, such as "Northwestern".
    public var federalDistrict: String?
    /// A country (ISO 3166-1, two letters), or a bloc such as NATO, that the region borders.
    public var borders: String?
    /// True if borders at sea count as well.
    public var sea: Bool
    /// A programme.
    public var programme: RecordReference?
    /// States as a person types them, of which a record has one: a unit's status or form, a post's tenure, or an enrollment's
    /// state. They stay text, because only the listing knows which kind of record to read them for. Empty for any.
    public var states: [String] = []
    /// A unit's statuses, of which it has one; empty for any.
    public var statuses: [UnitStatus] = []
    /// A unit's forms, of which it has one; empty for any.
    public var forms: [UnitForm] = []
    /// States as a person types them, of which a record had one at any time; with a period, in which it came into one of them.
    /// Empty for any.
    public var ever: [String] = []
    /// The registry's verdicts, of which the listed record has one; empty for any.
    public var standings: [Standing] = []
    /// Units, of which a record has one; a unit includes those inside of it. Empty for any.
    public var units: [RecordReference] = []
    /// True if a unit or programme means only itself, without the units inside of it.
    public var isOwn: Bool
    /// True if a unit or programme means the units that it came from, too.
    public var isWithOrigins: Bool
    /// An official.
    public var official: RecordReference?
    /// What became of a post for an enrollment, as a person types it: "suspended", "kept", "returned". Only enrollments are asked
    /// for by it.
    public var postChange: String?
    /// Words that are in the title of a post of the official.
    public var post: String?
    /// Kinds of post, of which the official has one; empty for any.
    public var postKinds: [PostKind] = []
    /// Kinds of contract, of which an enrollment has one; empty for any.
    public var contracts: [ContractKind] = []
    /// Sources, of which one speaks of the record or of its events. Empty for any.
    public var sources: [RecordReference] = []
    /// A part of the name of a person whose word a source passes on about the record or its events.
    public var speaker: String?
    /// Things of which the record lacks one; empty for any.
    public var needs: [Need] = []
    /// The column by which the rows are sorted, with a dash before it from the end; nil for the listing's own order.
    public var sort: String?
    /// The day or the period for which states are read: what was so on some day of it; nil reads the newest.
    public var period: Period?
    /// True if what is asked for must have been so on all days of the period.
    public var isThroughout: Bool
    /// The grade of the answer about the day or the period; nil for every grade but `no`.
    public var grade: Grade?
    /// The most rows; nil for all.
    public var limit: Int?

    /// Makes a filter that does not narrow anything.
    public init() {
        sea = false
        isOwn = false
        isWithOrigins = false
        isThroughout = false
    }

    /// The only region; nil if there is none, or if there are several.
    public var region: RecordReference? {
        get { regions.count == 1 ? regions[0] : nil }
        set { regions = newValue.map { [$0] } ?? [] }
    }

    /// The only unit; nil if there is none, or if there are several.
    public var unit: RecordReference? {
        get { units.count == 1 ? units[0] : nil }
        set { units = newValue.map { [$0] } ?? [] }
    }

    /// The only state; nil if there is none, or if there are several.
    public var state: String? {
        get { states.count == 1 ? states[0] : nil }
        set { states = newValue.map { [$0] } ?? [] }
    }

    /// The only verdict; nil if there is none, or if there are several.
    public var standing: Standing? {
        get { standings.count == 1 ? standings[0] : nil }
        set { standings = newValue.map { [$0] } ?? [] }
    }

    /// The day for which states are read; nil reads the newest, or those of a period of several days.
    public var day: Day? {
        get { period.flatMap { $0.isDay ? $0.first : nil } }
        set { period = newValue.map(Period.init) }
    }

    /// Refuses a limit below 1; nil sets none.
    ///
    /// - Throws: `MusterError.badValue` for such a limit.
    static func check(limit: Int?) throws(MusterError) {
        guard let limit, limit < 1 else { return }
        throw .badValue(field: "limit", value: "\(limit)", rule: "give a whole number from 1")
    }
}

extension Int {
    /// A limit with one row more, which tells whether there are more; a limit that is refused stays as it is.
    package var andOneMore: Int { self == .max || self < 1 ? self : self + 1 }
}
