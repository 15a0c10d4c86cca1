/// A date as a source states it, with the days it can mean.
public struct StatedDate: Codable, Hashable, Sendable {
    /// The date in EDTF.
    public let edtf: String
    /// The first day it can mean, `YYYY-MM-DD`; nil if that side is open or unknown.
    public let earliest: String?
    /// The last day it can mean, `YYYY-MM-DD`; nil if that side is open or unknown.
    public let latest: String?

    package init(edtf: String, earliest: String?, latest: String?) {
        self.edtf = edtf
        self.earliest = earliest
        self.latest = latest
    }
}
