import MusterValues

extension TimelineLine {
    /// A source in words; nil if another statement of the same place tells it.
    ///
    /// A source that reports the event on another day is for the event and against the date. It stands once, among those for it, with
    /// its own date. A source that has another event instead stands only among those against it, whatever it says of the date.
    func told(_ source: Source) -> String? {
        let beside = sources.filter { $0.isOfPlace(of: source) }
        switch source.side {
        case .supporting:
            if source.field != main, beside.contains(where: { $0.field == main && $0.side == .against }) { return nil }
            let others = beside.filter { isOther($0, beside) }.map { "\($0.field.words) (\($0.stated))" }
            return others.isEmpty ? source.words : "\(source.words), with another \(others.joined(separator: " and "))"
        case .against:
            return beside.contains { $0.side == .supporting } && isOther(source, beside) ? nil : source.words
        case .earlier, .rejected: return source.words
        }
    }

    /// The field that tells what happened; the others tell when and why.
    private var main: FieldName { what == .launched ? .launched : what == .name ? .name : .value }

    /// True for another value of a field that is not the main one, if the same place does not state the value on record, too.
    private func isOther(_ source: Source, _ beside: [Source]) -> Bool {
        guard source.side == .against, source.field != main, source.stated != value(of: source.field)?.words else {
            return false
        }
        return !beside.contains { $0.field == source.field && $0.side == .supporting }
    }
}

extension TimelineLine.Source {
    /// True if it speaks from the same place of the same source, in the word of the same person.
    fileprivate func isOfPlace(of other: Self) -> Bool {
        source.id == other.source.id && locator == other.locator && speaker == other.speaker
    }
}
