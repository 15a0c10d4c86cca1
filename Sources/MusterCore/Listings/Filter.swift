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
    /// A state as a person types it: a unit's status or form, a post's tenure, or an enrollment's state. It stays text,
    /// because only the listing knows which kind of record to read it for.
    public var state: String?
    /// The registry's verdict on the listed record.
    public var standing: Standing?
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
