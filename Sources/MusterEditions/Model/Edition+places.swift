import MusterValues

extension Edition {
    /// The records that have a place in the edition, to which links can lead.
    var places: Set<RecordID> {
        var places: Set<RecordID> = []
        for block in blocks {
            switch block {
            case .part(let part): if let place = part.place { places.insert(place) }
            case .table(let table): places.formUnion(table.rows.compactMap(\.place))
            default: break
            }
        }
        return places
    }
}
