public import MusterValues

/// A record as another record refers to it: its short id and its name or title.
public struct NamedRecord: Encodable, Hashable, Sendable {
    /// The short id.
    public let id: RecordID
    /// The name, or the title of a post or a source; nil for a unit without a designation.
    public let name: String?
}

/// A region or district as a record refers to it.
public struct NamedRegion: Encodable, Hashable, Sendable {
    /// The code, such as `RU-KGD`.
    public let code: String
    /// The name.
    public let name: String
}

/// A date as a source states it, with the days it can mean.
public struct StatedDate: Encodable, Hashable, Sendable {
    /// The date in EDTF.
    public let edtf: String
    /// The first day it can mean, `YYYY-MM-DD`; nil if that side is open or unknown.
    public let earliest: String?
    /// The last day it can mean, `YYYY-MM-DD`; nil if that side is open or unknown.
    public let latest: String?
}
