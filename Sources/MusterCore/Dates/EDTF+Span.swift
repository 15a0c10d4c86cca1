extension EDTF {
    /// The days an expression can mean, and what it says of its own certainty.
    struct Span {
        var earliest: Day?
        var latest: Day?
        var isUncertain = false
        var isApproximate = false

        /// The span from the start of one to the end of another; a missing side is open or unknown.
        ///
        /// Nil when it would end before it starts.
        init?(from start: Span?, to end: Span?) {
            earliest = start?.earliest
            latest = end?.latest
            if let earliest, let latest, latest < earliest { return nil }
            isUncertain = [start, end].contains { $0?.isUncertain == true }
            isApproximate = [start, end].contains { $0?.isApproximate == true }
        }

        init(earliest: Day?, latest: Day?) {
            self.earliest = earliest
            self.latest = latest
        }

        /// The least span that holds every one of `spans`; a side open in one is open in all.
        init(covering spans: [Span]) {
            let starts = spans.compactMap(\.earliest)
            let ends = spans.compactMap(\.latest)
            earliest = starts.count == spans.count ? starts.min() : nil
            latest = ends.count == spans.count ? ends.max() : nil
            isUncertain = spans.contains(where: \.isUncertain)
            isApproximate = spans.contains(where: \.isApproximate)
        }

        mutating func qualify(with qualifier: UInt8) {
            isUncertain = qualifier != UInt8(ascii: "~")
            isApproximate = qualifier != UInt8(ascii: "?")
        }
    }
}
