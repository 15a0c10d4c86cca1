import MusterValues

/// The places of an edition to which links lead: each record has one at most, the first.
struct EditionPlaces {
    /// The records that have a place.
    let records: Set<RecordID>
    /// True if the head of the page is the place of its record, because no part of the edition is.
    let isHeadAPlace: Bool

    init(_ edition: Edition) {
        var records = Set(edition.blocks.flatMap(\.places))
        isHeadAPlace = edition.header.record.map { !records.contains($0) } ?? false
        if let record = edition.header.record { records.insert(record) }
        self.records = records
    }

    /// The id of a record's place; nil if it has none.
    func id(of record: RecordID) -> String? { records.contains(record) ? record.description : nil }
}
