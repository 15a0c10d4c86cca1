public import MusterValues

/// What a listing is narrowed to; the conditions combine, and nil sets none.
public struct Filter: Hashable, Sendable {
    /// A region or district, by code or name; a region takes its districts in.
    public var region: RecordReference?
    /// A federal district, as "Northwestern".
    public var federalDistrict: String?
    /// A country, two letters by ISO 3166-1, or a bloc such as NATO, that the region borders.
    public var borders: String?
    /// Whether borders at sea count too.
    public var sea: Bool
    /// A programme.
    public var programme: RecordReference?
    /// A state as a person types it: a unit's status or form, a post's tenure, or an enrollment's state. It stays text,
    /// because only the listing, by its kind of record, decides how it is read.
    public var state: String?
    /// The registry's judgement of the listed record.
    public var standing: Standing?
    /// A unit.
    public var unit: RecordReference?
    /// An official.
    public var official: RecordReference?
    /// The day that states are asked on; nil asks for the newest.
    public var day: Day?
    /// The most rows; nil is all.
    public var limit: Int?

    /// Narrows nothing.
    public init() { sea = false }
}
