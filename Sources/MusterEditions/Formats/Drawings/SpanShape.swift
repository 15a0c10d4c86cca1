import MusterValues

/// A span as it is drawn: pieces side by side, each with its mark of knowledge.
struct SpanShape {
    /// What a piece tells.
    enum Mark: String {
        /// The evidence encloses it.
        case solid
        /// It was so when last heard of.
        case tint
        /// It may be and may not be.
        case hatch
    }

    struct Piece: Hashable {
        let mark: Mark
        let from: Double
        let to: Double
        /// The class by which the sides that are open fade; nil if none is.
        let fade: String?
    }

    private(set) var pieces: [Piece] = []
    /// The place of a dot, for what began or happened on one day.
    private(set) var dot: Double?
    /// The place of a cross, for what is denied.
    private(set) var cross: Double?
    /// What the bar takes of its row. The end that the next bar begins in is not among it.
    private(set) var taken = 0.0...1.0
    /// True if no day is stated at all.
    let isUndated: Bool

    private let scale: TimeScale

    init(_ span: Lives.Span, on scale: TimeScale, until day: Day) {
        self.scale = scale
        let begun = SpanBeginning(span)
        let isOpen = begun.first == nil && begun.last == nil
        isUndated = isOpen && span.ended?.first == nil && span.ended?.last == nil
        if span.isDenied {
            deny(begun)
        } else if isUndated {
            add(.hatch, 0, 1, isOpenBefore: true, isOpenAfter: true)
        } else if span.isEnd {
            end(begun)
        } else if isOpen, let ended = span.ended {
            neverBegun(ended)
        } else {
            let sureFrom = begin(begun, span)
            let end = span.ended.map { ends($0, sureFrom) } ?? lasts(span, sureFrom, until: day)
            taken = (pieces.first?.from ?? sureFrom)...max(end, pieces.first?.from ?? sureFrom)
            if begun.isDay, !begun.isKnown, let first = begun.last { dot = scale.middle(of: first) }
        }
    }

    private mutating func deny(_ begun: SpanBeginning) {
        let place = (begun.last ?? begun.first).map { scale.middle(of: $0) } ?? 0
        cross = place
        taken = place...place
    }

    /// Draws what ended and of which no beginning is stated: all of it may be.
    private mutating func neverBegun(_ ended: (first: Day?, last: Day?)) {
        let last = ended.last.map { scale.end(of: $0) } ?? 1
        add(.hatch, 0, last, isOpenBefore: true, isOpenAfter: ended.last == nil)
        taken = 0...(ended.first.map { scale.beginning(of: $0) } ?? last)
    }

    private mutating func end(_ begun: SpanBeginning) {
        let from = begun.first.map { scale.beginning(of: $0) } ?? 0
        let to = begun.last.map { scale.end(of: $0) } ?? 1
        taken = to...to
        if begun.isDay, let day = begun.last {
            dot = scale.middle(of: day)
        } else {
            add(
                .hatch, from, to, isOpenBefore: begun.first == nil || begun.isAbout,
                isOpenAfter: begun.last == nil || begun.isAbout)
        }
    }

    /// Draws where it may have begun. Returns the place from which it surely had.
    private mutating func begin(_ begun: SpanBeginning, _ span: Lives.Span) -> Double {
        let from = begun.first.map { scale.beginning(of: $0) } ?? 0
        guard let last = begun.last else {
            add(.hatch, from, 1, isOpenBefore: false, isOpenAfter: true)
            return 1
        }
        if begun.isDay || begun.isKnown { return from }
        // What ends before its beginning is sure is hatched once, as the end.
        let to = min(scale.end(of: last), span.ended?.last.map { scale.end(of: $0) } ?? 1)
        add(.hatch, from, to, isOpenBefore: begun.first == nil || begun.isAbout, isOpenAfter: begun.isAbout)
        return to
    }

    /// Draws up to an end that is stated. Returns the place to which the row is taken.
    private mutating func ends(_ ended: (first: Day?, last: Day?), _ sureFrom: Double) -> Double {
        let first = ended.first.map { scale.beginning(of: $0) } ?? sureFrom
        let last = ended.last.map { scale.end(of: $0) } ?? 1
        if first > sureFrom { add(.solid, sureFrom, first) }
        let isDay = ended.first != nil && ended.first == ended.last
        if last > max(first, sureFrom), !isDay {
            add(.hatch, max(first, sureFrom), last, isOpenBefore: false, isOpenAfter: ended.last == nil)
        }
        return max(first, sureFrom)
    }

    /// Draws up to the last day on which it is heard of, and from there to the day of the answer.
    private mutating func lasts(_ span: Lives.Span, _ sureFrom: Double, until day: Day) -> Double {
        let heard = max(sureFrom, span.lastHeard.map { scale.end(of: $0) } ?? sureFrom)
        let now = scale.end(of: day)
        if sureFrom >= 1 { return 1 }
        if heard > sureFrom { add(.solid, sureFrom, heard) }
        if now > heard { add(.tint, heard, now) }
        return max(heard, now)
    }

    /// Adds a piece. It fades at a side that is open.
    private mutating func add(
        _ mark: Mark, _ from: Double, _ to: Double, isOpenBefore: Bool = false, isOpenAfter: Bool = false
    ) {
        guard to > from else { return }
        let fade: String? =
            switch (isOpenBefore, isOpenAfter) {
            case (true, true): "ob"
            case (true, false): "ol"
            case (false, true): "or"
            case (false, false): nil
            }
        pieces.append(Piece(mark: mark, from: from, to: to, fade: fade))
    }
}

/// The days on which a span can have begun, read from its date where that tells more than the first and the last day.
struct SpanBeginning {
    let first: Day?
    let last: Day?
    /// True if it is one day.
    let isDay: Bool
    /// True if a period is stated that begins on a day: "since 1 September".
    let isKnown: Bool
    /// True if the date is about: `~`.
    let isAbout: Bool

    init(_ span: Lives.Span) {
        let date = span.date.flatMap { try? EDTF($0.edtf) }
        isAbout = date?.isApproximate ?? false
        // "A/B" says that it was so from A to B, so it begins in A.
        let left = date.flatMap { $0.text.split(separator: "/", omittingEmptySubsequences: false).first }
        if let date, date.text.contains("/"), let left, let start = try? EDTF(String(left)) {
            (first, last) = (start.firstInDoubt, start.lastInDoubt)
        } else if let date, date.isApproximate || date.isUncertain {
            (first, last) = (date.firstInDoubt, date.lastInDoubt)
        } else {
            (first, last) = (span.begun?.first, span.begun?.last)
        }
        isDay = first != nil && first == last
        isKnown = isDay && (date?.text.contains("/") ?? false)
    }
}
