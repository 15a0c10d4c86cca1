import MusterValues

/// States as a person types them, by the kind of record that can have them.
struct AskedStates {
    /// The values by kind and facet, in the order of the kinds.
    private(set) var groups: [(kind: RecordKind, facet: String, values: [String])] = []

    /// Reads the states; one such as `retired` may be a post's and an enrollment's.
    ///
    /// - Parameters:
    ///   - texts: the states.
    ///   - kind: the kind that is listed; of an official the states are those of the posts and enrollments.
    /// - Throws: `MusterError.notInList` for a state that the kind cannot have; `MusterError.usage` for a strength.
    init(_ texts: [String], of kind: RecordKind) throws {
        let kinds = kind == .official ? [.post, .enrollment] : [kind]
        for text in texts {
            let found = kinds.compactMap { kind in (try? EventValue(typed: text, to: kind)).map { (kind, $0.stored) } }
            if found.isEmpty {
                if kinds.count == 1 { _ = try EventValue(typed: text, to: kind) }
                throw MusterError.outside(
                    list: "state of a post or an enrollment", value: text,
                    allowed: kinds.flatMap { EventValue.words(for: $0) })
            }
            for (kind, stored) in found {
                guard let value = stored.value else {
                    throw MusterError.usage("a unit is asked for by its status or form; a strength is no state")
                }
                let index = groups.firstIndex { $0.kind == kind && $0.facet == stored.facet }
                if let index {
                    groups[index].values.append(value)
                } else {
                    groups.append((kind, stored.facet, [value]))
                }
            }
        }
    }
}
